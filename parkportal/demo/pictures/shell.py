"""Shell: the chambers of a nautilus on a logarithmic spiral."""

from collections.abc import Callable
from math import exp, log
from random import Random

from .canvas import FINE, HAIR, Canvas, Point, measure, polar

Spiral = Callable[..., Point]
CHAMBER = 17.0  # degrees between two walls


def compose(canvas: Canvas, random: Random) -> None:
    """A cut shell, larger than life; its living chamber stays open."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    centre = (canvas.x(random.uniform(10, 60)), random.uniform(560, 590))
    growth = log(random.uniform(2.75, 3.0)) / 360
    mouth = random.uniform(-28, -8) + 3 * 360
    outer = random.uniform(575, 605)

    def on_spiral(angle: float, inward: float = 0) -> Point:
        return polar(centre, outer * exp(growth * (angle - inward - mouth)), angle)

    whole = [on_spiral(angle / 2) for angle in range(round(2 * mouth) + 1)]
    wash.polygon([*(on_spiral(mouth - 360 + step) for step in range(0, 361, 2)), *_wall(on_spiral, mouth)])
    at, number = mouth - 100, 0
    while at > 200:
        chamber = _chamber(on_spiral, at, at - CHAMBER)
        tone.polygon(chamber, 1 - min(0.85, number * 0.02) if number % 2 == 0 else 0)
        line.line(chamber[: len(chamber) // 2], FINE if at > mouth - 500 else HAIR)
        at, number = at - CHAMBER, number + 1
    line.line(whole, FINE * 1.5)
    line.line([on_spiral(mouth), *_wall(on_spiral, mouth)], FINE)
    for step in range(1, 9):
        rib = _wall(on_spiral, mouth - step * 11)
        line.line(rib[: 4 + step % 2 * 3], HAIR)
    measure(line, (canvas.x(-470), 930), (canvas.x(-470), 130), 40, 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _wall(on_spiral: Spiral, angle: float) -> list[Point]:
    """A septum from the outer whorl to the inner one, bowed towards the heart of the shell."""
    (x0, y0), (x1, y1) = on_spiral(angle), on_spiral(angle, 360)
    points = []
    for step in range(17):
        t = step / 16
        bow = 0.30 * 4 * t * (1 - t)
        points.append((x0 + (x1 - x0) * t + bow * (y1 - y0), y0 + (y1 - y0) * t - bow * (x1 - x0)))
    return points


def _chamber(on_spiral: Spiral, start: float, end: float) -> list[Point]:
    """One chamber: the first half of the points is its front wall."""
    inner = [on_spiral(start + (end - start) * t / 4, 360) for t in range(5)]
    outside = [on_spiral(end + (start - end) * t / 4) for t in range(5)]
    front, back = _wall(on_spiral, start), list(reversed(_wall(on_spiral, end)))
    return front + inner + back + outside
