"""A list page: what was asked, what was found, and how to ask it otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import EmptyPage, Page, PageNotAnInteger, Paginator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from .errors import NothingHere
from .facets import AnyFacet, Chip, FacetChoices, FacetSelection, without

PAGE_SIZE = 30
LONGEST_QUERY = 200


@dataclass
class Listing:
    """What the template of a list shows."""

    page_obj: Page
    total: int
    query: str
    facets: list[FacetChoices]
    chips: list[Chip]
    notices: list[str]
    querystring: str
    records: QuerySet

    @property
    def is_filtered(self) -> bool:
        """Whether anything was asked."""
        return bool(self.query or self.chips)

    @property
    def reset_url(self) -> str:
        """The list without anything asked."""
        return "?" if self.is_filtered else ""


def make_listing(
    records: QuerySet, params: QueryDict, *, facets: Sequence[AnyFacet] = (), page_size: int = PAGE_SIZE
) -> Listing:
    """Search, filter and page records that are already visible and in order.

    Raises NothingHere for a page that the list does not have.
    """
    query = text_query(params)
    records = _searched(records, query)
    selection = FacetSelection(facets, params)
    found = selection.apply(records)
    page = page_of(found, params.get("page", "1"), page_size)
    chips = selection.chips()
    if query:
        chips.insert(0, Chip(_("“%(query)s”") % {"query": query}, without(params, "q")))
    return Listing(
        page_obj=page,
        total=page.paginator.count,
        query=query,
        facets=selection.choices(records),
        chips=chips,
        notices=selection.notices,
        querystring=without(params, "page").removeprefix("?"),
        records=found,
    )


def found_records(records: QuerySet, params: QueryDict, *, facets: Sequence[AnyFacet] = ()) -> QuerySet:
    """What ``make_listing`` finds, without paging and counting: for feeds and downloads."""
    return FacetSelection(facets, params).apply(_searched(records, text_query(params)))


def text_query(params: QueryDict) -> str:
    """The text that was asked for, in one line."""
    return " ".join(params.get("q", "").split())[:LONGEST_QUERY]


def _searched(records: QuerySet, query: str) -> QuerySet:
    return records.matching(query) if query else records  # type: ignore[attr-defined]


def page_of(records: QuerySet, number: str, page_size: int = PAGE_SIZE) -> Page:
    """A page of a list by its number in the URL; NothingHere if there is none."""
    try:
        return Paginator(records, page_size).page(number or 1)
    except (EmptyPage, PageNotAnInteger, ValueError):
        message = _("This list has no page “%(number)s”.") % {"number": number[:20]}
        raise NothingHere(message) from None
