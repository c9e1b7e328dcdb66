"""In which order something is found: by where the query stands, the same in every database."""

from collections.abc import Iterable
from enum import IntEnum
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Case, F, Func, IntegerField, Q, TextField, Value, When
from django.db.models.functions import StrIndex
from django.db.models.lookups import GreaterThan
from django.db.models.sql.compiler import SQLCompiler

from .analysis import INSIDE_NAME, NAME_START
from .query import Concept, Query, Word

IN_NAMES_ONLY = (INSIDE_NAME, NAME_START)


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
    """A query expression: the best tier of an entry that answers the query.

    A word may stand in every entry, so each entry is asked as little as can be: what begins with a word is looked at
    for the whole word only then, a query of one word is not looked for again where it was not found before, and names
    in which no word begins are looked at once.
    """
    alone = all(len(phrasing) == 1 for phrasing in query.concepts[0].phrasings) and len(query.concepts) == 1
    begun, inside, before = ("", "", ()) if alone else (" {0.beginning}", "{0.text}", ("keywords",))
    words = (word for concept in query.concepts for phrasing in concept.phrasings for word in phrasing if word.text)
    by_name = _first_of(
        When(
            _names_hold(f"| {text}" for text in _spellings(query)),
            then=_if(_names_hold(f"| {text} |" for text in _spellings(query)), Tier.NAME, Tier.NAME_BEGINS),
        ),
        When(
            _every(query, " {0.beginning}"),
            then=_if(_every(query, " {0.text} "), Tier.WORDS_OF_NAME, Tier.BEGINNINGS_IN_NAME),
        ),
        When(_every(query, begun, "keywords"), then=Value(Tier.KEYWORDS)),
        When(_every(query, "{0.text}", *before), then=Value(Tier.PARTS_OF_NAME)),
        When(_every(query, inside, *before, "summary"), then=Value(Tier.SUMMARY)),
    )
    nameless = _first_of(
        When(_every(query, "", "keywords"), then=Value(Tier.KEYWORDS)),
        When(_every(query, "", *before, "summary"), then=Value(Tier.SUMMARY)),
    )
    return Case(When(_names_hold(word.beginning for word in words), then=by_name), default=nameless)


def _first_of(*better: When) -> Case:
    return Case(*better, default=Value(Tier.TEXT), output_field=IntegerField())


def _if(condition: Q, better: Tier, worse: Tier) -> Case:
    return Case(When(condition, then=Value(better)), default=Value(worse), output_field=IntegerField())


def _spellings(query: Query) -> set[str]:
    """The query as it may stand in a name: “mbo Rijnland” is mboRijnland too."""
    return {query.text, query.text.replace(" ", "")}


def _every(query: Query, in_name: str, *columns: str) -> Q:
    """Every concept stands in the name in this form, or in one of the columns."""
    return reduce(and_, (_concept(concept, in_name, columns) for concept in query.concepts))


def _concept(concept: Concept, in_name: str, columns: tuple[str, ...]) -> Q:
    """One of its phrasings does; those of one word are looked for together."""
    alone = [phrasing[0] for phrasing in concept.phrasings if len(phrasing) == 1]
    longer = [phrasing for phrasing in concept.phrasings if len(phrasing) > 1]
    phrasings = [reduce(and_, (_words([word], in_name, columns) for word in phrasing)) for phrasing in longer]
    return reduce(or_, phrasings, _words(alone, in_name, columns))


def _words(words: list[Word], in_name: str, columns: tuple[str, ...]) -> Q:
    """One of the words stands there."""
    names = _names_hold(in_name.format(word) for word in words if word.text and in_name)
    known = (leaf for word in words for leaf in word.leaves if leaf.lexeme[:1] not in IN_NAMES_ONLY)
    leaves = tuple(dict.fromkeys(known))
    asked = Query(concepts=(Concept(((Word("", leaves),),)),))
    return reduce(or_, (Q(**{f"{column}__found": asked}) for column in columns if leaves), names)


def _names_hold(texts: Iterable[str]) -> Q:
    """One of the texts stands in the names. A text that holds another of them says nothing more."""
    different = set(texts)
    shortest = sorted(text for text in different if not any(each in text for each in different - {text}))
    found = (Q(GreaterThan(StrIndex(F("names"), Value(text)), 0)) for text in shortest)
    return reduce(or_, found, Q(pk__in=[]))
