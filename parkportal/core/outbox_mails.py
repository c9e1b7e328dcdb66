"""Mails of the outbox, each handed over once, whenever the worker is killed.

``put`` an entry in the transaction that causes the mail; the worker has it written by what ``writes`` registered and
hands it over. An entry waits until all but the mail's last byte has gone out, and is marked before that byte goes:
docs/decisions/alerts.md says what that leaves open.
"""

import datetime
import logging
from collections.abc import Callable, Iterable
from itertools import batched, groupby
from operator import attrgetter
from typing import Any

from django.core.mail import EmailMessage
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from .mails import message_id
from .models import OutboxEntry
from .models.outbox_entry import OutboxQuerySet
from .outbox import ERROR_LENGTH, LONGEST_WAIT, SOON
from .transport import InDoubt, NotSent, Postponed, Refused, ServerDown, Transport
from .turn import Lock, turn

BATCH = 100
AFTER_THE_OTHERS = datetime.timedelta(minutes=1)  # Lest one mail that breaks the connection holds up all.

READ_AT_ONCE = 25  # Few, so that what is withdrawn meanwhile is withdrawn from the mails of a second later.

Writer = Callable[[OutboxEntry], EmailMessage | None]
Reader = Callable[[list[str]], dict[str, Any]]
_writers: dict[str, Writer] = {}
_readers: dict[str, Reader] = {}

logger = logging.getLogger(__name__)


def writes(kind: str, *, reads: Reader | None = None) -> Callable[[Writer], Writer]:
    """Register what writes the mails of a kind, to one address each; None where there is no need of it any more.

    ``reads`` fetches at once what several mails are about, by the keys of their entries; each finds it as ``about``.
    """

    def register(writer: Writer) -> Writer:
        _writers[kind] = writer
        if reads is not None:
            _readers[kind] = reads
        return writer

    return register


def any_due() -> bool:
    """Whether a mail may go now."""
    return _due().exists()


def send_all() -> int:
    """Send all that may go now; gives how many mails were tried."""
    tried = 0
    while batch := send_batch():
        tried += batch
    return tried


def send_batch(size: int = BATCH) -> int:
    """Send at most ``size`` mails, unless another process is sending; gives how many were tried before it stopped."""
    with turn(Lock.OUTBOX_MAILS) as mine:
        if not mine:
            return 0
        with Transport() as transport:
            return _send_each(transport, size)


@task(priority=SOON)
def send_next_batch() -> None:
    """The worker's part: a batch, then again after whatever else waits for the worker."""
    if send_batch() == BATCH:
        send_next_batch.enqueue()


def _due() -> OutboxQuerySet:
    return OutboxEntry.objects.due().filter(kind__in=_writers)


def _send_each(transport: Transport, size: int) -> int:
    tried = 0
    for entries in batched(_due()[:size], READ_AT_ONCE):
        _read(entries)
        for entry in entries:
            tried += 1
            try:
                _send(transport, entry)
            except (ServerDown, InDoubt) as problem:
                logger.warning("Sending stopped at %s: %s", entry, problem)
                return 0
    return tried


def _read(entries: Iterable[OutboxEntry]) -> None:
    for kind, of_kind in groupby(sorted(entries, key=attrgetter("kind")), key=attrgetter("kind")):
        if kind in _readers:
            mine = list(of_kind)
            found = _readers[kind]([entry.key for entry in mine])
            for entry in mine:
                entry.about = found.get(entry.key)


def _send(transport: Transport, entry: OutboxEntry) -> None:
    try:
        message = _writers[entry.kind](entry)
    except Exception as error:
        logger.exception("Could not write %s", entry)
        _postpone(entry, f"{type(error).__name__}: {error}")
        return
    if message is None:
        _end(entry)
        return
    message.extra_headers.setdefault("Message-ID", message_id(str(entry)))
    try:
        sent = transport.send(message, lambda: _hand_over(entry))
    except Refused as refusal:
        _end(entry, str(refusal))
    except Postponed as problem:
        _postpone(entry, str(problem))
    except NotSent as problem:
        _set(entry, due=timezone.now() + AFTER_THE_OTHERS, error=str(problem)[:ERROR_LENGTH], handed_over=None)
        raise
    else:
        if sent:
            _end(entry)


def _hand_over(entry: OutboxEntry) -> bool:
    """Write down that the mail goes now; False if another process was faster."""
    return OutboxEntry.objects.waiting().filter(pk=entry.pk).update(handed_over=timezone.now()) == 1


def _end(entry: OutboxEntry, refusal: str = "") -> None:
    _set(entry, done_at=timezone.now(), error=refusal[:ERROR_LENGTH])


def _postpone(entry: OutboxEntry, error: str) -> None:
    wait = min(datetime.timedelta(minutes=2 ** min(entry.attempts + 1, 12)), LONGEST_WAIT)
    _set(entry, due=timezone.now() + wait, error=error[:ERROR_LENGTH], handed_over=None)


def _set(entry: OutboxEntry, **values: object) -> None:
    OutboxEntry.objects.filter(pk=entry.pk).update(attempts=F("attempts") + 1, **values)
