"""Filters chosen by readable parameters: what a list declares of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext

from .models.term import Vocabulary
from .partial_date import holds_q
from .term_cache import terms_of

YES = "yes"


@dataclass(frozen=True)
class Option:
    """What may be chosen: its value in the URL, its label, and its key in the database."""

    value: str
    label: str
    key: Any


@dataclass(frozen=True, kw_only=True)
class BaseFacet:
    """A filter; ``parameter`` is its name in the URL.

    Facets of the same child ``rows`` must fit one row together: a standard and its status. ``dated`` rows must hold
    today; ``seen`` is what a row must fulfil besides, such as leading to something visible. ``hidden`` gives the keys
    of the records left out until the facet is chosen or a text is searched for.
    """

    parameter: str = field(kw_only=False)
    label: str | Promise = field(kw_only=False)
    rows: str = ""
    dated: tuple[str, str] | None = None
    seen: Callable[[], Q] | None = None
    hidden: Callable[[], QuerySet] | None = None

    def options(self, records: QuerySet) -> list[Option]:
        """The values that may be chosen of these records, in the order in which they are shown."""
        raise NotImplementedError

    def fits(self, keys: list[Any]) -> Q:
        """The condition that one of these options sets, by their keys."""
        raise NotImplementedError

    def keys_in(self, value: str) -> list[str]:
        """The keys of options that stand in a counted value; one of those for most."""
        return [value]

    @property
    def today(self) -> Q:
        """The condition that its row may be seen and, if it is dated, holds today."""
        seen = self.seen() if self.seen else Q()
        if not self.dated:
            return seen
        since, until = (f"{self.rows}__{name}" for name in self.dated)
        return seen & holds_q(since, until)


@dataclass(frozen=True, kw_only=True)
class LookupFacet(BaseFacet):
    """A filter by what a ``lookup`` leads to from the record."""

    lookup: str = field(kw_only=False)

    def fits(self, keys: list[Any]) -> Q:
        """The lookup leads to one of the keys."""
        return Q(**{f"{self.lookup}__in": keys})

    def is_column_of(self, model: type[Model]) -> bool:
        """Whether each record has one value at most, in its own row."""
        return "__" not in self.lookup and bool(getattr(model._meta.get_field(self.lookup), "concrete", False))


@dataclass(frozen=True, kw_only=True)
class Facet(LookupFacet):
    """A filter by terms of a vocabulary; their identifiers stand in the URL."""

    vocabulary: Vocabulary = field(kw_only=False)

    def options(self, records: QuerySet) -> list[Option]:
        """The vocabulary's terms."""
        return [Option(term.identifier, str(term), term.pk) for term in terms_of(self.vocabulary)]


@dataclass(frozen=True, kw_only=True)
class RecordFacet(LookupFacet):
    """A filter by records of another model, such as buildings; their keys stand in the URL."""

    model: type[Model] = field(kw_only=False)

    def options(self, records: QuerySet) -> list[Option]:
        """The visible records that occur."""
        occurring = records.model._default_manager.filter(pk__in=records.order_by().values("pk"))
        found = self.model.objects.visible().filter(pk__in=occurring.values(self.lookup))  # type: ignore[attr-defined]
        return [Option(record.key, str(record), record.pk) for record in found.in_order()]


@dataclass(frozen=True, kw_only=True)
class ValueFacet(LookupFacet):
    """A filter by what the records hold themselves; ``values`` gives them with their labels."""

    values: Callable[[], dict[str, str]] = field(kw_only=False)

    def options(self, records: QuerySet) -> list[Option]:
        """The values themselves."""
        return [Option(value, label, value) for value, label in self.values().items()]


@dataclass(frozen=True, kw_only=True)
class CodesFacet(ValueFacet):
    """A filter by codes of two letters of which a column holds several: “nl, en”."""

    def fits(self, keys: list[Any]) -> Q:
        """One of the codes stands in the column."""
        return reduce(or_, (Q(**{f"{self.lookup}__contains": key}) for key in keys))

    def keys_in(self, value: str) -> list[str]:
        """The codes of a column."""
        return [code.strip() for code in value.split(",")]


@dataclass(frozen=True, kw_only=True)
class FlagFacet(BaseFacet):
    """A filter that is on or off: the records for which a condition holds."""

    condition: Callable[[], Q] = field(kw_only=False)

    def options(self, records: QuerySet) -> list[Option]:
        """Yes."""
        return [Option(YES, gettext("Yes"), YES)]

    def fits(self, keys: list[Any]) -> Q:
        """The condition."""
        return self.condition()


AnyFacet = Facet | RecordFacet | ValueFacet | CodesFacet | FlagFacet
