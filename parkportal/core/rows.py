"""A record's rows and terms fetched with the record, in the same query.

A profile shows ten kinds of rows; a query for each would be most of the page's cost. See
docs/decisions/rows-in-one-query.md.
"""

import datetime
from collections.abc import Iterable
from functools import cache
from typing import Any, Self

from django.db.models import (
    BooleanField,
    DateField,
    DecimalField,
    F,
    Field,
    JSONField,
    ManyToManyField,
    Model,
    OuterRef,
    QuerySet,
    Subquery,
    UUIDField,
)
from django.db.models.sql.compiler import SQLCompiler

from .languages import LANGUAGE_CODES
from .models.term import Term
from .term_cache import terms_by_pk

ALONG = "_along_"


class RowsAsJSON(Subquery):
    """The rows of a subquery as one JSON value, on PostgreSQL and SQLite."""

    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        """An array of objects by ``jsonb_agg``."""
        template = "(SELECT COALESCE(jsonb_agg(_rows), '[]') FROM (%(subquery)s) _rows)"
        return super().as_sql(compiler, connection, template=template, **extra)

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        """An array of objects by SQLite's JSON functions, which want every column named."""
        names = (*self.query.values_select, *self.query.annotation_select)
        columns = ", ".join(f"'{name}', _rows.\"{name}\"" for name in names)
        # The names are the model's own, never a visitor's.
        template = f"(SELECT json_group_array(json_object({columns})) FROM (%(subquery)s) _rows)"  # noqa: S608
        return super().as_sql(compiler, connection, template=template, **extra)


class RowsQuerySet(QuerySet[Any]):
    """A queryset that can bring child rows and terms along."""

    _row_names: tuple[str, ...] = ()
    _found_rows: tuple[tuple[str, type[Model]], ...] = ()

    def with_rows(self, *names: str) -> Self:
        """Fetch these child relations and many-to-many terms together with each record.

        ``"locations__building"`` brings the building of each location along.
        """
        clone = self.annotate(**{f"_{_relation(name)}_json": _rows_expression(self.model, name) for name in names})
        clone._row_names = (*self._row_names, *names)
        return clone

    def with_found_rows(self, name: str, rows: QuerySet[Any]) -> Self:
        """Fetch what a queryset finds for each record, which it knows by an ``OuterRef``, as a list of that name."""
        model: type[Model] = rows.model
        clone = self.annotate(**{f"_{name}_json": RowsAsJSON(rows.values(*_columns(model)))})
        clone._found_rows = (*self._found_rows, (name, model))
        return clone

    def _clone(self) -> Self:
        clone = super()._clone()  # type: ignore[misc]
        clone._row_names, clone._found_rows = self._row_names, self._found_rows
        return clone

    def _fetch_all(self) -> None:
        fresh = self._result_cache is None  # type: ignore[has-type]
        super()._fetch_all()  # type: ignore[misc]
        if fresh and (self._row_names or self._found_rows):
            records = [each for each in self._result_cache or () if isinstance(each, Model)]
            _attach_rows(records, self._row_names)
            _attach_found(records, self._found_rows)


def _relation(name: str) -> str:
    """What ``locations__building`` hangs on."""
    return name.partition("__")[0]


def _rows_expression(model: type[Model], name: str) -> RowsAsJSON:
    relation, _separator, along = name.partition("__")
    field: Any = model._meta.get_field(relation)
    if isinstance(field, ManyToManyField):
        through = field.remote_field.through
        source, target = field.m2m_field_name(), field.m2m_reverse_field_name()
        pairs = QuerySet(model=through).filter(**{source: OuterRef("pk")})
        return RowsAsJSON(pairs.order_by("pk").values(f"{target}_id"))
    child, parent = field.related_model, field.remote_field.name
    rows = QuerySet(model=child).filter(**{parent: OuterRef("pk")}).order_by(*child._meta.ordering, "pk")
    return RowsAsJSON(rows.values(*_columns(child), **_columns_along(child, along)))


def _columns_along(child: type[Model], along: str) -> dict[str, F]:
    """The columns of a row's foreign key, under names that no column of the row has."""
    if not along:
        return {}
    model: Any = child._meta.get_field(along).related_model
    return {f"{along}{ALONG}{column}": F(f"{along}__{column}") for column in _columns(model)}


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
        for each in names:
            name, _separator, along = each.partition("__")
            rows = record.__dict__.pop(f"_{name}_json")
            field = record._meta.get_field(name)
            if isinstance(field, ManyToManyField):
                key = f"{field.m2m_reverse_field_name()}_id"
                related[name] = sorted((terms[row[key]] for row in rows), key=lambda term: term.order)
            else:
                children = [_instance(field.related_model, row, record, terms, along) for row in rows]
                for child in children:
                    setattr(child, field.remote_field.name, record)
                related[name] = children


def _attach_found(records: Iterable[Any], found: tuple[tuple[str, type[Model]], ...]) -> None:
    terms = terms_by_pk()
    for record in records:
        for name, model in found:
            rows = record.__dict__.pop(f"_{name}_json")
            setattr(record, name, [_instance(model, row, record, terms) for row in rows])


def _instance(child: type[Model], row: dict[str, Any], record: Model, terms: dict[int, Term], along: str = "") -> Model:
    """A row as its model, with what it brings along."""
    prefix = f"{along}{ALONG}"
    brought = {name.removeprefix(prefix): row.pop(name) for name in list(row) if along and name.startswith(prefix)}
    instance = child(**_as_python(child, row))
    instance._state.adding = False
    instance._state.db = record._state.db
    _set_terms(instance, terms)
    if brought.get("id"):
        model: Any = child._meta.get_field(along).related_model
        setattr(instance, along, _instance(model, brought, record, terms))
    return instance


def _as_python(child: type[Model], row: dict[str, Any]) -> dict[str, Any]:
    """A row as JSON has it, with dates, decimals and UUIDs in place of texts and floats.

    SQLite gives times in UTC without saying so, and numbers for yes and no.
    """
    for field in _fields_unlike_json(child):
        value = field.to_python(row[field.attname])
        if isinstance(value, datetime.datetime) and value.tzinfo is None:
            value = value.replace(tzinfo=datetime.UTC)
        row[field.attname] = value
    return row


@cache
def _fields_unlike_json(child: type[Model]) -> list[Field]:
    kinds = BooleanField | DateField | DecimalField | UUIDField
    return [field for field in child._meta.concrete_fields if isinstance(field, kinds)]


def _set_terms(instance: Model, terms: dict[int, Term]) -> None:
    for field in _term_fields(type(instance)):
        key = getattr(instance, field.attname)
        if key is not None:
            setattr(instance, field.name, terms[key])
