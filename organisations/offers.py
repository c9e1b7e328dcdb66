"""What organisations offer, as the apps above know it: for the filters of the directory."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

INTERNSHIPS = "internships"

Offering = Callable[[], QuerySet[Any]]
_offering: dict[str, Offering] = {}


def says_who_offers(what: str) -> Callable[[Offering], Offering]:
    """Register a function that gives the keys of the organisations that offer something now."""

    def register(offering_now: Offering) -> Offering:
        _offering[what] = offering_now
        return offering_now

    return register


def offering(what: str) -> Q:
    """The condition that an organisation offers it now."""
    return Q(pk__in=_offering[what]() if what in _offering else [])
