"""The partnerships that name a role, which are renewed when it changes."""

from collections.abc import Iterable

from django.db.models import Q

from organisations.models import Role
from parkportal.core.cache_refresh import names, urls_in_every_language

from .models import Event, Internship, Partnership


@names(Role)
def partnerships_with_role(role: Role) -> Iterable[str]:
    """Those with a seat for it, with a line that it leads, that it signed, or for which its holder works."""
    named = Q(bodies__seats__role=role) | Q(staff__role=role)
    named |= Q(lines__lead_role=role) | Q(members__signed_by=role)
    for partnership in Partnership.objects.filter(named).distinct():
        yield from urls_in_every_language(partnership)


@names(Role)
def events_with_role(role: Role) -> Iterable[str]:
    """The events at which its holder speaks."""
    for event in Event.objects.filter(speakers__role=role).distinct():
        yield from urls_in_every_language(event)


@names(Internship)
def pages_with_internship(internship: Internship) -> Iterable[str]:
    """The profile of who offers it, and the programmes that it fits."""
    yield from urls_in_every_language(internship.organisation)
    for programme in internship.programmes.all():
        yield from urls_in_every_language(programme)
