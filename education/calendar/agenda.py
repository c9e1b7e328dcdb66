"""What a query string asks of the calendar, of all its sources together."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db.models import CharField, Count, Max, Min, QuerySet, Value
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from parkportal.core.exports import CHUNK
from parkportal.core.facet_selection import Chip, Choice, FacetChoices, without
from parkportal.core.facets import RecordFacet
from parkportal.core.feeds import ENTRIES
from parkportal.core.feeds import Entry as FeedEntry
from parkportal.core.listing import Question, text_query
from parkportal.core.loosening import ways_on
from parkportal.core.paging import ListPage, list_page

from .agenda_listing import AgendaListing, Entry
from .source import CalendarSource, sources
from .span import Span, day_named, month_named, month_of, year_named

KIND = "kind"
SPANS = ("month", "day", "year")


@dataclass(eq=False)
class Part:
    """What is asked of one source. ``misfits`` are the filters that only other sources can fit."""

    source: CalendarSource
    question: Question
    misfits: set[str] = field(default_factory=set)

    @property
    def found(self) -> QuerySet[Any]:
        """The items that fit."""
        return self.question.found

    @property
    def found_ever(self) -> QuerySet[Any]:
        """The items that fit, whenever they are."""
        items = self.source.items()
        if self.question.query:
            items = items.matching(self.question.query)  # type: ignore[attr-defined]
        return self.question.selection.apply(items)


class Agenda:
    """The items that are not over at a moment, or those of a span if the query string names one."""

    def __init__(self, params: QueryDict, since: datetime.datetime | None = None) -> None:
        self.params = params
        self.notices: list[str] = []
        self.month = self._span("month")
        self.year = self._span("year")
        self.span = self.month or self._span("day") or self.year
        self.since = since or timezone.now()
        self.parts = [Part(each, Question(self._in_time(each), params, each.facets)) for each in sources()]
        for part in self.parts:
            part.misfits = self._misfits(part)
        self.kinds = self._kinds()

    def _in_time(self, source: CalendarSource) -> QuerySet[Any]:
        items = source.items()
        return source.within(items, self.span) if self.span else source.since(items, self.since)

    def _span(self, name: str) -> Span | None:
        asked = self.params.get(name, "")
        span = {"month": month_named, "day": day_named, "year": year_named}[name](asked)
        if asked and not span:
            message = {
                "month": _("“%(value)s” is not a month, so the calendar shows what is coming."),
                "day": _("“%(value)s” is not a day, so the calendar shows what is coming."),
                "year": _("“%(value)s” is not a year, so the calendar shows what is coming."),
            }[name]
            self.notices.append(message % {"value": asked[:20]})
        return span

    def _misfits(self, part: Part) -> set[str]:
        """The filters with a value that some other source knows, and none that this one knows."""
        known_elsewhere = {name for other in self.parts if other is not part for name in _chosen(other)}
        return known_elsewhere - _chosen(part)

    def _kinds(self) -> list[str]:
        known = [part.source.kind for part in self.parts]
        asked = dict.fromkeys(filter(None, self.params.getlist(KIND)))
        for value in list(asked)[:10]:
            if value not in known:
                message = _("%(facet)s: “%(value)s” does not exist, so the list is shown without it.")
                self.notices.append(message % {"facet": _("Kind"), "value": value[:80]})
        return [kind for kind in known if kind in asked]

    @property
    def of_kind(self) -> list[Part]:
        """The parts of the kinds that were chosen, or all."""
        return [part for part in self.parts if not self.kinds or part.source.kind in self.kinds]

    @property
    def fitting(self) -> list[Part]:
        """Those of them that can fit."""
        return [part for part in self.of_kind if not part.misfits]

    @cached_property
    def totals(self) -> dict[str, int]:
        """How many items fit, by kind."""
        able = [part for part in self.parts if not part.misfits]
        return dict(_per_kind({part: part.found for part in able}, Count("pk")))

    @cached_property
    def bounds(self) -> tuple[datetime.date, datetime.date] | None:
        """The first days of the first and the last month in which something fits."""
        ever = {part: part.found_ever for part in self.fitting}
        found = [row for row in _per_kind(ever, Min("starts"), Max("ends")) if row[1]]
        if not found:
            return None
        first, last = min(row[1] for row in found), max(row[2] for row in found)
        return tuple(month_of(timezone.localdate(moment)).first_day for moment in (first, last))  # type: ignore[return-value]

    def listing(self) -> AgendaListing:
        """The page of the list, of a month without its entries. Raises NothingHere for one that it does not have."""
        total = sum(self.totals.get(part.source.kind, 0) for part in self.fitting)
        page = ListPage([], 1, total, 1)
        if not self.month:
            page = list_page(_InOrder(self._ordered(), total), self.params)  # type: ignore[arg-type]
            page.object_list = self._entries(page.object_list)
        return AgendaListing(
            page_obj=page,
            total=total,
            query=text_query(self.params),
            facets=self._facets(),
            chips=self._chips(),
            notices=self._notices(),
            querystring=without(self.params, "page").removeprefix("?"),
            records=self.parts[0].found,
            ways_on=[] if total else ways_on(self.params, self._asked(), self._found_without),
            kept=[(name, value) for name in SPANS if self.span and (value := self.params.get(name))],
        )

    def items(self) -> Iterator[tuple[CalendarSource, Any]]:
        """Everything that fits in order, never more than some hundreds in memory at once."""
        rows = list(self._ordered())
        for start in range(0, len(rows), CHUNK):
            yield from self._loaded(rows[start : start + CHUNK], for_files=True)

    def latest(self) -> list[FeedEntry]:
        """What of all that fits was announced or changed last, the newest first."""
        found = [entry for part in self.fitting for entry in part.source.latest(part.found, ENTRIES)]
        return sorted(found, key=lambda entry: entry.updated, reverse=True)[:ENTRIES]

    def _ordered(self) -> QuerySet[Any]:
        """Kind, key and start of all that fits, the soonest first."""
        return union({part: part.found for part in self.fitting}, "starts")

    def _loaded(
        self, rows: Iterable[tuple[Any, ...]], *, for_files: bool = False
    ) -> Iterator[tuple[CalendarSource, Any]]:
        rows = list(rows)
        by_kind = {part.source.kind: part.source for part in self.parts}
        loaded = {}
        for kind, source in by_kind.items():
            keys = [row[1] for row in rows if row[0] == kind]
            if keys:
                found = source.items().order_by().filter(pk__in=keys)
                loaded[kind] = (source.for_files(found) if for_files else source.for_rows(found)).in_bulk()
        for kind, key, *_rest in rows:
            if key in loaded[kind]:
                yield by_kind[kind], loaded[kind][key]

    def _entries(self, rows: list[tuple[Any, ...]]) -> list[Entry]:
        return [Entry(item, source.row_template) for source, item in self._loaded(rows)]

    def _facets(self) -> list[FacetChoices]:
        """The filters of all sources, with the sums of their counts."""
        merged: dict[str, dict[str, Choice]] = {}
        labels: dict[str, Any] = {}
        for part in self.of_kind:
            for facet in part.question.selection.choices(part.question.searched):
                choices = merged.setdefault(facet.parameter, {})
                labels.setdefault(facet.parameter, facet.label)
                for choice in facet.choices if part.misfits <= {facet.parameter} else []:
                    choices[choice.value] = _sum(choice, choices.get(choice.value))
        by_name = {
            each.parameter for part in self.parts for each in part.source.facets if isinstance(each, RecordFacet)
        }
        found = [
            FacetChoices(
                name, labels[name], sorted(values.values(), key=_label) if name in by_name else [*values.values()]
            )
            for name, values in merged.items()
        ]
        return [self._kind_facet(), *found] if len(self.parts) > 1 else found

    def _kind_facet(self) -> FacetChoices:
        choices = [
            Choice(part.source.kind, str(part.source.label), self.totals.get(part.source.kind, 0), selected)
            for part in self.parts
            for selected in [part.source.kind in self.kinds]
        ]
        return FacetChoices(KIND, _("Kind"), [choice for choice in choices if choice.count or choice.selected])

    def _chips(self) -> list[Chip]:
        kinds = [
            Chip(str(part.source.label), without(self.params, KIND, part.source.kind))
            for part in self.parts
            if part.source.kind in self.kinds
        ]
        return list(dict.fromkeys([*(chip for part in self.parts for chip in part.question.chips()), *kinds]))

    def _asked(self) -> dict[str, str]:
        """The parameters that narrow the list, with what each asks for."""
        kinds = [str(part.source.label) for part in self.parts if part.source.kind in self.kinds]
        asked = {name: label for part in self.parts for name, label in part.question.asked.items()}
        return asked | ({KIND: ", ".join(kinds)} if kinds else {})

    def _found_without(self, parameter: str) -> list[QuerySet[Any]]:
        """What of each source would fit without one parameter."""
        parts = self.parts if parameter == KIND else self.of_kind
        return [part.question.found_without(parameter) for part in parts if part.misfits <= {parameter}]

    def _notices(self) -> list[str]:
        """What no source knows."""
        known = {
            (name, value) for part in self.parts for name, values in _chosen_values(part).items() for value in values
        }
        unknown = {key: text for part in self.parts for key, text in part.question.selection.unknown.items()}
        return [*self.notices, *(text for key, text in unknown.items() if key not in known)]


class _InOrder:
    """Rows that are counted already, as a paginator takes them."""

    ordered = True

    def __init__(self, rows: QuerySet[Any], total: int) -> None:
        self.rows = rows
        self.total = total

    def count(self) -> int:
        return self.total

    def __getitem__(self, part: slice) -> QuerySet[Any]:
        return self.rows[part]


def union(found: dict[Part, QuerySet[Any]], *columns: str) -> QuerySet[Any]:
    """Kind, key and columns of what was found in several sources, in the order of the first column."""
    parts = [
        _plain(records).annotate(kind=Value(part.source.kind, CharField())).values_list("kind", "pk", *columns)
        for part, records in found.items()
    ]
    if not parts:
        return QuerySet(model=sources()[0].items().model).none()
    first, *others = parts
    return (first.union(*others, all=True) if others else first).order_by(columns[0], "pk")


def _per_kind(found: dict[Part, QuerySet[Any]], *aggregates: Any) -> list[tuple[Any, ...]]:
    """The kind and the aggregates of each source, in one query."""
    names = [f"value_{number}" for number, _each in enumerate(aggregates)]
    rows = [
        _plain(records)
        .values(kind=Value(part.source.kind, CharField()))
        .annotate(**dict(zip(names, aggregates, strict=True)))
        .values_list("kind", *names)
        for part, records in found.items()
    ]
    return list(rows[0].union(*rows[1:], all=True).order_by() if len(rows) > 1 else rows[0]) if rows else []


def _plain(records: QuerySet[Any]) -> QuerySet[Any]:
    """The same without modeltranslation's rewriting, and in no order."""
    return QuerySet(model=records.model, query=records.query.clone()).order_by()


def _chosen(part: Part) -> set[str]:
    return {facet.parameter for facet, options in part.question.selection.chosen.items() if options}


def _chosen_values(part: Part) -> dict[str, list[str]]:
    chosen = part.question.selection.chosen
    return {facet.parameter: [option.value for option in options] for facet, options in chosen.items()}


def _sum(choice: Choice, other: Choice | None) -> Choice:
    if other is None:
        return choice
    return Choice(choice.value, choice.label, choice.count + other.count, choice.selected or other.selected)


def _label(choice: Choice) -> str:
    return choice.label.casefold()
