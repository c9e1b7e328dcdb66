"""What is kept no longer than it is needed."""

import datetime

from django.utils import timezone

from parkportal.core.retention import forgets

from ..models import AlertConfirmation, AlertDelivery, AlertSubscription
from .limit import ONE_A

DELIVERIES_KEPT = datetime.timedelta(days=90)


@forgets
def alerts() -> int:
    """Erase addresses that nobody confirmed, old traces of who was mailed what; gives how many rows."""
    now = timezone.now()
    old = (
        AlertSubscription.objects.never_confirmed(),
        AlertConfirmation.objects.filter(sent_at__lt=now - ONE_A),
        AlertDelivery.objects.filter(changed_at__lt=now - DELIVERIES_KEPT),
    )
    return sum(rows.delete()[0] for rows in old)
