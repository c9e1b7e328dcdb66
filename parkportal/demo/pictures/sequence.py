"""Sequence: the traces of a chromatogram above the stripes of the bases read from it."""

from math import exp
from random import Random

from .canvas import FINE, HAIR, Canvas, measure

STEP, BASELINE = 46, 560


def compose(canvas: Canvas, random: Random) -> None:
    """Four overlapping traces, one of them firm; below, each base as a stripe of its own length."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    count = int(canvas.width / STEP) + 3
    bases = [random.choice("AACCGGTT") for _ in range(count)]
    heights = [random.uniform(0.45, 1) * (430 if 8 < at < count - 5 else 330) for at in range(count)]

    def trace(base: str) -> list[tuple[float, float]]:
        points = []
        for x in range(-20, int(canvas.width) + 20, 4):
            near = range(max(0, x // STEP - 3), min(count, x // STEP + 4))
            rise = sum(
                heights[at] * (1 if bases[at] == base else 0.035) * exp(-(((x - at * STEP) / 19) ** 2)) for at in near
            )
            points.append((float(x), BASELINE - rise))
        return points

    wash.polygon([(-20, BASELINE), *trace("A"), (canvas.width + 20, BASELINE)])
    tone.polygon([(-20, BASELINE), *trace("C"), (canvas.width + 20, BASELINE)], 0.9)
    line.line(trace("G"), FINE)
    line.line(trace("T"), HAIR, 0.7)
    lengths = {"A": 60, "C": 210, "G": 130, "T": 290}
    for at, base in enumerate(bases):
        plate = {"A": wash, "C": tone, "G": line, "T": wash}[base]
        plate.box(at * STEP - 15, BASELINE + 62, 30 if base != "G" else 5, lengths[base])
    ruler = BASELINE + 30
    measure(line, (0, ruler), (STEP * (count - 1), ruler), count - 1, 8)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)
