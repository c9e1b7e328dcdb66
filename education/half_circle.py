"""Seats drawn as a half circle of dots, as parliaments are. Pure geometry, in units of the drawing."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

DOT = 15  # The radius of a dot.
STEP = 38  # From the middle of a dot to that of the next one, in a ring and between rings.
SMALLEST = 70
SEATS_IN_ONE_RING = 15


@dataclass(frozen=True)
class Dot:
    """A seat of one side."""

    x: float
    y: float
    side: str


@dataclass(frozen=True)
class HalfCircle:
    """The drawing, with its size."""

    dots: list[Dot]
    width: int
    height: int
    radius: int = DOT


def half_circle(sides: Sequence[str]) -> HalfCircle:
    """A dot for each seat, in the order of the sides from left to right."""
    radii = _radii(len(sides))
    outer = radii[-1]
    middle = outer + DOT + 2
    places = sorted(place for radius, count in _rings(radii, len(sides)) for place in _ring(radius, count))
    dots = [
        Dot(round(middle - radius * math.cos(angle), 1), round(middle - radius * math.sin(angle), 1), side)
        for (angle, radius), side in zip(places, sides, strict=True)
    ]
    return HalfCircle(dots, round(2 * middle), round(middle + DOT + 2))


def _radii(seats: int) -> list[float]:
    """As few rings as hold the seats, from the inner to the outer one."""
    rings = max(1, math.ceil(seats / SEATS_IN_ONE_RING))
    inner = (STEP * seats / math.pi - STEP * rings * (rings - 1) / 2) / rings
    return [max(SMALLEST, inner) + STEP * ring for ring in range(rings)]


def _rings(radii: Sequence[float], seats: int) -> list[tuple[float, int]]:
    """Each ring with its part of the seats; the outer one takes what rounding leaves."""
    counts = [int(seats * radius / sum(radii)) for radius in radii]
    counts[-1] += seats - sum(counts)
    return list(zip(radii, counts, strict=True))


def _ring(radius: float, count: int) -> list[tuple[float, float]]:
    """The angles of the dots, from left to right; a single one stands in the middle."""
    if count == 1:
        return [(math.pi / 2, radius)]
    return [(math.pi * number / (count - 1), radius) for number in range(count)]
