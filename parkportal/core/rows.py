"""A record's rows and terms fetched with the record, in the same query.

A profile shows ten kinds of rows; a query for each would be most of the page's cost. See
docs/decisions/rows-in-one-query.md.
"""

import datetime
from collections.abc import Iterable
from functools import cache
from typing import Any, Self

from django.db.models import DateField, Field, JSONField, ManyToManyField, Model, OuterRef, QuerySet, Subquery
from django.db.models.sql.compiler import SQLCompiler

from .languages import LANGUAGE_CODES
from .models.term import Term
from .term_cache import terms_by_pk


class RowsAsJSON(Subquery):
    """The rows of a subquery as one JSON value, on PostgreSQL and SQLite."""

    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        """An array of objects by ``jsonb_agg``."""
        template = "(SELECT COALESCE(jsonb_agg(_rows), '[]') FROM (%(subquery)s) _rows)"
        return super().as_sql(compiler, connection, template=template, **extra)

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        """An array of objects by SQLite's JSON functions, which want every column named."""
        columns = ", ".join(f"'{name}', _rows.\"{name}\"" for name in self.query.values_select)
        # The names are the model's own, never a visitor's.
        template = f"(SELECT json_group_array(json_object({columns})) FROM (%(subquery)s) _rows)"  # noqa: S608
        return super().as_sql(compiler, connection, template=template, **extra)


class RowsQuerySet(QuerySet[Any]):
    """A queryset that can bring child rows and terms along."""

    _row_names: tuple[str, ...] = ()

    def with_rows(self, *names: str) -> Self:
        """Fetch these child relations and many-to-many terms together with each record."""
        clone = self.annotate(**{f"_{name}_json": _rows_expression(self.model, name) for name in names})
        clone._row_names = (*self._row_names, *names)
        return clone

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._row_names = self._row_names
        return clone

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None  # type: ignore[has-type]
        super()._fetch_all()  # type: ignore[misc]
        if fresh and self._row_names:
            _attach_rows([each for each in self._result_cache or () if isinstance(each, Model)], self._row_names)


def _rows_expression(model: type[Model], name: str) -> RowsAsJSON:
    field: Any = model._meta.get_field(name)
    if isinstance(field, ManyToManyField):
        through = field.remote_field.through
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        pairs = QuerySet(model=through).filter(**{source: OuterRef("pk")})
        return RowsAsJSON(pairs.order_by("pk").values(f"{target}_id"))
    child, parent = field.related_model, field.remote_field.name
    rows = QuerySet(model=child).filter(**{parent: OuterRef("pk")})
    return RowsAsJSON(rows.order_by(*child._meta.ordering, "pk").values(*_columns(child)))


@cache
def _columns(child: type[Model]) -> list[str]:
    """The columns but the base column of a translated field, which repeats one of the languages'."""
    names = [field.attname for field in child._meta.concrete_fields]
    return [name for name in names if f"{name}_{LANGUAGE_CODES[0]}" not in names]


@cache
def _term_fields(child: type[Model]) -> list[Field]:
    return [field for field in child._meta.concrete_fields if field.related_model is Term]


def _attach_rows(records: Iterable[Any], names: tuple[str, ...]) -> None:
    terms = terms_by_pk()
    for record in records:
        _set_terms(record, terms)
        related = record.__dict__.setdefault("_cluster_related_objects", {})
        for name in names:
            rows = record.__dict__.pop(f"_{name}_json")
            field = record._meta.get_field(name)
            if isinstance(field, ManyToManyField):
                key = f"{field.m2m_reverse_field_name()}_id"
                related[name] = sorted((terms[row[key]] for row in rows), key=lambda term: term.order)
            else:
                related[name] = [_instance(field.related_model, row, record, field, terms) for row in rows]


def _instance(child: type[Model], row: dict[str, Any], record: Model, relation: Any, terms: dict[int, Term]) -> Model:
    instance = child(**_with_dates(child, row))
    instance._state.adding = False
    instance._state.db = record._state.db
    setattr(instance, relation.remote_field.name, record)
    _set_terms(instance, terms)
    return instance


def _with_dates(child: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON has it, with dates and times in place of texts; SQLite gives times in UTC without saying so."""
    for field in _date_fields(child):
        value = field.to_python(row[field.attname])
        if isinstance(value, datetime.datetime) and value.tzinfo is None:
            value = value.replace(tzinfo=datetime.UTC)
        row[field.attname] = value
    return row


@cache
def _date_fields(child: type[Model]) -> list[DateField]:
    return [field for field in child._meta.concrete_fields if isinstance(field, DateField)]


def _set_terms(instance: Model, terms: dict[int, Term]) -> None:
    for field in _term_fields(type(instance)):
        key = getattr(instance, field.attname)
        if key is not None:
            setattr(instance, field.name, terms[key])
