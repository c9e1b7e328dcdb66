"""Slices: a body of tissue as a scanner sees it, one contoured plane above the other."""

from math import cos, exp, radians, sin
from random import Random

from .canvas import FINE, HAIR, Canvas, Plate, Point, measure

COUNT = 8


def compose(canvas: Canvas, random: Random) -> None:
    """A leaning stack of planes; every plane shows an outline, its layers and one firm core."""
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()
    waves = [(k, random.uniform(0, 360), random.uniform(0.05, 0.15) / k**0.5) for k in (2, 3, 5)]
    foot, step = (canvas.x(random.uniform(-190, -150)), 830), (random.uniform(48, 62), -92)

    for level in range(COUNT):
        height = level / (COUNT - 1)
        centre = (foot[0] + step[0] * level, foot[1] + step[1] * level)
        size = 370 * (0.5 + 0.5 * sin(3.1416 * (0.1 + 0.76 * height)) ** 1.2)
        twist = 16 * level
        shape = [_contour(centre, size * share, waves, twist) for share in (1, 0.87, 0.68)]
        for plate in (tone, line):
            plate.polygon(shape[0], 0)
        wash.polygon(shape[0], 0.4)
        wash.polygon(shape[2])
        core = (centre[0] - size * 0.2, centre[1] + size * 0.1)
        _closed(line, shape[0], FINE)
        for layer in shape[1:]:
            _closed(line, layer, HAIR)
        tone.polygon(_contour(core, size * 0.34 * exp(-(((height - 0.55) / 0.42) ** 2)), waves, 2 * twist))
    top = (foot[0] + 490 + step[0] * (COUNT - 1), foot[1] + step[1] * (COUNT - 1))
    measure(line, top, (foot[0] + 490, foot[1]), 5 * (COUNT - 1), 9)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(line, canvas.inks.line)
    canvas.print(tone, canvas.inks.tone)


def _contour(centre: Point, size: float, waves: list[tuple[int, float, float]], twist: float) -> list[Point]:
    """A wavy closed line, foreshortened because the plane lies flat."""
    points = []
    for angle in range(0, 360, 4):
        reach = size * (1 + sum(a * sin(radians(k * angle + phase + twist)) for k, phase, a in waves))
        points.append((centre[0] + reach * cos(radians(angle)), centre[1] + 0.36 * reach * sin(radians(angle))))
    return points


def _closed(plate: Plate, points: list[Point], width: float) -> None:
    plate.line([*points, *points[:2]], width)
