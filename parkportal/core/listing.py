"""A list page: what was asked, what was found, and how to ask it otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from .facet_selection import Chip, FacetChoices, FacetSelection, asking, without
from .facets import AnyFacet
from .loosening import WayOn, ways_on
from .paging import PAGE_SIZE, ListPage, list_page
from .sorting import (
    DIGITS,
    LETTERS,
    NAME,
    RELEVANCE,
    Letter,
    Sort,
    SortChoice,
    beginning_with,
    chosen_sort,
    initials,
    sort_choices,
)

LONGEST_QUERY = 200


@dataclass
class Listing:
    """What the template of a list shows."""

    page_obj: ListPage
    total: int
    query: str
    facets: list[FacetChoices]
    chips: list[Chip]
    notices: list[str]
    querystring: str
    records: QuerySet
    sorts: list[SortChoice] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)
    letter: str = ""
    ways_on: list[WayOn] = field(default_factory=list)
    correction: str = ""
    correction_url: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything was asked."""
        return bool(self.query or self.chips)

    @property
    def reset_url(self) -> str:
        """The list without anything asked."""
        return "?" if self.is_filtered else ""


@dataclass
class Question:
    """What a query string asks of records that are already visible and in order."""

    records: QuerySet
    params: QueryDict
    facets: Sequence[AnyFacet] = ()
    sorts: tuple[Sort, ...] = ()

    def __post_init__(self) -> None:
        self.query = text_query(self.params)
        self.searched = self.records.matching(self.query) if self.query else self.records  # type: ignore[attr-defined]
        self.selection = FacetSelection(self.facets, self.params, self.records, searched=bool(self.query))
        self.notices = self.selection.notices
        self.sort = chosen_sort(self.sorts, self.params, self.query, self.notices) if self.sorts else None
        self.initials = initials(self.selection.apply(self.searched)) if self.sorts else {}
        self.letter = self._known_letter()

    @property
    def found(self) -> QuerySet:
        """All that fits, in the order that was asked for."""
        found = self.selection.apply(self.searched)
        if self.letter:
            found = beginning_with(found, self.initials.get(self.letter, ()))
        if self.sort is RELEVANCE:
            return found.by_relevance(self.query)  # type: ignore[attr-defined]
        return self.sort.apply(found) if self.sort else found

    @property
    def total(self) -> int | None:
        """How many fit, as far as their initials told."""
        letters = [self.initials.get(self.letter, {})] if self.letter else self.initials.values()
        return sum(sum(letter.values()) for letter in letters) if self.sorts else None

    @property
    def asked(self) -> dict[str, str]:
        """The parameters that narrow the list, with what each asks for."""
        text = {"q": self.query} if self.query else {}
        letter = {"letter": self._begins_with} if self.letter else {}
        return text | letter | self.selection.asked

    def found_without(self, parameter: str) -> QuerySet:
        """What fits the text and the facets that were asked, but one; in no order, and whatever it begins with."""
        records = self.records if parameter == "q" else self.searched
        return self.selection.loosened(parameter).apply(records).order_by()

    @property
    def _begins_with(self) -> str:
        return _("Begins with %(letter)s") % {"letter": self.letter}

    def chips(self) -> list[Chip]:
        """All that narrows the list, each with the query string that takes it away."""
        chips = self.selection.chips()
        if self.letter:
            chips.insert(0, Chip(self._begins_with, without(self.params, "letter")))
        if self.query:
            chips.insert(0, Chip(_("“%(query)s”") % {"query": self.query}, without(self.params, "q")))
        return chips

    def letters(self) -> list[Letter]:
        """The A–Z bar."""
        if not self.sorts:
            return []
        rest = without(self.params, "letter")
        joined = f"{rest}&letter=" if rest != "?" else "?letter="
        return [
            Letter(letter, f"{joined}{letter.lower()}" if letter in self.initials else "", letter == self.letter)
            for letter in (*LETTERS, DIGITS)
        ]

    def _known_letter(self) -> str:
        letter = self.params.get("letter", "").upper()
        if not letter or not self.sorts:
            return ""
        if letter in (*LETTERS, DIGITS):
            return letter
        self.notices.append(_("“%(letter)s” is not a letter of the alphabet.") % {"letter": letter[:20]})
        return ""


def make_listing(
    records: QuerySet,
    params: QueryDict,
    *,
    facets: Sequence[AnyFacet] = (),
    sorts: tuple[Sort, ...] = (),
    page_size: int = PAGE_SIZE,
) -> Listing:
    """Search, filter, sort and page records that are already visible and in order.

    Raises NothingHere for a page that the list does not have.
    """
    question = Question(records, params, facets, sorts)
    found = question.found
    keys = question.sort.keys() if question.sort else ()
    page = list_page(found, params, keys, page_size, question.total)
    correction = "" if page.total else _correction(question)
    return Listing(
        page_obj=page,
        total=page.total,
        query=question.query,
        facets=question.selection.choices(question.searched),
        chips=question.chips(),
        notices=question.notices,
        querystring=without(params, "page").removeprefix("?"),
        records=found,
        sorts=sort_choices(sorts, question.sort or NAME, question.query),
        letters=question.letters(),
        letter=question.letter,
        ways_on=[] if page.total else _ways_on(question),
        correction=correction,
        correction_url=asking(params, "q", correction) if correction else "",
    )


def found_records(
    records: QuerySet, params: QueryDict, *, facets: Sequence[AnyFacet] = (), sorts: tuple[Sort, ...] = ()
) -> QuerySet:
    """What ``make_listing`` finds, without paging and counting: for feeds and downloads."""
    return Question(records, params, facets, sorts).found


def _ways_on(question: Question) -> list[WayOn]:
    """What there would be without one of the things that were asked."""
    return ways_on(question.params, question.asked, lambda name: [question.found_without(name)], question.letter)


def _correction(question: Question) -> str:
    """What the visitor may have meant of what is in the list."""
    from .search.spelling import correction_within  # The index stands on the lists' models.

    return correction_within(question.records, question.query) if question.query else ""


def text_query(params: QueryDict) -> str:
    """The text that was asked for, in one line."""
    return " ".join(params.get("q", "").split())[:LONGEST_QUERY]
