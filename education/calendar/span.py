"""A day, a month or a year of the calendar: ``day=2027-02-08``, ``month=2027-02``, ``year=2027``."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

YEARS = range(1980, 2101)
MONTH = re.compile(r"[0-9]{4}-[0-9]{2}", re.ASCII)
YEAR = re.compile(r"[0-9]{4}", re.ASCII)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
ONE_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days from the first until before the next one, on the park's clocks."""

    first_day: datetime.date
    next_day: datetime.date

    @property
    def starts(self) -> datetime.datetime:
        """The midnight with which it begins."""
        return midnight(self.first_day)

    @property
    def ends(self) -> datetime.datetime:
        """The midnight with which it is over."""
        return midnight(self.next_day)

    def days(self) -> Iterator[datetime.date]:
        """Its days."""
        for number in range((self.next_day - self.first_day).days):
            yield self.first_day + number * ONE_DAY


def midnight(day: datetime.date) -> datetime.datetime:
    """When a day begins."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))


def month_of(day: datetime.date) -> Span:
    """The month in which a day lies."""
    first = day.replace(day=1)
    return Span(first, (first + 31 * ONE_DAY).replace(day=1))


def month_named(text: str) -> Span | None:
    """The month of “2027-02”; None for what is no month of these centuries."""
    day = _day(f"{text}-01") if MONTH.fullmatch(text) else None
    return month_of(day) if day else None


def year_named(text: str) -> Span | None:
    """The year of “2027”; None for what is no year of these centuries."""
    day = _day(f"{text}-01-01") if YEAR.fullmatch(text) else None
    return Span(day, day.replace(year=day.year + 1)) if day else None


def day_named(text: str) -> Span | None:
    """The day of “2027-02-08”; None for what is none."""
    day = _day(text) if DAY.fullmatch(text) else None
    return Span(day, day + ONE_DAY) if day else None


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None
