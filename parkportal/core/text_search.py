"""Plain text search: every word of the text stands somewhere in the record or page."""

import re
from functools import reduce
from operator import and_, or_
from typing import Any

from django.db.models import Q

WORDS_READ = 10
SEPARATORS = re.compile(r"[\s\-‐–—/]+")


def words_of(text: str) -> list[str]:
    """The words of a query; a hyphen separates, so that “cryo-EM” finds “cryo EM” and the reverse."""
    return [word for word in SEPARATORS.split(text) if word][:WORDS_READ]


def matching[AnyQuerySet: Any](records: AnyQuerySet, text: str, columns: list[str]) -> AnyQuerySet:
    """The records in which every word stands, in whatever column."""
    words = words_of(text)
    if not words:
        return records
    found = reduce(and_, (_anywhere(word, columns) for word in words))
    return records.filter(pk__in=records.model._default_manager.filter(found).values("pk"))


def _anywhere(word: str, columns: list[str]) -> Q:
    return reduce(or_, (Q(**{f"{column}__icontains": word}) for column in columns))
