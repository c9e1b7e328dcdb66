"""How long caches may keep a public page: never past the moment at which the clock changes what the public may see."""

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from .publishing.moments import moments

OVERDUE = (1, 0)  # Seconds, while something that should be there by now is being published.


def keeping_times() -> tuple[int, int]:
    """Seconds that a page is fresh, and seconds more that it may be served while it is renewed."""
    fresh, stale = settings.CACHE_FRESH, settings.CACHE_STALE_WHILE_REVALIDATE
    try:
        left = [(moment - timezone.now()).total_seconds() for moment in moments()]
    except DatabaseError:  # What needs no database is served without one.
        return fresh, stale
    if any(seconds <= 0 for seconds in left):
        return min(OVERDUE[0], fresh), OVERDUE[1]
    soonest = int(min(left, default=fresh + stale))
    fresh = min(fresh, soonest)
    return fresh, min(stale, soonest - fresh)
