"""Diffraction: powder rings and the spots of a single crystal around a beam stop."""

from math import exp, hypot
from random import Random

from .canvas import HAIR, Canvas, Point, measure, polar


def compose(canvas: Canvas, random: Random) -> None:
    """Rings widen away from a beam off centre; spots of a tilted lattice brighten where they cross one."""
    centre = (canvas.x(random.uniform(90, 190)), random.uniform(430, 520))
    radii = _ring_radii(random)
    wash, tone, line = canvas.plate(), canvas.plate(), canvas.plate()

    for radius in radii:
        strength = random.uniform(0.35, 1) * exp(-radius / 1400)
        wash.ring(centre, radius, random.uniform(5, 26), strength)
        tone.ring(centre, radius, HAIR, 0.75 * strength)
    for spot, radius in _spots(centre, random):
        nearness = max(exp(-(((radius - ring) / 16) ** 2)) for ring in radii)
        tone.disc(spot, 2.2 + 9 * nearness * random.uniform(0.4, 1) * exp(-radius / 900))

    arm = random.uniform(118, 140)
    line.line([polar(centre, 46, arm), polar(centre, 1600, arm)], 5)
    line.disc(centre, 46)
    measure(line, polar(centre, 46, arm - 90), polar(centre, radii[-1], arm - 90), 30, 8)
    canvas.print(wash, canvas.inks.wash)
    canvas.print(tone, canvas.inks.tone)
    canvas.print(line, canvas.inks.line)


def _ring_radii(random: Random) -> list[float]:
    """Ring radii of a cubic lattice: the square roots of h² + k² + l², with a few missing."""
    first = random.uniform(100, 134)
    sums = (1, 2, 3, 4, 5, 6, 8, 9, 11, 12, 14, 17, 20, 24, 29, 35, 42, 50)
    return [first * total**0.5 for total in sums]


def _spots(centre: Point, random: Random) -> list[tuple[Point, float]]:
    """Lattice points in a plane turned and sheared a little, with their distance to the beam."""
    step, turn, shear = random.uniform(36, 46), random.uniform(0, 90), random.uniform(0.06, 0.22)
    spots = []
    for row in range(-28, 29):
        for column in range(-28, 29):
            across, up = step * (column + shear * row), step * row
            radius = hypot(across, up)
            if 70 < radius < 1150 and random.random() < 0.8:
                aside = polar((0, 0), across, turn)
                rise = polar((0, 0), up, turn + 90)
                spots.append(((centre[0] + aside[0] + rise[0], centre[1] + aside[1] + rise[1]), radius))
    return spots
