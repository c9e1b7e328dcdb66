"""Filters chosen by readable parameters, with counts that hold under every combination."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import groupby
from operator import and_

from django.db.models import CharField, Count, F, Model, Q, QuerySet, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext

from .models.term import Vocabulary
from .paging import PAGING
from .partial_date import holds_q
from .term_cache import terms_by_pk


@dataclass(frozen=True, kw_only=True)
class BaseFacet:
    """A filter; ``parameter`` is its name in the URL.

    Facets of the same child ``rows`` must fit one row together: a standard and its status. ``dated`` rows must hold
    today. ``hidden`` is left out of the list until the facet is chosen or a text is searched for.
    """

    parameter: str = field(kw_only=False)
    label: str | Promise = field(kw_only=False)
    rows: str = ""
    dated: tuple[str, str] | None = None
    hidden: Callable[[], Q] | None = None

    @property
    def value_lookup(self) -> str:
        """Leads from the record to what stands in the URL."""
        raise NotImplementedError

    def fits(self, values: list[str]) -> Q:
        """The condition that one of these values sets."""
        return Q(**{f"{self.value_lookup}__in": values})

    @property
    def today(self) -> Q:
        """The condition that its dated row holds today."""
        if not self.dated:
            return Q()
        since, until = (f"{self.rows}__{name}" for name in self.dated)
        return holds_q(since, until)


@dataclass(frozen=True, kw_only=True)
class Facet(BaseFacet):
    """A filter by terms: ``lookup`` leads from the record to a term."""

    lookup: str = field(kw_only=False)
    vocabulary: Vocabulary = field(kw_only=False)

    @property
    def value_lookup(self) -> str:
        """Leads to the term's identifier."""
        return f"{self.lookup}__identifier"


@dataclass(frozen=True, kw_only=True)
class RecordFacet(BaseFacet):
    """A filter by records of another model, such as buildings."""

    lookup: str = field(kw_only=False)
    model: type[Model] = field(kw_only=False)

    @property
    def value_lookup(self) -> str:
        """Leads to the record's key."""
        return f"{self.lookup}__{self.model.fallback_slug_column}"  # type: ignore[attr-defined]


@dataclass(frozen=True, kw_only=True)
class ValueFacet(BaseFacet):
    """A filter by what the records hold themselves; ``options`` gives the values with their labels."""

    lookup: str = field(kw_only=False)
    options: Callable[[], dict[str, str]] = field(kw_only=False)

    @property
    def value_lookup(self) -> str:
        """The column itself."""
        return self.lookup


@dataclass(frozen=True, kw_only=True)
class FlagFacet(BaseFacet):
    """A filter that is on or off: the records for which a condition holds."""

    condition: Callable[[], Q] = field(kw_only=False)

    def fits(self, values: list[str]) -> Q:
        """The condition."""
        return self.condition()


YES = "yes"
NOTICES_SHOWN = 10  # Nobody reads more, and a query string may hold hundreds.
AnyFacet = Facet | RecordFacet | ValueFacet | FlagFacet


@dataclass(frozen=True)
class Choice:
    """A value of a facet, and how many records it would leave."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class FacetChoices:
    """A facet as the page shows it."""

    parameter: str
    label: str | Promise
    choices: list[Choice]

    @property
    def selected(self) -> bool:
        """Whether something in it was chosen, so that it opens."""
        return any(choice.selected for choice in self.choices)


@dataclass(frozen=True)
class Chip:
    """A chosen filter, and the query string without it."""

    label: str
    remove_url: str


@dataclass
class FacetSelection:
    """What a query string chooses of a list's facets. Several values in a facet are OR, facets are AND.

    ``records`` are all that the list can show; ``searched`` says whether a text narrows them too.
    """

    facets: Sequence[AnyFacet]
    params: QueryDict
    records: QuerySet
    searched: bool = False
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chosen = {facet: self._known_values(facet) for facet in self.facets}

    @cached_property
    def labels(self) -> dict[AnyFacet, dict[str, str]]:
        """The values of every facet with their labels: one query for each kind of record."""
        vocabularies: dict[str, dict[str, str]] = defaultdict(dict)
        for term in sorted(terms_by_pk().values(), key=lambda term: (term.order, term.identifier)):
            if not term.retired:
                vocabularies[term.vocabulary][term.identifier] = str(term)
        return {facet: self._options(facet, vocabularies) for facet in self.facets}

    def _options(self, facet: AnyFacet, vocabularies: dict[str, dict[str, str]]) -> dict[str, str]:
        match facet:
            case Facet():
                return vocabularies[facet.vocabulary]
            case RecordFacet():
                occurring = self.records.model._default_manager.filter(pk__in=self.records.order_by().values("pk"))
                found = facet.model.objects.visible().filter(pk__in=occurring.values(facet.lookup))  # type: ignore[attr-defined]
                return {record.key: str(record) for record in found.in_order()}
            case ValueFacet():
                return facet.options()
            case FlagFacet():
                return {YES: gettext("Yes")}

    def _known_values(self, facet: AnyFacet) -> list[str]:
        known = self.labels[facet]
        values = list(dict.fromkeys(value for value in self.params.getlist(facet.parameter) if value))
        for value in values[:NOTICES_SHOWN]:
            if value not in known:
                message = gettext("%(facet)s: “%(value)s” does not exist, so the list is shown without it.")
                self.notices.append(message % {"facet": facet.label, "value": value[:80]})
        return [value for value in values if value in known]

    def apply(self, records: QuerySet, *, but: AnyFacet | None = None) -> QuerySet:
        """The records that fit what was chosen, in all facets but one and those of the same rows."""
        for _rows, facets in groupby(sorted(self.facets, key=_rows_key), key=_rows_key):
            group = list(facets)
            condition = self._together(group)
            if condition and (but is None or but not in group):
                fitting = records.model._default_manager.filter(condition)
                records = records.filter(pk__in=fitting.values("pk"))
        if not self.searched:
            for facet in self.facets:
                if facet.hidden and facet is not but and not self.chosen[facet]:
                    hidden = records.model._default_manager.filter(facet.hidden())
                    records = records.exclude(pk__in=hidden.values("pk"))
        return records

    def _together(self, facets: Iterable[AnyFacet]) -> Q:
        """What was chosen in facets that must hold in one row."""
        chosen = [facet for facet in facets if self.chosen[facet]]
        return reduce(and_, (facet.fits(self.chosen[facet]) & facet.today for facet in chosen), Q())

    def choices(self, records: QuerySet) -> list[FacetChoices]:
        """Every facet with the values that would leave something, or that were chosen."""
        counts = self._counts(records)
        return [
            FacetChoices(
                facet.parameter,
                facet.label,
                [
                    Choice(value, label, counts.get((facet.parameter, value), 0), value in self.chosen[facet])
                    for value, label in self.labels[facet].items()
                    if counts.get((facet.parameter, value)) or value in self.chosen[facet]
                ],
            )
            for facet in self.facets
        ]

    def _counts(self, records: QuerySet) -> dict[tuple[str, str], int]:
        """How many records each value of each facet would leave, in one query."""
        parts = [self._count(facet, records) for facet in self.facets]
        if not parts:
            return {}
        rows = parts[0].union(*parts[1:], all=True).order_by()
        return {(parameter, str(value)): total for parameter, value, total in rows if value}

    def _count(self, facet: AnyFacet, records: QuerySet) -> QuerySet:
        left = self.apply(records, but=facet).order_by().values("pk")
        # A plain QuerySet, because modeltranslation's groups by every column.
        plain = QuerySet(model=records.model).order_by().filter(pk__in=left)
        if isinstance(facet, FlagFacet):
            value: Value | Cast = Value(YES, CharField())
            plain = plain.filter(facet.condition())
        else:
            mates = [other for other in self.facets if facet.rows and other.rows == facet.rows and other is not facet]
            plain = plain.filter(self._together(mates) & facet.today)
            value = Cast(F(facet.value_lookup), CharField())
        counted = plain.values(parameter=Value(facet.parameter, CharField()), value=value)
        return counted.annotate(total=Count("pk", distinct=True)).values_list("parameter", "value", "total")

    def chips(self) -> list[Chip]:
        """What was chosen, each with the query string that takes it away."""
        return [
            Chip(_chip_label(facet, self.labels[facet][value]), without(self.params, facet.parameter, value))
            for facet, values in self.chosen.items()
            for value in values
        ]


def _rows_key(facet: AnyFacet) -> str:
    return facet.rows or facet.parameter


def _chip_label(facet: AnyFacet, label: str) -> str:
    """A value says enough for itself, a yes needs its question."""
    return str(facet.label) if isinstance(facet, FlagFacet) else label


def without(params: QueryDict, parameter: str, value: str | None = None) -> str:
    """The query string, from its first page, without one value of a parameter or without all of them."""
    rest = params.copy()
    for name in PAGING:
        rest.pop(name, None)
    kept = [each for each in rest.getlist(parameter) if value is not None and each != value]
    rest.setlist(parameter, kept)
    return f"?{rest.urlencode()}" if rest else "?"
