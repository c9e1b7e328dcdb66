"""What a query string chooses of a list's filters, with counts that hold under every combination."""

from collections import Counter
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cached_property, reduce
from itertools import groupby
from operator import and_
from typing import Any, Self, cast

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, CharField, Count, F, Model, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext

from .facets import YES, AnyFacet, FlagFacet, LookupFacet, Option
from .paging import PAGING

YES_VALUE = Value(YES, CharField())
NOTICES_SHOWN = 10  # Nobody reads more, and a query string may hold hundreds.
Sql = tuple[str, tuple[Any, ...]]


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
    unknown: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.options = {facet: {each.value: each for each in facet.options(self.records)} for facet in self.facets}
        self.chosen = {facet: self._known_options(facet) for facet in self.facets}

    @property
    def notices(self) -> list[str]:
        """What to say of values that do not exist."""
        return list(self.unknown.values())

    def _known_options(self, facet: AnyFacet) -> list[Option]:
        known = self.options[facet]
        values = list(dict.fromkeys(value for value in self.params.getlist(facet.parameter) if value))
        for value in values[:NOTICES_SHOWN]:
            if value not in known:
                message = gettext("%(facet)s: “%(value)s” does not exist, so the list is shown without it.")
                self.unknown[facet.parameter, value] = message % {"facet": facet.label, "value": value[:80]}
        return [known[value] for value in values if value in known]

    def apply(self, records: QuerySet, *, but: AnyFacet | None = None) -> QuerySet:
        """The records that fit what was chosen, in all facets but one and those of the same rows."""
        for _rows, facets in groupby(sorted(self.facets, key=_rows_key), key=_rows_key):
            group = list(facets)
            condition = self._together(group)
            if not condition or (but is not None and but in group):
                continue
            if is_in_row(group[0], records.model):
                records = records.filter(condition)
            else:  # A join would give a record as often as it has fitting rows.
                records = records.filter(pk__in=records.model._default_manager.filter(condition).values("pk"))
        for facet in self.facets:
            if facet.hidden and facet is not but and not self.searched and not self.chosen[facet]:
                records = records.exclude(pk__in=facet.hidden())
        return records

    def _together(self, facets: Iterable[AnyFacet]) -> Q:
        """What was chosen in facets that must hold in one row."""
        chosen = [facet for facet in facets if self.chosen[facet]]
        return reduce(
            and_, (facet.fits([each.key for each in self.chosen[facet]]) & facet.today for facet in chosen), Q()
        )

    def loosened(self, parameter: str) -> Self:
        """The same with nothing chosen in the facet of a parameter, or without the text if that is ``q``."""
        selection = copy(self)
        selection.chosen = {facet: [] if facet.parameter == parameter else self.chosen[facet] for facet in self.facets}
        selection.searched = self.searched and parameter != "q"
        return selection

    @property
    def asked(self) -> dict[str, str]:
        """The parameters in which something was chosen, with what that is."""
        return {
            facet.parameter: ", ".join(_chip_label(facet, option.label) for option in options)
            for facet, options in self.chosen.items()
            if options
        }

    def choices(self, records: QuerySet) -> list[FacetChoices]:
        """Every facet with the values that would leave something, or that were chosen."""
        try:
            counts = self._counts(records)
        except EmptyResultSet:  # Django saw that nothing can fit.
            counts = {}
        return [
            FacetChoices(
                facet.parameter,
                facet.label,
                [
                    Choice(option.value, option.label, total, selected)
                    for option in self.options[facet].values()
                    for total in [counts.get((facet.parameter, str(option.key)), 0)]
                    for selected in [option in self.chosen[facet]]
                    if total or selected
                ],
            )
            for facet in self.facets
        ]

    def _counts(self, records: QuerySet) -> dict[tuple[str, str], int]:
        """How many records each key of each facet would leave: one query, which finds each set of records once."""
        if not self.facets:
            return {}
        found = {facet: self._left_by_others(facet, records) for facet in self.facets}
        names = {query: f"found_{number}" for number, query in enumerate(dict.fromkeys(found.values()))}
        sets = [f"{name} AS MATERIALIZED ({sql})" for (sql, _params), name in names.items()]
        parts = [self._count(facet, records.model, names[found[facet]]) for facet in self.facets]
        params = [param for _sql, its_params in (*names, *parts) for param in its_params]
        with connection.cursor() as cursor:
            cursor.execute(f"WITH {', '.join(sets)} {' UNION ALL '.join(sql for sql, _params in parts)}", params)
            return self._by_key(cursor.fetchall())

    def _by_key(self, rows: Iterable[tuple[str, Any, int]]) -> dict[tuple[str, str], int]:
        """The counts of each key of each facet."""
        facets = {facet.parameter: facet for facet in self.facets}
        counts: Counter[tuple[str, str]] = Counter()
        for parameter, value, total in rows:
            for key in facets[parameter].keys_in(str(value)) if value is not None else []:
                counts[parameter, key] += total
        return counts

    @cached_property
    def _columns(self) -> dict[str, F | Case]:
        """What the found records' own rows say, made once, so that equal queries are the same."""
        return {
            column(facet): Case(When(facet.condition(), then=YES_VALUE))
            if isinstance(facet, FlagFacet)
            else F(facet.lookup)
            for facet in self.facets
            if is_in_row(facet, self.records.model)
        }

    def _left_by_others(self, facet: AnyFacet, records: QuerySet) -> Sql:
        """The records that fit all other facets, with the columns to count; the same while nothing is chosen in it."""
        left = QuerySet(model=records.model, query=self.apply(records, but=facet).query.clone()).order_by()
        return left.values("pk", **self._columns).query.sql_with_params()

    def _count(self, facet: AnyFacet, model: type[Model], found: str) -> Sql:
        """The keys of a facet with how many of the found records have them."""
        if is_in_row(facet, model):
            key = f'"{column(facet)}"'
            return f"SELECT %s, CAST({key} AS varchar), COUNT(*) FROM {found} GROUP BY {key}", (facet.parameter,)  # noqa: S608
        lookup = cast("LookupFacet", facet).lookup
        if "__" not in lookup and model._meta.get_field(lookup).many_to_many:
            return _count_pairs(facet, model._meta.get_field(lookup), found)
        if facet.rows:
            return self._count_rows(facet, model._meta.get_field(facet.rows), found)
        # A plain QuerySet, because modeltranslation's groups by every column.
        plain = QuerySet(model=model).order_by().filter(pk__in=RawSQL(f"SELECT pk FROM {found}", ()))  # noqa: S608, S611
        counted = (
            plain.filter(**{f"{lookup}__isnull": False})
            .values(parameter=Value(facet.parameter, CharField()), key=Cast(F(lookup), CharField()))
            .annotate(total=Count("pk"))
            .values_list("parameter", "key", "total")
        )
        return counted.query.sql_with_params()

    def _count_rows(self, facet: AnyFacet, relation: Any, found: str) -> Sql:
        """The same from the rows alone; a record counts once for a key, however many rows have it."""
        mates = [other for other in self.facets if other.rows == facet.rows and other is not facet]
        condition = asked_of_rows(self._together(mates) & facet.today, facet.rows)
        key = cast("LookupFacet", facet).lookup.removeprefix(f"{facet.rows}__")
        rows = QuerySet(model=relation.related_model).filter(condition, **{f"{key}__isnull": False}).order_by()
        keys = rows.values(key=Cast(F(key), CharField()), record=F(relation.field.attname))
        sql, params = keys.query.sql_with_params()
        pairs = f'SELECT DISTINCT "key", pk FROM ({sql}) AS keys JOIN {found} ON pk = record'  # noqa: S608
        return f'SELECT %s, "key", COUNT(*) FROM ({pairs}) AS pairs GROUP BY "key"', (facet.parameter, *params)  # noqa: S608

    def chips(self) -> list[Chip]:
        """What was chosen, each with the query string that takes it away."""
        return [
            Chip(_chip_label(facet, option.label), without(self.params, facet.parameter, option.value))
            for facet, options in self.chosen.items()
            for option in options
        ]


def _count_pairs(facet: AnyFacet, relation: Any, found: str) -> Sql:
    """The same from the table between records and terms alone."""
    table, record, term = relation.m2m_db_table(), relation.m2m_column_name(), relation.m2m_reverse_name()
    pairs = f'"{table}" JOIN {found} ON {found}.pk = "{table}"."{record}"'
    return f'SELECT %s, CAST("{term}" AS varchar), COUNT(*) FROM {pairs} GROUP BY "{term}"', (facet.parameter,)  # noqa: S608


def asked_of_rows(condition: Q, rows: str) -> Q:
    """A condition on a record's rows as one on the rows themselves."""
    parts: list[Any] = [
        asked_of_rows(part, rows) if isinstance(part, Q) else (part[0].removeprefix(f"{rows}__"), part[1])  # type: ignore[index]
        for part in condition.children
    ]
    return Q.create(parts, condition.connector, condition.negated)


def is_in_row(facet: AnyFacet, model: type[Model]) -> bool:
    """Whether a record's own row says what it has of a facet."""
    return isinstance(facet, FlagFacet) or facet.is_column_of(model)


def column(facet: AnyFacet) -> str:
    """The facet's column in the found records."""
    return f"facet_{facet.parameter}"


def _rows_key(facet: AnyFacet) -> str:
    return facet.rows or facet.parameter


def _chip_label(facet: AnyFacet, label: str) -> str:
    """A value says enough for itself, a yes needs its question."""
    return str(facet.label) if isinstance(facet, FlagFacet) else label


def asking(params: QueryDict, parameter: str, value: str) -> str:
    """The query string, from its first page, with one value of a parameter in place of those it has."""
    rest = without(params, parameter)
    return f"{rest}{'' if rest == '?' else '&'}{urlencode({parameter: value})}"


def without(params: QueryDict, parameter: str, value: str | None = None) -> str:
    """The query string, from its first page, without one value of a parameter or without all of them."""
    rest = params.copy()
    for name in PAGING:
        rest.pop(name, None)
    kept = [each for each in rest.getlist(parameter) if value is not None and each != value]
    rest.setlist(parameter, kept)
    return f"?{rest.urlencode()}" if rest else "?"
