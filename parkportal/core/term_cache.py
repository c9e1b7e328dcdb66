"""Every term by its key, kept for a minute: they are few, change seldom, and stand on every page."""

from django.db.models.signals import post_delete, post_save

from .kept import Kept
from .models.term import Term


def _read() -> dict[int, Term]:
    return Term.objects.in_bulk()


terms_by_pk = Kept("terms", _read)


def terms_of(vocabulary: str) -> list[Term]:
    """The terms of one vocabulary in their order, without the retired ones."""
    terms = (term for term in terms_by_pk().values() if term.vocabulary == vocabulary and not term.retired)
    return sorted(terms, key=lambda term: (term.order, term.identifier))


for signal in (post_save, post_delete):
    signal.connect(terms_by_pk.forget, sender=Term, dispatch_uid="forget_terms")
