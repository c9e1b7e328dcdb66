"""Mails of the outbox, each handed over once.

``put`` an entry in the transaction that causes the mail; the worker has it written by what ``writes`` registered and
hands it over.
"""

import datetime
import logging
from collections.abc import Callable, Iterable, Iterator
from itertools import batched, groupby
from operator import attrgetter
from typing import Any

from django.core.mail import EmailMessage
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from .mail_queue import BATCH, MailQueue
from .mails import message_id
from .models import OutboxEntry
from .models.outbox_entry import OutboxQuerySet
from .outbox import ERROR_LENGTH, SOON
from .turn import Lock

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


class OutboxMails(MailQueue[OutboxEntry]):
    """The entries whose kinds are mails."""

    lock = Lock.OUTBOX_MAILS

    def mails(self, size: int) -> Iterator[tuple[OutboxEntry, EmailMessage | None]]:
        """The next entries with what was written for them; one that can't be written waits, one without need ends."""
        for entries in batched(_due()[:size], READ_AT_ONCE):
            _read(entries)
            for entry in entries:
                yield entry, self._written(entry)

    def hand_over(self, item: OutboxEntry) -> bool:
        """Write down that the mail goes now; False if another process was faster."""
        return OutboxEntry.objects.waiting().filter(pk=item.pk).update(handed_over=timezone.now()) == 1

    def sent(self, item: OutboxEntry) -> None:
        """Write down that it is done."""
        _set(item, done_at=timezone.now(), error="")

    def refused(self, item: OutboxEntry, answer: str) -> None:
        """Write down that nothing more can be done."""
        _set(item, done_at=timezone.now(), error=answer[:ERROR_LENGTH])

    def waits(self, item: OutboxEntry, why: str, until: datetime.datetime) -> None:
        """Write down when to try again."""
        _set(item, due=until, error=why[:ERROR_LENGTH], handed_over=None)

    def _written(self, entry: OutboxEntry) -> EmailMessage | None:
        try:
            message = _writers[entry.kind](entry)
        except Exception as error:
            logger.exception("Could not write %s", entry)
            self.postpone(entry, f"{type(error).__name__}: {error}")
            return None
        if message is None:
            self.sent(entry)
            return None
        message.extra_headers.setdefault("Message-ID", message_id(str(entry)))
        return message


queue = OutboxMails()
send_all, send_batch = queue.send_all, queue.send_batch


@task(priority=SOON)
def send_next_batch() -> None:
    """The worker's part: a batch, then again after whatever else waits for the worker."""
    if send_batch() == BATCH:
        send_next_batch.enqueue()


def _due() -> OutboxQuerySet:
    return OutboxEntry.objects.due().filter(kind__in=_writers)


def _read(entries: Iterable[OutboxEntry]) -> None:
    for kind, of_kind in groupby(sorted(entries, key=attrgetter("kind")), key=attrgetter("kind")):
        if kind in _readers:
            mine = list(of_kind)
            found = _readers[kind]([entry.key for entry in mine])
            for entry in mine:
                entry.about = found.get(entry.key)


def _set(entry: OutboxEntry, **values: object) -> None:
    OutboxEntry.objects.filter(pk=entry.pk).update(attempts=F("attempts") + 1, **values)
