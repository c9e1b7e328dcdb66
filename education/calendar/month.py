"""A month as a table: weeks of days, each with what takes place."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from .agenda import Agenda, Part, union
from .source import Occurrence
from .span import ONE_DAY, Span, month_of

SHOWN_ON_A_DAY = 6
DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Day:
    """A day with the first of what takes place on it, and how much more there is."""

    date: datetime.date
    in_month: bool
    is_today: bool
    occurrences: list[Occurrence]
    more: int


@dataclass(frozen=True)
class Month:
    """A month of the calendar, with the first days of its neighbours as far as something can be found there."""

    first_day: datetime.date
    weeks: list[list[Day]]
    total: int
    previous: datetime.date | None
    next: datetime.date | None

    @property
    def weekdays(self) -> list[datetime.date]:
        """A week's days, for their names."""
        return [day.date for day in self.weeks[0]]


def month_table(agenda: Agenda, month: Span) -> Month:
    """The month of what was asked."""
    by_day = defaultdict(list)
    moments = {part: part.source.moments(part.found, month) for part in agenda.fitting}
    total = 0
    for kind, key, starts, ends in union(moments, "starts", "ends"):
        total += 1
        for day in _days(starts, ends, month):
            by_day[day].append((kind, key))
    shown = {day: rows[:SHOWN_ON_A_DAY] for day, rows in by_day.items()}
    loaded = _occurrences(agenda.fitting, {row for rows in shown.values() for row in rows})
    days = [
        Day(
            day,
            month.first_day <= day < month.next_day,
            day == timezone.localdate(),
            [loaded[row] for row in shown.get(day, []) if row in loaded],
            len(by_day.get(day, [])) - len(shown.get(day, [])),
        )
        for day in _whole_weeks(month).days()
    ]
    weeks = [days[number : number + DAYS_OF_WEEK] for number in range(0, len(days), DAYS_OF_WEEK)]
    previous, following = _neighbours(month, agenda.bounds)
    return Month(month.first_day, weeks, total, previous, following)


def _days(starts: datetime.datetime, ends: datetime.datetime, month: Span) -> list[datetime.date]:
    """The days of the month on which something takes place; what ends at midnight is not on the next day."""
    first, last = timezone.localdate(starts), timezone.localdate(max(starts, ends - datetime.timedelta(seconds=1)))
    return [day for day in Span(first, last + ONE_DAY).days() if month.first_day <= day < month.next_day]


def _occurrences(parts: Iterable[Part], rows: set[tuple[str, int]]) -> dict[tuple[str, int], Occurrence]:
    return {
        (part.source.kind, key): occurrence
        for part in parts
        for key, occurrence in part.source.occurrences([key for kind, key in rows if kind == part.source.kind]).items()
    }


def _whole_weeks(month: Span) -> Span:
    """From the Monday at or before the first day."""
    first = month.first_day - month.first_day.weekday() * ONE_DAY
    last = month.next_day - ONE_DAY
    return Span(first, last + (DAYS_OF_WEEK - last.weekday()) * ONE_DAY)


def _neighbours(
    month: Span, bounds: tuple[datetime.date, datetime.date] | None
) -> tuple[datetime.date | None, datetime.date | None]:
    """The months before and after, or the nearest in which something is; none beyond the last."""
    if bounds is None:
        return None, None
    first, last = bounds
    before = min(month_of(month.first_day - ONE_DAY).first_day, last)
    after = max(month.next_day, first)
    return (before if before >= first else None), (after if after <= last else None)
