"""When the clock changes what the public may see."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db.models import DateTimeField, F, Q, QuerySet, Value
from django.utils import timezone
from wagtail.models import Page, Revision

from ..models import Drafted

CACHE_KEY = "publishing-moments"
CACHE_SECONDS = 15
LATE_FOR = datetime.timedelta(minutes=5)  # What failed for longer is no reason to keep nothing.


def kinds_with_a_clock() -> list[type[Any]]:
    """The models of what goes live and expires."""
    return [Page, *(model for model in apps.get_models() if issubclass(model, Drafted))]


def moments() -> list[datetime.datetime]:
    """The moments to come at which something appears or goes, and those just past at which it should have."""
    known = cache.get(CACHE_KEY)
    if known is None:
        known = sorted(_moments(timezone.now() - LATE_FOR))
        cache.set(CACHE_KEY, known, CACHE_SECONDS)
    return known


def next_moment() -> datetime.datetime | None:
    """The next of them from now on, as the database knows it."""
    return min(_moments(timezone.now()), default=None)


def forget_moments(**kwargs: Any) -> None:
    """A receiver: something was planned, published or withdrawn."""
    cache.delete(CACHE_KEY)


def _moments(since: datetime.datetime) -> Iterator[datetime.datetime]:
    """Those later than a time, in one query."""
    first, *rest = (_clocked(model, since) for model in kinds_with_a_clock())
    never = Value(None, output_field=DateTimeField())
    planned = Revision.objects.filter(approved_go_live_at__gt=since).order_by()
    rows = first.union(*rest, planned.values_list("approved_go_live_at", never), all=True)
    return (moment for row in rows for moment in row if moment and moment > since)


def _clocked(model: type[Any], since: datetime.datetime) -> QuerySet[Any, Any]:
    coming = Q(go_live_at__gt=since) | Q(expire_at__gt=since)
    rows = model._base_manager.filter(coming, live=True).order_by()
    return rows.values_list(F("go_live_at"), F("expire_at"))
