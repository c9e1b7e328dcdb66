"""Cuts shapes to a frame, so that a crop carries only what it shows."""

import itertools
from collections.abc import Sequence

Point = tuple[float, float]
Frame = tuple[float, float, float, float]


def contains(frame: Frame, point: Point) -> bool:
    """Whether the point lies in the frame."""
    left, top, right, bottom = frame
    return left <= point[0] <= right and top <= point[1] <= bottom


def clip_line(points: Sequence[Point], frame: Frame) -> list[list[Point]]:
    """The pieces of a line that lie in the frame (Liang and Barsky, 1984)."""
    pieces: list[list[Point]] = []
    for start, end in itertools.pairwise(points):
        inside = _clip_segment(start, end, frame)
        if inside is None:
            continue
        if pieces and pieces[-1][-1] == inside[0]:
            pieces[-1].append(inside[1])
        else:
            pieces.append(list(inside))
    return pieces


def clip_area(points: Sequence[Point], frame: Frame) -> list[Point]:
    """The part of an area that lies in the frame (Sutherland and Hodgman, 1974)."""
    left, top, right, bottom = frame
    area = list(points)
    for axis, limit, sign in (
        (0, left, 1),
        (1, top, 1),
        (0, right, -1),
        (1, bottom, -1),
    ):
        area = _clip_side(area, axis, limit, sign)
    return area


def _clip_segment(start: Point, end: Point, frame: Frame) -> tuple[Point, Point] | None:
    left, top, right, bottom = frame
    dx, dy = end[0] - start[0], end[1] - start[1]
    enter, leave = 0.0, 1.0
    for step, room in (
        (-dx, start[0] - left),
        (dx, right - start[0]),
        (-dy, start[1] - top),
        (dy, bottom - start[1]),
    ):
        if step == 0:
            if room < 0:
                return None
        elif step < 0:
            enter = max(enter, room / step)
        else:
            leave = min(leave, room / step)
    if enter >= leave:
        return None
    first = (start[0] + enter * dx, start[1] + enter * dy) if enter > 0 else start
    last = (start[0] + leave * dx, start[1] + leave * dy) if leave < 1 else end
    return first, last


def _clip_side(area: list[Point], axis: int, limit: float, sign: int) -> list[Point]:
    kept: list[Point] = []
    for before, point in zip(area[-1:] + area, area, strict=False):
        was_in = sign * (before[axis] - limit) >= 0
        is_in = sign * (point[axis] - limit) >= 0
        if was_in != is_in:
            share = (limit - before[axis]) / (point[axis] - before[axis])
            kept.append(
                (
                    before[0] + share * (point[0] - before[0]),
                    before[1] + share * (point[1] - before[1]),
                )
            )
        if is_in:
            kept.append(point)
    return kept
