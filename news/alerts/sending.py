"""Sends what waits, one mail after another; what was sent is never sent again, whenever the process is killed.

A row is ``waiting`` until everything but the mail's last byte has gone out, ``handed over`` from there on, and ``sent``
when the server has said yes. Only what is waiting is sent. docs/decisions/alerts.md says what that leaves open.
"""

import datetime
import logging
from collections.abc import Iterator

from django.core.mail import EmailMessage
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from parkportal.core.transport import InDoubt, NotSent, Postponed, Refused, ServerDown, Transport
from parkportal.core.turn import Lock, turn

from ..models import AlertDelivery, AlertSubscription, Article, DeliveryState
from .messages import AlertMail, message_about_subscription

BATCH = 100
GIVEN_UP_AFTER = datetime.timedelta(days=3)
AFTER_THE_OTHERS = datetime.timedelta(minutes=1)  # Lest one mail that breaks the connection holds up all.
FIRST_WAIT, LONGEST_WAIT = datetime.timedelta(minutes=5), datetime.timedelta(hours=6)

logger = logging.getLogger(__name__)


def send_all() -> int:
    """Send all that may go now; gives how many mails were tried."""
    tried = 0
    while batch := send_batch():
        tried += batch
    return tried


def send_batch(size: int = BATCH) -> int:
    """Send at most ``size`` mails, unless another process is sending; gives how many were tried before it stopped."""
    with turn(Lock.ALERTS) as mine:
        if not mine:
            return 0
        drop_what_is_old()
        with Transport() as transport:
            return _send_each(transport, size)


@task()
def send_next_batch() -> None:
    """The worker's part: a batch, then again after whatever else waits for the worker."""
    if send_batch() == BATCH:
        send_next_batch.enqueue()


def drop_what_is_old() -> int:
    """Nobody needs last week's news; gives how many mails will never be sent."""
    old = AlertDelivery.objects.waiting().filter(due__lt=timezone.now() + LONGEST_WAIT, mailing__isnull=False)
    return old.filter(mailing__made_at__lt=timezone.now() - GIVEN_UP_AFTER).update(state=DeliveryState.DROPPED)


def _send_each(transport: Transport, size: int) -> int:
    tried = 0
    for delivery, message in _messages(size):
        tried += 1
        try:
            _send(transport, delivery, message)
        except (ServerDown, InDoubt) as problem:
            logger.warning("Sending stopped at %s: %s", delivery, problem)
            return 0
    return tried


def _messages(size: int) -> Iterator[tuple[AlertDelivery, EmailMessage]]:
    """The next deliveries with their mails; an article's is written once for a batch."""
    mails: dict[int, AlertMail] = {}
    deliveries = AlertDelivery.objects.to_send().in_order().select_related("subscription", "mailing")
    for delivery in deliveries[:size]:
        if delivery.mailing is None:
            yield delivery, message_about_subscription(delivery)
            continue
        key = delivery.mailing.article_id
        if key not in mails:
            mails[key] = AlertMail(Article.objects.get(pk=key).specific)
        yield delivery, mails[key].to(delivery.subscription)


def _send(transport: Transport, delivery: AlertDelivery, message: EmailMessage) -> None:
    try:
        sent = transport.send(message, lambda: _hand_over(delivery))
    except Refused as refusal:
        _refuse(delivery, str(refusal))
    except Postponed as problem:
        wait = min(FIRST_WAIT * 2 ** min(delivery.attempts, 10), LONGEST_WAIT)
        _settle(delivery, DeliveryState.WAITING, str(problem), due=timezone.now() + wait)
    except NotSent as problem:
        _settle(delivery, DeliveryState.WAITING, str(problem), due=timezone.now() + AFTER_THE_OTHERS)
        raise
    else:
        if sent:
            _record_sent(delivery)


def _hand_over(delivery: AlertDelivery) -> bool:
    """Write down that the mail goes now, if it still may: the last moment to find that somebody unsubscribed."""
    rows = AlertDelivery.objects.to_send().filter(pk=delivery.pk)
    return rows.update(state=DeliveryState.HANDED_OVER, changed_at=timezone.now()) == 1


def _record_sent(delivery: AlertDelivery) -> None:
    _settle(delivery, DeliveryState.SENT, "", due=delivery.due)
    if delivery.subscription.refusals:
        AlertSubscription.objects.filter(pk=delivery.subscription_id).update(refusals=0)


def _refuse(delivery: AlertDelivery, answer: str) -> None:
    _settle(delivery, DeliveryState.REFUSED, answer, due=delivery.due)
    AlertSubscription.objects.filter(pk=delivery.subscription_id).update(refusals=F("refusals") + 1)


def _settle(delivery: AlertDelivery, state: DeliveryState, answer: str, *, due: datetime.datetime) -> None:
    AlertDelivery.objects.filter(pk=delivery.pk).update(
        state=state, answer=answer[:250], due=due, changed_at=timezone.now(), attempts=F("attempts") + 1
    )
