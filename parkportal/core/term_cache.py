"""Every term by its key, kept for a minute: they are few, change seldom, and stand on every page."""

from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save

from .models.term import Term

CACHE_KEY = "terms"
CACHE_SECONDS = 60


def terms_by_pk() -> dict[int, Term]:
    """The terms of all vocabularies."""
    terms = cache.get(CACHE_KEY)
    if terms is None:
        terms = Term.objects.in_bulk()
        cache.set(CACHE_KEY, terms, CACHE_SECONDS)
    return terms


def terms_of(vocabulary: str) -> list[Term]:
    """The terms of one vocabulary in their order, without the retired ones."""
    terms = (term for term in terms_by_pk().values() if term.vocabulary == vocabulary and not term.retired)
    return sorted(terms, key=lambda term: (term.order, term.identifier))


def forget_terms(**kwargs: Any) -> None:
    """A receiver: a term changed."""
    cache.delete(CACHE_KEY)


for signal in (post_save, post_delete):
    signal.connect(forget_terms, sender=Term, dispatch_uid="forget_terms")
