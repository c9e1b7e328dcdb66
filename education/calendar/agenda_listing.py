"""The calendar's list as a page shows it."""

import datetime
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from django.utils import timezone

from parkportal.core.listing import Listing


@dataclass(frozen=True)
class Entry:
    """An item of the list with the template of its row."""

    item: Any
    template: str


@dataclass(frozen=True)
class MonthEntries:
    """What of a list begins in a month."""

    first_day: datetime.date
    entries: list[Entry]


@dataclass
class AgendaListing(Listing):
    """The list, by month; ``kept`` are the parameters that the filters keep."""

    kept: list[tuple[str, str]] = field(default_factory=list)

    @property
    def reset_url(self) -> str:
        """The same days without anything else asked."""
        return f"?{'&'.join(f'{name}={value}' for name, value in self.kept)}" if self.is_filtered else ""

    @property
    def months(self) -> list[MonthEntries]:
        """The entries of the page by the month in which they begin."""
        grouped = groupby(self.page_obj, key=lambda entry: timezone.localdate(entry.item.starts).replace(day=1))
        return [MonthEntries(first_day, list(entries)) for first_day, entries in grouped]
