"""In which order something is found: by where the query stands, the same in every database."""

from enum import IntEnum
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Case, F, Func, IntegerField, Q, TextField, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.db.models.sql.compiler import SQLCompiler

from .query import Concept, Query, Word


class Tier(IntEnum):
    """Where the whole query was found, the best first."""

    NAME = 0
    NAME_BEGINS = 1
    WORDS_OF_NAME = 2
    BEGINNINGS_IN_NAME = 3
    KEYWORDS = 4
    PARTS_OF_NAME = 5
    SUMMARY = 6
    TEXT = 7


class ByteOrder(Func):
    """A text to order by, compared byte by byte: names in the index are plain, and a collation costs ten times more."""

    output_field = TextField()
    template = "%(expressions)s"

    def as_postgresql(self, compiler: SQLCompiler, connection: Any, **extra: Any) -> Any:
        """PostgreSQL compares by the database's language unless told."""
        return self.as_sql(compiler, connection, template='(%(expressions)s) COLLATE "C"', **extra)


def tier(query: Query) -> Case:
    """A query expression: the best tier of an entry that answers the query."""
    return Case(
        When(_any([_holds("names", f"| {text} |") for text in _spellings(query)]), then=Value(Tier.NAME)),
        When(_any([_holds("names", f"| {text}") for text in _spellings(query)]), then=Value(Tier.NAME_BEGINS)),
        When(_every(query, " {0.text} "), then=Value(Tier.WORDS_OF_NAME)),
        When(_every(query, " {0.beginning}"), then=Value(Tier.BEGINNINGS_IN_NAME)),
        When(_every(query, " {0.beginning}", "keywords"), then=Value(Tier.KEYWORDS)),
        When(_every(query, "{0.text}", "keywords"), then=Value(Tier.PARTS_OF_NAME)),
        When(_every(query, "{0.text}", "keywords", "summary"), then=Value(Tier.SUMMARY)),
        default=Value(Tier.TEXT),
        output_field=IntegerField(),
    )


def _spellings(query: Query) -> set[str]:
    """The query as it may stand in a name: “mbo Rijnland” is mboRijnland too."""
    return {query.text, query.text.replace(" ", "")}


def _every(query: Query, in_name: str, *columns: str) -> Q:
    """Every concept stands in the name in this form, or in one of the columns."""
    return reduce(and_, (_concept(concept, in_name, columns) for concept in query.concepts))


def _concept(concept: Concept, in_name: str, columns: tuple[str, ...]) -> Q:
    return _any([reduce(and_, (_word(word, in_name, columns) for word in phrasing)) for phrasing in concept.phrasings])


def _word(word: Word, in_name: str, columns: tuple[str, ...]) -> Q:
    names = [_holds("names", in_name.format(word))] if word.text else []
    return _any(names + [_holds(column, leaf.pattern) for column in columns for leaf in word.leaves])


def _holds(column: str, text: str) -> Q:
    return Q(GreaterThan(StrIndex(F(column), Value(text)), 0))


def _any(conditions: list[Q]) -> Q:
    return reduce(or_, conditions, Q(pk__in=[]))
