"""Sends the alerts that wait; a row is ``waiting``, ``handed over`` and ``sent``, and only what is waiting is sent."""

import datetime
from collections.abc import Iterator

from django.core.mail import EmailMessage
from django.db.models import F
from django.tasks import task
from django.utils import timezone

from parkportal.core.mail_queue import BATCH, LONGEST_WAIT, MailQueue
from parkportal.core.turn import Lock

from ..models import AlertDelivery, AlertSubscription, Article, DeliveryState
from .messages import AlertMail, message_about_subscription

GIVEN_UP_AFTER = datetime.timedelta(days=3)


class AlertQueue(MailQueue[AlertDelivery]):
    """The deliveries to subscribers."""

    lock = Lock.ALERTS

    def mails(self, size: int) -> Iterator[tuple[AlertDelivery, EmailMessage]]:
        """The next deliveries with their mails; an article's is written once for a batch."""
        drop_what_is_old()
        written: dict[int, AlertMail] = {}
        deliveries = AlertDelivery.objects.to_send().in_order().select_related("subscription", "mailing")
        for delivery in deliveries[:size]:
            if delivery.mailing is None:
                yield delivery, message_about_subscription(delivery)
                continue
            key = delivery.mailing.article_id
            if key not in written:
                written[key] = AlertMail(Article.objects.get(pk=key).specific)
            yield delivery, written[key].to(delivery.subscription)

    def hand_over(self, item: AlertDelivery) -> bool:
        """Write down that the mail goes now: the last moment to find that somebody unsubscribed."""
        rows = AlertDelivery.objects.to_send().filter(pk=item.pk)
        return rows.update(state=DeliveryState.HANDED_OVER, changed_at=timezone.now()) == 1

    def sent(self, item: AlertDelivery) -> None:
        """Write it down; an address that takes mail again has refused none."""
        _settle(item, DeliveryState.SENT)
        if item.subscription.refusals:
            AlertSubscription.objects.filter(pk=item.subscription_id).update(refusals=0)

    def refused(self, item: AlertDelivery, answer: str) -> None:
        """Write it down, and count it at the address."""
        _settle(item, DeliveryState.REFUSED, answer)
        AlertSubscription.objects.filter(pk=item.subscription_id).update(refusals=F("refusals") + 1)

    def waits(self, item: AlertDelivery, why: str, until: datetime.datetime) -> None:
        """Write down when to try again."""
        _settle(item, DeliveryState.WAITING, why, due=until)


queue = AlertQueue()
send_all, send_batch = queue.send_all, queue.send_batch


@task()
def send_next_batch() -> None:
    """The worker's part: a batch, then again after whatever else waits for the worker."""
    if send_batch() == BATCH:
        send_next_batch.enqueue()


def drop_what_is_old() -> int:
    """Nobody needs last week's news; gives how many mails will never be sent."""
    old = AlertDelivery.objects.waiting().filter(due__lt=timezone.now() + LONGEST_WAIT, mailing__isnull=False)
    return old.filter(mailing__made_at__lt=timezone.now() - GIVEN_UP_AFTER).update(state=DeliveryState.DROPPED)


def _settle(
    delivery: AlertDelivery, state: DeliveryState, answer: str = "", *, due: datetime.datetime | None = None
) -> None:
    AlertDelivery.objects.filter(pk=delivery.pk).update(
        state=state,
        answer=answer[:250],
        due=due or delivery.due,
        changed_at=timezone.now(),
        attempts=F("attempts") + 1,
    )
