"""The best hits of several kinds at once: one query, in which each kind's own rule says what the public may see."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from wagtail.models import Page

from ..languages import LANGUAGE_CODES
from ..models import SearchEntry
from ..models.search_entry import SearchEntryQuerySet
from .query import Query
from .ranking import ByteOrder

Visible = Callable[[], QuerySet[Any]]
BEST_FIRST = "tier, day DESC NULLS LAST, name, object_id"


@dataclass(frozen=True)
class Hit:
    """An entry that was found, where it was found, and how many of its kind and language there are."""

    kind: str
    language: str
    object_id: int
    tier: int
    total: int
    labels: dict[str, list[str]]


def visible_entries(kinds: dict[str, Visible]) -> SearchEntryQuerySet:
    """The entries of what the public may see now, of these kinds."""
    return SearchEntry.objects.filter(
        reduce(
            or_,
            (Q(kind=kind) & Q(Exists(visible().filter(pk=OuterRef("object_id")))) for kind, visible in kinds.items()),
        )
    )


def best_hits(query: Query, kinds: dict[str, Visible], most: int) -> list[Hit]:
    """The best of every kind and language, at most so many of each.

    A word may stand in every entry: each set of entries is found once, counted, and no more of it sorted than the best.
    """
    if not query:
        return []
    sets, parts, params = [], [], []
    for number, (kind, visible) in enumerate(kinds.items()):
        name = f"found_{number}"
        entries = visible_entries({kind: visible}).found(query).ranked(query).annotate(name=ByteOrder(F("names")))
        sql, its_params = entries.values("pk", "language", "object_id", "tier", "day", "name").query.sql_with_params()
        sets.append(f"{name} AS MATERIALIZED ({sql})")
        params += its_params
        parts += [_best_of(name, language, most) for language in _languages_of(visible().model)]
    best = " UNION ALL ".join(parts)
    rows = f"""
        WITH {", ".join(sets)}
        SELECT kind, best.language, entry.object_id, tier, total, labels
        FROM ({best}) AS best JOIN core_searchentry AS entry ON entry.id = pk
        ORDER BY place
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(rows, params)
        return [
            Hit(kind, language, key, tier, total, json.loads(labels))
            for kind, language, key, tier, total, labels in cursor.fetchall()
        ]


def _best_of(found: str, language: str, most: int) -> str:
    """The best of a set of entries in one language, numbered, with how many there are."""
    there = f"FROM {found}" + (f" WHERE language = '{language}'" if language else "")
    best = f"SELECT *, (SELECT COUNT(*) {there}) AS total {there} ORDER BY {BEST_FIRST} LIMIT {most}"
    return f"SELECT *, ROW_NUMBER() OVER (ORDER BY {BEST_FIRST}) AS place FROM ({best}) AS {found}"  # noqa: S608


def _languages_of(model: type[Model]) -> tuple[str, ...]:
    """The languages that entries of a model are in: pages have one each, records all of them."""
    return tuple(LANGUAGE_CODES) if issubclass(model, Page) else ("",)
