"""The history of a figure as a small drawing; the table beside it says the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Figure

WIDTH, HEIGHT = 480, 180
LEFT, RIGHT, TOP, BOTTOM = 40, 40, 28, 26
ROOM_FOR_A_NUMBER = 56


@dataclass(frozen=True)
class Point:
    """A figure in the drawing; ``top`` is the end of a range. Its number is left out where there is no room."""

    figure: "Figure"
    x: float
    y: float
    top: float
    has_number: bool


@dataclass(frozen=True)
class Line:
    """Between two figures that follow each other; broken where not the same was counted."""

    x1: float
    y1: float
    x2: float
    y2: float
    is_broken: bool


@dataclass(frozen=True)
class Chart:
    """What the template draws."""

    points: list[Point]
    lines: list[Line]
    years: list[tuple[int, float]]
    width: int = WIDTH
    height: int = HEIGHT
    base: int = HEIGHT - BOTTOM


def history_chart(figures: Sequence["Figure"]) -> Chart | None:
    """The dated figures of a series over time, from zero; None for fewer than two."""
    dated = sorted((figure for figure in figures if figure.as_of), key=lambda figure: decimal_year(figure.as_of))
    if len(dated) < 2:
        return None
    moments = [decimal_year(figure.as_of) for figure in dated]
    first, last = int(moments[0]), int(moments[-1]) + 1
    highest = max(upper(figure) for figure in dated) or Decimal(1)

    def across(moment: float) -> float:
        return round(LEFT + (moment - first) / (last - first) * (WIDTH - LEFT - RIGHT), 1)

    def up(value: Decimal) -> float:
        return round(HEIGHT - BOTTOM - float(value / highest) * (HEIGHT - TOP - BOTTOM), 1)

    places = [across(moment) for moment in moments]
    points = [
        Point(figure, x, up(Decimal(figure.value)), up(upper(figure)), has_number=x in with_number(places))
        for figure, x in zip(dated, places, strict=True)
    ]
    lines = [
        Line(one.x, one.y, two.x, two.y, is_broken=not counted_alike(one.figure, two.figure))
        for one, two in pairwise(points)
    ]
    step = max(1, (last - first) // 5)
    years = [(year, across(year)) for year in range(first, last + 1, step)]
    return Chart(points, lines, years)


def with_number(places: Sequence[float]) -> list[float]:
    """Where a number has room beside the later ones."""
    kept: list[float] = []
    for place in reversed(places):
        if not kept or kept[-1] - place >= ROOM_FOR_A_NUMBER:
            kept.append(place)
    return kept


def decimal_year(as_of: str) -> float:
    """A partial date on the axis of time: the middle of its year, month or day."""
    year, month, day = [*map(int, as_of.split("-")), 0, 0][:3]
    if not month:
        return year + 0.5
    return year + (month - 1) / 12 + (day - 0.5 if day else 15) / 366


def upper(figure: "Figure") -> Decimal:
    """The end of the range, or the value."""
    return Decimal(figure.value if figure.value_to is None else figure.value_to)


def counted_alike(one: "Figure", two: "Figure") -> bool:
    """Whether two figures count the same, so that a line between them says something."""
    names = ("unit", "definition", "scope")
    return all(str(getattr(one, f"localised_{name}")) == str(getattr(two, f"localised_{name}")) for name in names)
