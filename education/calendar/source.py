"""What the calendar asks of a model whose records take place at some time."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.functional import Promise
from icalendar import Event

from parkportal.core.exports import Row
from parkportal.core.facets import AnyFacet
from parkportal.core.feeds import Entry as FeedEntry
from parkportal.core.languages import Localised

from .span import Span


@dataclass(frozen=True)
class Occurrence:
    """Something that takes place without a night in between, as a cell of the month shows it."""

    starts: datetime.datetime
    ends: datetime.datetime
    title: Localised
    url: str
    kind: str
    state: str = ""
    all_day: bool = False


class CalendarSource:
    """The items of one model. They have ``uuid``, ``starts`` and ``ends``, their queryset has ``matching``.

    ``facets`` share parameter and label with those of other sources; one that a source lacks never fits its items.
    ``row_template`` shows an ``item`` in the list.
    """

    kind: ClassVar[str]
    label: ClassVar[str | Promise]
    facets: ClassVar[tuple[AnyFacet, ...]]
    row_template: ClassVar[str]

    def items(self) -> QuerySet[Any]:
        """All that the public may see, past and cancelled ones too, in no order."""
        raise NotImplementedError

    def since(self, items: QuerySet[Any], moment: datetime.datetime) -> QuerySet[Any]:
        """Those that are not over at a moment."""
        return items.filter(ends__gte=moment)

    def within(self, items: QuerySet[Any], span: Span) -> QuerySet[Any]:
        """Those that take place in a span."""
        return items.filter(starts__lt=span.ends, ends__gt=span.starts)

    def for_rows(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """With what rows show."""
        return items

    def for_files(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """With what files and iCalendar show."""
        return self.for_rows(items)

    def moments(self, items: QuerySet[Any], span: Span) -> QuerySet[Any]:
        """What of these items takes place in a span, with ``starts`` and ``ends``; for most the items themselves."""
        return self.within(items, span)

    def occurrences(self, keys: Iterable[int]) -> dict[int, Occurrence]:
        """By the keys of ``moments``, in a fixed number of queries."""
        raise NotImplementedError

    def events(self, item: Any) -> Iterable[Event]:
        """An item as iCalendar's components (RFC 5545), with ``ics.event``."""
        raise NotImplementedError

    def latest(self, items: QuerySet[Any], limit: int) -> Iterable[FeedEntry]:
        """Those of these items that were announced or changed last, as entries of a feed, the newest first."""
        raise NotImplementedError

    def export_row(self, item: Any) -> Row:
        """An item as a row of a file; all sources have the same columns."""
        raise NotImplementedError


_sources: list[CalendarSource] = []


def in_calendar(source: CalendarSource) -> None:
    """Register a source; the list of kinds follows the order of registration."""
    _sources.append(source)


def sources() -> tuple[CalendarSource, ...]:
    """All that the calendar shows."""
    return tuple(_sources)
