"""Filters chosen by readable parameters, with counts that hold under every combination."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import CharField, Count, F, Model, QuerySet, Value
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from .models.term import Term, Vocabulary


@dataclass(frozen=True)
class Facet:
    """A filter by terms: ``lookup`` leads from the record to a term, ``parameter`` is its name in the URL."""

    parameter: str
    label: str | Promise
    lookup: str
    vocabulary: Vocabulary

    @property
    def value_lookup(self) -> str:
        """Leads to what stands in the URL."""
        return f"{self.lookup}__identifier"


@dataclass(frozen=True)
class RecordFacet:
    """A filter by records of another model, such as buildings."""

    parameter: str
    label: str | Promise
    lookup: str
    model: type[Model]

    @property
    def value_lookup(self) -> str:
        """Leads to what stands in the URL."""
        return f"{self.lookup}__{self.model.fallback_slug_column}"  # type: ignore[attr-defined]


@dataclass(frozen=True)
class ValueFacet:
    """A filter by what the records hold themselves; ``options`` gives the values with their labels."""

    parameter: str
    label: str | Promise
    value_lookup: str
    options: Callable[[], dict[str, str]]


NOTICES_SHOWN = 10  # Nobody reads more, and a query string may hold hundreds.
AnyFacet = Facet | RecordFacet | ValueFacet


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
    """What a query string chooses of a list's facets. Several values in a facet are OR, facets are AND."""

    facets: Sequence[AnyFacet]
    params: QueryDict
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chosen = {facet: self._known_values(facet) for facet in self.facets}

    @cached_property
    def labels(self) -> dict[AnyFacet, dict[str, str]]:
        """The values of every facet with their labels: one query for all terms, one for each kind of record."""
        vocabularies = {facet.vocabulary for facet in self.facets if isinstance(facet, Facet)}
        terms = Term.objects.filter(vocabulary__in=vocabularies, retired=False) if vocabularies else []
        by_vocabulary: dict[str, dict[str, str]] = {vocabulary: {} for vocabulary in vocabularies}
        for term in terms:
            by_vocabulary[term.vocabulary][term.identifier] = str(term)
        return {facet: self._options(facet, by_vocabulary) for facet in self.facets}

    @staticmethod
    def _options(facet: AnyFacet, by_vocabulary: dict[str, dict[str, str]]) -> dict[str, str]:
        match facet:
            case Facet():
                return by_vocabulary[facet.vocabulary]
            case RecordFacet():
                records = facet.model.objects.visible().in_order()  # type: ignore[attr-defined]
                return {record.key: str(record) for record in records}
            case ValueFacet():
                return facet.options()

    def _known_values(self, facet: AnyFacet) -> list[str]:
        known = self.labels[facet]
        values = list(dict.fromkeys(value for value in self.params.getlist(facet.parameter) if value))
        for value in values[:NOTICES_SHOWN]:
            if value not in known:
                message = _("%(facet)s: “%(value)s” does not exist, so the list is shown without it.")
                self.notices.append(message % {"facet": facet.label, "value": value[:80]})
        return [value for value in values if value in known]

    def apply(self, records: QuerySet, *, but: AnyFacet | None = None) -> QuerySet:
        """The records that fit what was chosen, in all facets but one."""
        for facet, values in self.chosen.items():
            if values and facet is not but:
                fitting = records.model._default_manager.filter(**{f"{facet.value_lookup}__in": values})
                records = records.filter(pk__in=fitting.values("pk"))
        return records

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
                    if (facet.parameter, value) in counts or value in self.chosen[facet]
                ],
            )
            for facet in self.facets
        ]

    def _counts(self, records: QuerySet) -> dict[tuple[str, str], int]:
        """How many records each value of each facet would leave, in one query."""
        # A plain QuerySet, because modeltranslation's groups by every column.
        plain = QuerySet(model=records.model).order_by()
        parts = [
            plain.filter(pk__in=self.apply(records, but=facet).order_by().values("pk"))
            .values(parameter=Value(facet.parameter, CharField()), value=Cast(F(facet.value_lookup), CharField()))
            .annotate(total=Count("pk", distinct=True))
            .values_list("parameter", "value", "total")
            for facet in self.facets
        ]
        if not parts:
            return {}
        rows = parts[0].union(*parts[1:], all=True).order_by()
        return {(parameter, str(value)): total for parameter, value, total in rows if value}

    def chips(self) -> list[Chip]:
        """What was chosen, each with the query string that takes it away."""
        return [
            Chip(self.labels[facet][value], without(self.params, facet.parameter, value))
            for facet, values in self.chosen.items()
            for value in values
        ]


def without(params: QueryDict, parameter: str, value: str | None = None) -> str:
    """The query string, from its first page, without one value of a parameter or without all of them."""
    rest = params.copy()
    rest.pop("page", None)
    kept = [each for each in rest.getlist(parameter) if value is not None and each != value]
    rest.setlist(parameter, kept)
    return f"?{rest.urlencode()}" if rest else "?"
