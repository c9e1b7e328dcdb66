"""The personal links in mails: signed, each for one purpose, and worth nothing once the subscription is erased."""

import uuid
from enum import StrEnum

from django.core import signing
from django.utils.translation import gettext_lazy as _

from parkportal.core.errors import NothingHere

from ..models import AlertSubscription
from ..models.alert_subscription import DAYS_TO_CONFIRM


class Purpose(StrEnum):
    """What a link is good for."""

    CONFIRM = "confirm"
    MANAGE = "manage"
    UNSUBSCRIBE = "unsubscribe"


LONGEST_LIFE = {Purpose.CONFIRM: DAYS_TO_CONFIRM * 24 * 60 * 60}  # In seconds; the others live as long as the row.
NO_LONGER_VALID = _("This link is not valid any more. Subscribe again to get a new one.")


def token(subscription: AlertSubscription, purpose: Purpose) -> str:
    """A token that nobody can guess or use for another purpose."""
    return _signer(purpose).sign(subscription.uuid.hex)


def key_in(text: str, purpose: Purpose) -> uuid.UUID:
    """Whose token it is, whether or not the subscription still exists. Raises NothingHere if it is no token of ours."""
    try:
        return uuid.UUID(_signer(purpose).unsign(text, max_age=LONGEST_LIFE.get(purpose)))
    except (signing.BadSignature, ValueError):
        raise NothingHere(NO_LONGER_VALID) from None


def subscription_of(text: str, purpose: Purpose) -> AlertSubscription:
    """The subscription of a token. Raises NothingHere."""
    subscription = AlertSubscription.objects.filter(uuid=key_in(text, purpose)).first()
    if subscription is None:
        raise NothingHere(NO_LONGER_VALID)
    return subscription


def _signer(purpose: Purpose) -> signing.TimestampSigner:
    return signing.TimestampSigner(sep=".", salt=f"news.alerts.{purpose}")
