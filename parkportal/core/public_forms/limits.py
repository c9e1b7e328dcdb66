"""How often a form may be sent, counted exactly however many are sent at once."""

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..models import SubmissionCount
from .addresses import client_address, network_of

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)

Origin = Callable[[HttpRequest, dict[str, Any]], object]


def by_address(request: HttpRequest, data: dict[str, Any]) -> object:
    """Counts by the visitor's address."""
    return client_address(request)


def by_network(request: HttpRequest, data: dict[str, Any]) -> object:
    """Counts by the visitor's network."""
    return network_of(client_address(request))


def by_field(name: str) -> Origin:
    """Counts by what stands in a field, capitals or not: a mailbox that gets a mail, say. Nothing counts as nobody."""

    def origin(request: HttpRequest, data: dict[str, Any]) -> object:
        value = str(data.get(name) or "").strip().casefold()
        return (name, value) if value else None

    return origin


@dataclass(frozen=True)
class Limit:
    """At most so many submissions from one origin in each span; spans follow each other without overlap.

    An ``origin`` of None is not counted.
    """

    most: int
    span: datetime.timedelta
    origin: Origin


STANDARD_LIMITS = (Limit(5, HOUR, by_address), Limit(15, DAY, by_address), Limit(30, HOUR, by_network))


class TooMany(Exception):
    """A limit is reached until ``ends``."""

    def __init__(self, ends: datetime.datetime) -> None:
        super().__init__(f"until {ends}")
        self.ends = ends


def count_submission(form: str, limits: Iterable[Limit], request: HttpRequest, data: dict[str, Any]) -> None:
    """Count one submission against every limit, or raise TooMany.

    Call it in the transaction of what the submission does: then a refused one, or one that fails, counts nowhere.
    """
    now = timezone.now()
    counts = {}
    for limit in limits:
        ends, origin = _end_of_span(now, limit.span), limit.origin(request, data)
        if origin is not None:
            counts[keyed_hash(form, limit.span, origin, ends)] = limit.most, ends
    for key in sorted(counts):  # In one order, so that no two submissions wait for each other.
        most, ends = counts[key]
        if not counted(key, most, ends):
            raise TooMany(ends)


def counted(key: str, most: int, ends: datetime.datetime) -> bool:
    """Count one more under a key; False where that would be too many.

    The condition is part of the update: PostgreSQL makes others wait for the row and asks it again, SQLite has one
    writer at a time.
    """
    SubmissionCount.objects.bulk_create([SubmissionCount(key=key, ends=ends)], ignore_conflicts=True)
    return bool(SubmissionCount.objects.filter(pk=key, total__lt=most).update(total=F("total") + 1))


def keyed_hash(*parts: object) -> str:
    """What stands for an origin in the database: without SECRET_KEY nobody can tell whose it is."""
    return salted_hmac("parkportal.core.public_forms", repr(tuple(map(str, parts))), algorithm="sha256").hexdigest()


def _end_of_span(now: datetime.datetime, span: datetime.timedelta) -> datetime.datetime:
    beginning = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
    return beginning + ((now - beginning) // span + 1) * span
