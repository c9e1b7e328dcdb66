"""Voices: two people in conversation, as the waveform of a recording."""

from math import sin
from random import Random

from .canvas import FINE, HAIR, Canvas, measure

PITCH, MIDDLE = 17, 460


def compose(canvas: Canvas, random: Random) -> None:
    """One voice is broad and coloured, the other fine; they take turns around one line of time."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    loudness, speakers = _turns(int(canvas.width / PITCH) + 4, random)
    for at, (loud, first) in enumerate(zip(loudness, speakers, strict=True)):
        x, reach = at * PITCH, 6 + 330 * loud
        if first:
            wash.box(x - 5.5, MIDDLE - reach * 1.12, 11, reach * 2.24)
            wash.disc((x, MIDDLE - reach * 1.12), 5.5)
            wash.disc((x, MIDDLE + reach * 1.12), 5.5)
            tone.box(x - 5.5, MIDDLE - reach * 0.72, 11, reach * 1.44)
            tone.disc((x, MIDDLE - reach * 0.72), 5.5)
            tone.disc((x, MIDDLE + reach * 0.72), 5.5)
        else:
            line.line([(x, MIDDLE - reach * 0.86), (x, MIDDLE + reach * 0.86)], FINE)
            line.disc((x, MIDDLE - reach * 0.86), 3.4)
            line.disc((x, MIDDLE + reach * 0.86), 3.4)
    line.line([(-20, MIDDLE), (canvas.width + 20, MIDDLE)], HAIR)
    measure(line, (-20, 930), (canvas.width + 30, 930), 90, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _turns(count: int, random: Random) -> tuple[list[float], list[bool]]:
    """Loudness per step and who speaks: phrases that swell and fade, with short pauses."""
    loudness: list[float] = []
    speakers: list[bool] = []
    first = True
    while len(loudness) < count:
        length = random.randrange(20, 34) if first else random.randrange(9, 17)
        peak = random.uniform(0.8, 1) if first else random.uniform(0.4, 0.6)
        for step in range(length):
            swell = sin(3.1416 * (step + 0.5) / length) ** 0.7
            syllable = 0.35 + 0.65 * abs(sin(step * 0.83 + length))
            loudness.append(peak * swell * syllable * random.uniform(0.7, 1))
            speakers.append(first)
        pause = random.randrange(2, 5)
        loudness += [0.0] * pause
        speakers += [False] * pause
        first = not first
    return loudness[:count], speakers[:count]
