"""The best hits of several kinds at once: one query, in which each kind's own rule says what the public may see."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from ..models import SearchEntry
from ..models.search_entry import SearchEntryQuerySet
from .query import Query
from .ranking import ByteOrder

Visible = Callable[[], QuerySet[Any]]
BEST_FIRST = (F("tier").asc(), F("day").desc(nulls_last=True), ByteOrder(F("names")).asc(), F("object_id").asc())


@dataclass(frozen=True)
class Hit:
    """An entry that was found, where it was found, and how many of its kind and language there are."""

    kind: str
    language: str
    object_id: int
    tier: int
    total: int
    labels: dict[str, list[str]] | None = None


def visible_entries(kinds: dict[str, Visible]) -> SearchEntryQuerySet:
    """The entries of what the public may see now, of these kinds."""
    return SearchEntry.objects.filter(
        reduce(
            or_,
            (Q(kind=kind) & Q(Exists(visible().filter(pk=OuterRef("object_id")))) for kind, visible in kinds.items()),
        )
    )


def best_hits(query: Query, kinds: dict[str, Visible], most: int, *, labelled: bool = False) -> list[Hit]:
    """The best of every kind and language, at most so many of each, with their labels if they are wanted."""
    if not query:
        return []
    parts = [F("kind"), F("language")]
    found = visible_entries(kinds).found(query).ranked(query)
    numbered = found.annotate(
        place=Window(RowNumber(), partition_by=parts, order_by=list(BEST_FIRST)),
        total=Window(Count("*"), partition_by=parts),
    )
    rows: Any = numbered.filter(place__lte=most).order_by("tier", "place")
    columns = ["kind", "language", "object_id", "tier", "total", *(["labels"] if labelled else [])]
    return [Hit(*row) for row in rows.values_list(*columns)]
