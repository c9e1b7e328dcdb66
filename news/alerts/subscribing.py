"""The life of a subscription: asked for, confirmed, changed, erased.

The request of a visitor only writes an outbox entry, whatever the address: neither the answer nor its time tells
whether the address is known. The worker looks.
"""

import uuid

from django.db import transaction
from django.utils import timezone

from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carries_out, put

from ..models import AlertDelivery, AlertSubscription
from ..models.alert_subscription import address_key
from .choices import Choices
from .limit import may_be_asked
from .sending import send_next_batch

KIND = "alerts-asked"


def ask(address: str, choices: Choices, *, language: str, consent: str) -> None:
    """Take a request down; its answer comes by mail."""
    payload = {"address": address, "choices": choices.as_data(), "language": language, "consent": consent}
    put(KIND, uuid.uuid4().hex, payload)


@carries_out(KIND)
def answer(entry: OutboxEntry) -> None:
    """Mail the address: a link to confirm with, or for who is subscribed already the link to the settings."""
    address = entry.payload["address"]
    choices = Choices.from_data(entry.payload["choices"])
    subscription = _subscription(address, entry.payload["language"], entry.payload["consent"], choices)
    entry.payload = {}  # Entries are kept for a month; the address lives in the subscription alone.
    entry.save(update_fields=["payload"])
    if may_be_asked(address):
        AlertDelivery.objects.create(subscription=subscription)
        transaction.on_commit(send_next_batch.enqueue)


def _subscription(address: str, language: str, consent: str, choices: Choices) -> AlertSubscription:
    """The subscription of an address. A confirmed one stays as it is, whoever asked."""
    asked = {"language": language, "consent_text": consent, "asked_at": timezone.now()}
    subscription, _is_new = AlertSubscription.objects.get_or_create(
        address_key=address_key(address), defaults=asked | {"address": address}
    )
    if not subscription.is_confirmed:
        for name, value in asked.items():
            setattr(subscription, name, value)
        subscription.save()
        choices.set_on(subscription)
    return subscription


def confirm(subscription: AlertSubscription) -> None:
    """Its owner says yes; a second time changes nothing."""
    unconfirmed = AlertSubscription.objects.filter(pk=subscription.pk, confirmed_at__isnull=True)
    unconfirmed.update(confirmed_at=timezone.now())


def erase(key: uuid.UUID) -> None:
    """Delete all that is kept about a subscriber; a second time there is nothing to delete."""
    AlertSubscription.objects.filter(uuid=key).delete()
