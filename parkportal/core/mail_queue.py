"""Mails that wait, sent one after another and each handed over once, whenever the process is killed.

An item waits until all but its mail's last byte has gone out, and is written down as handed over before that byte goes:
docs/decisions/alerts.md says what that leaves open.
"""

import datetime
import logging
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from django.core.mail import EmailMessage
from django.db import models
from django.utils import timezone

from .transport import InDoubt, NotSent, Postponed, Refused, ServerDown, Transport
from .turn import Lock, turn

BATCH = 100
AFTER_THE_OTHERS = datetime.timedelta(minutes=1)  # Lest one mail that breaks the connection holds up all.
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(minutes=2), datetime.timedelta(hours=6)
DOUBLINGS = 10  # After which the wait is the longest anyway.

logger = logging.getLogger(__name__)


class MailQueue[Item: models.Model](ABC):
    """The sending of one kind of item; its table is the queue's own. An item counts its ``attempts``."""

    lock: ClassVar[Lock]

    @abstractmethod
    def mails(self, size: int) -> Iterator[tuple[Item, EmailMessage | None]]:
        """The next items, at most so many, with their mails; None where there is nothing to send (any more)."""

    @abstractmethod
    def hand_over(self, item: Item) -> bool:
        """Write down that the mail goes now; False if it may not, or another process was faster."""

    @abstractmethod
    def sent(self, item: Item) -> None:
        """Write down that the server has it."""

    @abstractmethod
    def refused(self, item: Item, answer: str) -> None:
        """Write down that the server will never take it."""

    @abstractmethod
    def waits(self, item: Item, why: str, until: datetime.datetime) -> None:
        """Write down that it was tried, and when to try again."""

    def send_all(self) -> int:
        """Send all that may go now; gives how many items were tried."""
        tried = 0
        while batch := self.send_batch():
            tried += batch
        return tried

    def send_batch(self, size: int = BATCH) -> int:
        """Send at most ``size`` mails, unless another process is sending; 0 if there are none or the server is down."""
        with turn(self.lock) as mine:
            if not mine:
                return 0
            with Transport() as transport:
                return self._send_each(transport, size)

    def postpone(self, item: Item, why: str) -> None:
        """Try it again later, ever later."""
        attempts: int = item.attempts  # type: ignore[attr-defined]
        self.waits(item, why, timezone.now() + min(FIRST_WAIT * 2 ** min(attempts, DOUBLINGS), LONGEST_WAIT))

    def _send_each(self, transport: Transport, size: int) -> int:
        tried = 0
        for item, mail in self.mails(size):
            tried += 1
            try:
                if mail is not None:
                    self._send(transport, item, mail)
            except (ServerDown, InDoubt) as problem:
                logger.warning("Sending stopped at %s: %s", item, problem)
                return 0
        return tried

    def _send(self, transport: Transport, item: Item, mail: EmailMessage) -> None:
        try:
            sent = transport.send(mail, lambda: self.hand_over(item))
        except Refused as refusal:
            self.refused(item, str(refusal))
        except Postponed as problem:
            self.postpone(item, str(problem))
        except NotSent as problem:
            self.waits(item, str(problem), timezone.now() + AFTER_THE_OTHERS)
            raise
        else:
            if sent:
                self.sent(item)
