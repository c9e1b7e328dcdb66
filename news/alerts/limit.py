"""At most one mail a day to an address that nobody has confirmed or that asks again."""

import datetime

from django.utils import timezone
from django.utils.crypto import salted_hmac

from ..models import AlertConfirmation
from ..models.alert_subscription import address_key

ONE_A = datetime.timedelta(days=1)


def may_be_asked(address: str) -> bool:
    """Whether the address may get such a mail now; if so, not again today. Erasing a subscription does not reset it."""
    now = timezone.now()
    address_hash = salted_hmac("news.alerts.limit", address_key(address), algorithm="sha256").hexdigest()
    _row, is_new = AlertConfirmation.objects.get_or_create(address_hash=address_hash, defaults={"sent_at": now})
    earlier = AlertConfirmation.objects.filter(address_hash=address_hash, sent_at__lte=now - ONE_A)
    return is_new or earlier.update(sent_at=now) == 1
