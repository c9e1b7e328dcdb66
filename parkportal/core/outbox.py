"""Side effects that are neither lost nor early: written with the change, carried out afterwards at least once.

``put`` in the transaction of the change; the worker calls the handler after the commit, and again until it succeeds.
A handler that may run twice (the worker was killed) has to bear that; ``entry.key`` is the same each time.
An entry of a kind that nothing carries out waits for a worker that can. Mails go by ``outbox_mails``.
"""

import datetime
import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection, transaction
from django.tasks import task
from django.utils import timezone

from .models import OutboxEntry

Handler = Callable[[OutboxEntry], None]
_handlers: dict[str, Handler] = {}
_remembered: set[str] = set()

LONGEST_WAIT = datetime.timedelta(hours=6)
KEPT = datetime.timedelta(days=30)
ERROR_LENGTH = 2000
ROWS_AT_ONCE = 1000
SOON = 50  # Before the indexes, which bring tens of tasks after a change.

logger = logging.getLogger(__name__)


def carries_out(kind: str) -> Callable[[Handler], Handler]:
    """Register what carries out the entries of a kind."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


def remember(kind: str) -> None:
    """Keep the entries of a kind for good, so that none of their keys is ever carried out again."""
    _remembered.add(kind)


def put(kind: str, key: str, payload: dict[str, Any] | None = None, *, due: datetime.datetime | None = None) -> None:
    """Write a side effect in the current transaction. The same kind and key a second time changes nothing."""
    entry = OutboxEntry(kind=kind, key=key, payload=payload or {}, due=due or timezone.now())
    put_many([entry])


def put_many(entries: Iterable[OutboxEntry]) -> None:
    """Write many side effects at once, as ``put`` does one."""
    OutboxEntry.objects.bulk_create(entries, ignore_conflicts=True, batch_size=ROWS_AT_ONCE)
    waiting: list[Any] = connection.run_on_commit
    if not any(function is _begin for _savepoints, function, _robust in waiting):
        transaction.on_commit(_begin)


def carry_out_due() -> int:
    """Carry out all that is due, each in a transaction of its own; gives how many were tried."""
    tried = 0
    while _carry_out_next():
        tried += 1
    return tried


def forget_done() -> int:
    """Delete what was carried out long ago; gives how many."""
    return OutboxEntry.objects.exclude(kind__in=_remembered).filter(done_at__lt=timezone.now() - KEPT).delete()[0]


@task(priority=SOON)
def carry_out() -> None:
    """The worker's part of ``put``."""
    from .outbox_mails import any_due, send_next_batch  # They stand on the outbox.

    carry_out_due()
    if any_due():
        send_next_batch.enqueue()


def _begin() -> None:
    carry_out.enqueue()


def _carry_out_next() -> bool:
    """Carry out the oldest due entry that no other worker holds; False if there is none."""
    with transaction.atomic():
        entry = OutboxEntry.objects.due().filter(kind__in=_handlers).select_for_update(skip_locked=True).first()
        if entry is None:
            return False
        try:
            with transaction.atomic():
                _handlers[entry.kind](entry)
        except Exception as error:
            logger.exception("Could not carry out %s", entry)
            entry.attempts += 1
            entry.error = f"{type(error).__name__}: {error}"[:ERROR_LENGTH]
            entry.due = timezone.now() + min(datetime.timedelta(minutes=2 ** min(entry.attempts, 12)), LONGEST_WAIT)
        else:
            entry.done_at, entry.error = timezone.now(), ""
        entry.save()
        return True
