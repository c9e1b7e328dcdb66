"""The orders of a list, and the letters that its names begin with."""

import datetime
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Self

from django.db.models import Count, DateField, F, QuerySet, Value
from django.db.models.expressions import Combinable, OrderBy
from django.db.models.functions import Coalesce, Left, Upper
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext, pgettext_lazy

from .languages import name_key, translated

DIGITS = "0-9"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LONG_AGO = datetime.date.min


@dataclass(frozen=True)
class Key:
    """Something to sort by, and in which direction."""

    expression: Combinable
    descending: bool = False

    @property
    def comparison(self) -> str:
        """The lookup that finds what comes later."""
        return "lt" if self.descending else "gt"

    def ordering(self, name: str) -> OrderBy:
        """The order by a column of this name that holds the expression."""
        return F(name).desc() if self.descending else F(name).asc()

    def reversed(self) -> Self:
        """The same from the end."""
        return replace(self, descending=not self.descending)


@dataclass(frozen=True)
class Sort:
    """An order: its value in the URL, its label, and what it sorts by; nothing for the order of the search."""

    value: str
    label: str | Promise
    keys: Callable[[], tuple[Key, ...]] = tuple

    def apply(self, records: QuerySet) -> QuerySet:
        """The records in this order."""
        keys = [key.expression.desc() if key.descending else key.expression.asc() for key in self.keys()]  # type: ignore[attr-defined]
        return records.order_by(*keys) if keys else records


def _by_name() -> tuple[Key, ...]:
    return Key(name_key()), Key(F("pk"))


def _newest() -> tuple[Key, ...]:
    return Key(F("created"), descending=True), Key(F("pk"), descending=True)


def _confirmed() -> tuple[Key, ...]:
    never = Value(LONG_AGO, DateField())
    return Key(Coalesce("confirmed_on", never), descending=True), *_by_name()


RELEVANCE = Sort("relevance", pgettext_lazy("order", "Best match"))
NAME = Sort("name", pgettext_lazy("order", "Name"), _by_name)
NEWEST = Sort("newest", pgettext_lazy("order", "Newest"), _newest)
CONFIRMED = Sort("confirmed", pgettext_lazy("order", "Recently confirmed"), _confirmed)
RECORD_SORTS = (RELEVANCE, NAME, NEWEST, CONFIRMED)


@dataclass(frozen=True)
class SortChoice:
    """An order as the page offers it."""

    value: str
    label: str | Promise
    selected: bool


@dataclass(frozen=True)
class Letter:
    """A letter of the A–Z bar; without an address if no name begins with it."""

    letter: str
    url: str
    selected: bool


def chosen_sort(sorts: tuple[Sort, ...], params: QueryDict, query: str, notices: list[str]) -> Sort:
    """The order that was asked for; by itself the best first when a text was searched for, else the list's own."""
    usual = RELEVANCE if query and RELEVANCE in sorts else next(sort for sort in sorts if sort is not RELEVANCE)
    asked = params.get("sort", "")
    possible = {sort.value: sort for sort in sorts if query or sort is not RELEVANCE}
    if asked and asked not in {sort.value for sort in sorts}:
        notices.append(gettext("The list can't be sorted by “%(sort)s”.") % {"sort": asked[:80]})
    return possible.get(asked, usual)


def sort_choices(sorts: tuple[Sort, ...], chosen: Sort, query: str) -> list[SortChoice]:
    """The orders that make sense; relevance only to a text."""
    return [SortChoice(sort.value, sort.label, sort is chosen) for sort in sorts if query or sort is not RELEVANCE]


def initials(records: QuerySet) -> dict[str, dict[str, int]]:
    """The letters that names begin with, each with how many begin with every character that stands for it: e, É, È."""
    # A plain QuerySet, because modeltranslation's groups by every column.
    plain = QuerySet(model=records.model, query=records.order_by().query.clone())
    letters: dict[str, dict[str, int]] = {}
    for character, total in with_initial(plain).values_list("initial").annotate(total=Count("pk")):
        letters.setdefault(letter_of(character), {})[character] = total
    return letters


def beginning_with(records: QuerySet, characters: Iterable[str]) -> QuerySet:
    """The records whose name begins with one of these characters."""
    fitting = with_initial(QuerySet(model=records.model)).filter(initial__in=list(characters))
    return records.filter(pk__in=fitting.values("pk"))


def letter_of(character: str) -> str:
    """A letter without its accent, or the sign for whatever is not a letter."""
    plain = unicodedata.normalize("NFD", character or "#")[0].upper()
    return plain if plain in LETTERS else DIGITS


def with_initial(records: QuerySet) -> QuerySet:
    """The records with the character that their name begins with."""
    return records.annotate(initial=Upper(Left(translated("name"), 1)))
