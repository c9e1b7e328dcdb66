"""When the clock changes what the public may see."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.cache import cache
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
    return [moment for moment in known if moment > timezone.now() - LATE_FOR]


def next_moment() -> datetime.datetime | None:
    """The next of them from now on, as the database knows it."""
    return min(_moments(timezone.now()), default=None)


def forget_moments(**kwargs: Any) -> None:
    """A receiver: something was planned, published or withdrawn."""
    cache.delete(CACHE_KEY)


def _moments(since: datetime.datetime) -> Iterator[datetime.datetime]:
    """Those later than a time, in one query; what is live appears by itself, so that is never late."""
    now = timezone.now()
    planned = Revision.objects.filter(approved_go_live_at__gt=since).order_by().values_list("approved_go_live_at")
    queries = [planned]
    for model in kinds_with_a_clock():
        live = model._base_manager.filter(live=True).order_by()
        queries.append(live.filter(go_live_at__gt=now).values_list("go_live_at"))
        queries.append(live.filter(expire_at__gt=since).values_list("expire_at"))
    return (moment for (moment,) in planned.union(*queries[1:]))
