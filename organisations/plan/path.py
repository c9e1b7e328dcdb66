"""Writes SVG path data: relative, at most one decimal, no more characters than needed."""

import itertools
from collections.abc import Iterable, Sequence

from organisations.plan.clipping import Point

Tenths = tuple[int, int]


def line_path(points: Sequence[Point], *, smooth: bool = False) -> str:
    """An open line; empty if it shrinks to a point. Smooth: its corners become curves."""
    corners = _corners(points)
    if len(corners) < 2:
        return ""
    if not smooth or len(corners) < 3:
        return _move(corners[0]) + _lines(corners)
    middles = [_middle(*pair) for pair in itertools.pairwise(corners)]
    return (
        _move(corners[0])
        + _lines([corners[0], middles[0]])
        + _curves(middles[0], corners[1:-1], middles[1:])
        + _lines([middles[-1], corners[-1]])
    )


def area_path(points: Sequence[Point], *, smooth: bool = False) -> str:
    """A closed area; empty if it has no surface left."""
    corners = _corners(points)
    if corners and corners[0] == corners[-1]:
        corners.pop()
    if len(corners) < 3:
        return ""
    if not smooth:
        return f"{_move(corners[0])}{_lines(corners)}z"
    following = corners[1:] + corners[:1]
    middles = [_middle(*pair) for pair in zip(corners, following, strict=True)]
    return f"{_move(middles[-1])}{_curves(middles[-1], corners, middles)}z"


def square_path(centre: Point, half: float) -> str:
    """A square, as the sign of a station."""
    x, y = centre
    return area_path(
        [
            (x - half, y - half),
            (x + half, y - half),
            (x + half, y + half),
            (x - half, y + half),
        ]
    )


def _corners(points: Sequence[Point]) -> list[Tenths]:
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    return tenths[:1] + [after for before, after in itertools.pairwise(tenths) if after != before]


def _middle(start: Tenths, end: Tenths) -> Tenths:
    return ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)


def _move(start: Tenths) -> str:
    return f"M{_numbers(start)}"


def _lines(corners: Sequence[Tenths]) -> str:
    steps = (_step(*pair) for pair in itertools.pairwise(corners))
    return f"l{_numbers(number for step in steps for number in step)}"


def _curves(start: Tenths, controls: Sequence[Tenths], ends: Sequence[Tenths]) -> str:
    numbers: list[int] = []
    for control, end in zip(controls, ends, strict=True):
        numbers += [*_step(start, control), *_step(start, end)]
        start = end
    return f"q{_numbers(numbers)}"


def _step(start: Tenths, end: Tenths) -> Tenths:
    return (end[0] - start[0], end[1] - start[1])


def _numbers(tenths: Iterable[int]) -> str:
    text = ""
    for number in tenths:
        written = f"{number / 10:.1f}".removesuffix(".0")
        if abs(number) < 10:
            written = written.replace("0.", ".")
        text += written if not text or written.startswith("-") else f" {written}"
    return text
