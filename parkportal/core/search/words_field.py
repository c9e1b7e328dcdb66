"""A column of lexemes: a tsvector with a GIN index on PostgreSQL, words between spaces elsewhere."""

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.indexes import GinIndex
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models import BooleanField, Field, Index, Lookup, Model
from django.db.models.sql.compiler import SQLCompiler

from .query import Query


def spaced(lexemes: Iterable[str]) -> str:
    """The lexemes as a text in which each stands between spaces."""
    return f" {' '.join(sorted(lexemes))} "


class WordsField(Field):
    """A set of lexemes, to be searched with ``__found``."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        """A tsvector without positions, or text."""
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder_sql(self, value: Any, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Any:
        """Lexemes need no parser."""
        return ("array_to_tsvector(%s::text[])" if connection.vendor == "postgresql" else "%s"), [value]

    def get_db_prep_value(self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False) -> Any:
        """A list for PostgreSQL, a text elsewhere."""
        return sorted(value) if connection.vendor == "postgresql" else spaced(value)


@WordsField.register_lookup
class Found(Lookup[Any]):
    """Whether the lexemes answer a Query."""

    lookup_name = "found"
    prepare_rhs = False
    output_field = BooleanField()
    rhs: Query

    def get_db_prep_lookup(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Each database compiles the query itself."""
        return "%s", [value]

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Any:
        """By the GIN index."""
        column, params = self.process_lhs(compiler, connection)
        return f"{column} @@ %s::tsquery", (*params, self.rhs.as_tsquery())

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> Any:
        """By looking for each pattern."""
        column, params = self.process_lhs(compiler, connection)
        condition, patterns = self.rhs.as_condition(f"INSTR({column}, %s)")
        return condition, [part for pattern in patterns for part in (*params, pattern)]


class WordsIndex(GinIndex):
    """A GIN index on PostgreSQL, an ordinary one elsewhere."""

    def create_sql(
        self, model: type[Model], schema_editor: BaseDatabaseSchemaEditor, using: str = "", **kwargs: Any
    ) -> Any:
        """The statement that makes it."""
        if schema_editor.connection.vendor == "postgresql":
            return super().create_sql(model, schema_editor, using=using, **kwargs)
        return Index.create_sql(self, model, schema_editor, using=using, **kwargs)
