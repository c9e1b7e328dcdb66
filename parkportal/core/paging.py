"""The pages of a list. A link to the next page names the record it comes after, so that a deep page costs what the
first does. A page asked by its number alone is found by counting, as anywhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from .errors import NothingHere
from .sorting import Key

PAGE_SIZE = 30
PAGING = ("page", "after", "before")
"""The parameters that say where in a list one is."""


@dataclass
class ListPage:
    """A page of a list, with the query strings of its neighbours; those are empty where there is none."""

    object_list: list[Any]
    number: int
    total: int
    pages: int
    next_query: str = ""
    previous_query: str = ""

    def __iter__(self) -> Iterator[Any]:
        return iter(self.object_list)


def page_of(records: QuerySet, number: str, page_size: int = PAGE_SIZE, total: int | None = None) -> Page:
    """A page of a list by its number in the URL; NothingHere if there is none. A known total need not be counted."""
    paginator = Paginator(records, page_size)
    if total is not None:
        paginator.count = total
    try:
        return paginator.page(number or 1)
    except (EmptyPage, PageNotAnInteger, ValueError):
        message = _("This list has no page “%(number)s”.") % {"number": number[:20]}
        raise NothingHere(message) from None


def list_page(
    records: QuerySet,
    params: QueryDict,
    keys: Sequence[Key] = (),
    page_size: int = PAGE_SIZE,
    total: int | None = None,
) -> ListPage:
    """The page that a query string asks for, of records in the order of ``keys``; NothingHere if there is none."""
    numbered = page_of(records, params.get("page", "1"), page_size, total)
    found = _beside_anchor(records, params, keys, page_size) if keys and numbered.number > 1 else None
    if found is None:
        found = list(numbered.object_list)
    page = ListPage(found, numbered.number, numbered.paginator.count, numbered.paginator.num_pages)
    if numbered.has_next():
        page.next_query = _query(params, page.number + 1, "after", found[-1:] if keys else [])
    if numbered.has_previous():
        page.previous_query = _query(params, page.number - 1, "before", found[:1] if keys else [])
    return page


def _beside_anchor(records: QuerySet, params: QueryDict, keys: Sequence[Key], page_size: int) -> list[Any] | None:
    """The records after or before the one that the query string names; None if it names none that there is."""
    after = params.get("after", "")
    key = after or params.get("before", "")
    values = _values(records, keys, key) if key else None
    if values is None:
        return None
    ordered = keys if after else [each.reversed() for each in keys]
    aliases = {f"_sort{number}": each.expression for number, each in enumerate(ordered)}
    beyond = records.alias(**aliases).filter(_beyond(ordered, values))
    found = list(beyond.order_by(*[each.ordering(f"_sort{number}") for number, each in enumerate(ordered)])[:page_size])
    return found if after else found[::-1]


def _values(records: QuerySet, keys: Sequence[Key], key: str) -> tuple[Any, ...] | None:
    """What the record with this key is sorted by."""
    aliases = {f"_sort{number}": each.expression for number, each in enumerate(keys)}
    found = QuerySet(model=records.model).filter(**{records.model.fallback_slug_column: key})  # type: ignore[attr-defined]
    return found.annotate(**aliases).values_list(*aliases).first()


def _beyond(keys: Sequence[Key], values: tuple[Any, ...]) -> Q:
    """Later in the order than these values; the first condition is the one that an index can use."""
    later, equal = Q(), Q()
    for number, (key, value) in enumerate(zip(keys, values, strict=True)):
        later |= equal & Q(**{f"_sort{number}__{key.comparison}": value})
        equal &= Q(**{f"_sort{number}": value})
    return Q(**{f"_sort0__{keys[0].comparison}e": values[0]}) & later


def _query(params: QueryDict, number: int, side: str, beside: list[Any]) -> str:
    rest = params.copy()
    for name in PAGING:
        rest.pop(name, None)
    rest["page"] = str(number)
    if beside:
        rest[side] = beside[0].key
    return f"?{rest.urlencode()}"
