"""The list behind a count: things of several models in one order, a page at a time."""

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils import formats, timezone
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.paginator import WagtailPaginator
from wagtail.models import Page

from ..partial_date import format_partial_date
from .counting import count_each
from .needs import Need, Source, Text

PER_PAGE = 50
NEVER = "0000"  # Before every year.
KEY = re.compile(r"(\d{1,4})-(\d{1,18})", re.ASCII)


@dataclass(frozen=True)
class Line:
    """A thing that needs somebody."""

    key: str
    title: str
    kind: str
    language: str
    url: str
    moment: str
    remark: Text


def in_words(moment: datetime.date | str | None) -> str:
    """A day, a moment or a partial date as the active language writes it."""
    if isinstance(moment, datetime.datetime):
        return formats.date_format(timezone.localtime(moment), "DATETIME_FORMAT")
    if isinstance(moment, datetime.date):
        return formats.date_format(moment, "DATE_FORMAT")
    return format_partial_date(moment or "")


class Rows(Sequence[tuple[int, int]]):
    """The places of sources and the keys of their things, as the paginator asks for them."""

    def __init__(self, sources: list[Source]) -> None:
        self.sources = sources
        self.length = sum(count_each(sources))

    def __len__(self) -> int:
        return self.length

    def __getitem__(self, asked: Any) -> Any:
        return [
            (int(place), int(key)) for _by, place, key in (row.rsplit("|", 2) for row in _rows(self.sources)[asked])
        ]


def _rows(sources: list[Source]) -> QuerySet[Any]:
    """One text for each thing, because modeltranslation's querysets give several columns in an order of their own."""
    first, *others = [_in_order(place, source) for place, source in enumerate(sources)]
    return (first.union(*others, all=True) if others else first).order_by("_row")


def _in_order(place: int, source: Source) -> QuerySet[Any]:
    by = Coalesce(Cast(source.by, CharField()), Value(NEVER))
    row = Concat(by, Value(f"|{place}|"), Cast("pk", CharField()), output_field=CharField())
    return source.things.order_by().annotate(_row=row).values_list("_row", flat=True)


class Lines(WagtailPaginator):
    """The list of a need for a user."""

    def __init__(self, need: Need, sources: list[Source], user: Any) -> None:
        self.need, self.sources = need, sources
        self.finder = AdminURLFinder(user)
        super().__init__(Rows(sources), PER_PAGE)

    def page(self, number: Any) -> Any:
        """A page of lines."""
        page = super().page(number)
        page.object_list = self._lines(page.object_list)
        return page

    def things(self, keys: list[str]) -> list[Any]:
        """The things with these keys that are in the list, and no others."""
        wanted = [(int(found[1]), int(found[2])) for found in map(KEY.fullmatch, keys) if found]
        return [thing for _place, thing in self._found(wanted)]

    def _lines(self, rows: list[tuple[int, int]]) -> list[Line]:
        return [line for place, thing in self._found(rows) if (line := self._line(place, thing))]

    def _found(self, rows: list[tuple[int, int]]) -> list[tuple[int, Any]]:
        found = {}
        for place, source in enumerate(self.sources):
            if keys := [key for at, key in rows if at == place]:
                found[place] = {thing.pk: thing for thing in source.things.filter(pk__in=keys)}
        return [(place, found[place][key]) for place, key in rows if key in found.get(place, ())]

    def _line(self, place: int, thing: Any) -> Line | None:
        subject = self.need.subject(thing)
        if subject is None:
            return None
        is_page = isinstance(subject, Page)
        return Line(
            key=f"{place}-{thing.pk}",
            title=getattr(subject, "get_admin_display_title", subject.__str__)(),
            kind=capfirst(str(subject.page_type_display_name if is_page else subject._meta.verbose_name)),
            language=str(subject.locale) if is_page else "",
            url=self.need.way(thing) or self.finder.get_edit_url(subject) or "",
            moment=in_words(getattr(thing, self.sources[place].by)) or str(self.need.never),
            remark=self.need.remark(thing),
        )
