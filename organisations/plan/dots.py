import math
from collections.abc import Iterable
from dataclasses import dataclass

from organisations.plan.clipping import Point, contains
from organisations.plan.path import line_path
from organisations.plan.place import PlanPlace
from organisations.plan.spreading import spread
from organisations.plan.view import View

LARGEST_COUNT = 9
"""From this number of organisations on, dots grow no further."""


@dataclass(frozen=True)
class Dot:
    """A building: sized by how many organisations it houses, coloured by their sector."""

    x: float
    y: float
    radius: float
    sector: str
    label: str
    url: str
    count: int
    is_here: bool
    leader: str = ""
    """A line to where the building really is, for a dot that had to make room."""


def draw_dots(places: Iterable[PlanPlace], view: View, here: str) -> tuple[Dot, ...]:
    """The places that the view shows, from west to east; the marked one last, on top."""
    seen = [
        (place, *point, _radius(place.count, view))
        for place in sorted(places, key=lambda place: place.key)
        if contains(view.frame, point := view.project(place.longitude, place.latitude))
    ]
    centres = spread([(x, y, radius) for _, x, y, radius in seen], gap=view.dot * 0.4)
    dots = [
        Dot(
            x=round(x, 1),
            y=round(y, 1),
            radius=radius,
            sector=place.sector,
            label=place.name,
            url=place.url,
            count=place.count,
            is_here=bool(here) and place.key == here,
            leader=_leader((x, y), (true_x, true_y), radius),
        )
        for (place, true_x, true_y, radius), (x, y) in zip(seen, centres, strict=True)
    ]
    return tuple(sorted(dots, key=lambda dot: (dot.is_here, dot.x, dot.y)))


def _radius(count: int, view: View) -> float:
    counted = min(max(count, 1), LARGEST_COUNT)
    return round(view.dot * (0.6 + 0.4 * math.sqrt(counted)), 1)


def _leader(centre: Point, place: Point, radius: float) -> str:
    """From a dot's centre to its building, if that lies outside half of the dot."""
    return line_path([centre, place]) if math.dist(centre, place) > radius / 2 else ""
