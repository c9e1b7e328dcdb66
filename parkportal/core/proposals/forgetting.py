"""Proposals hold who proposed: decided ones are kept for half a year, others for a year."""

import datetime

from django.db.models import Q
from django.utils import timezone

from ..models import Proposal
from ..retention import forgets

DECIDED_KEPT, OPEN_KEPT = datetime.timedelta(days=180), datetime.timedelta(days=365)


@forgets
def old_proposals() -> int:
    """Those that staff decided half a year ago, and those that nobody did in a year."""
    now = timezone.now()
    old = Q(settled_at__lt=now - DECIDED_KEPT) | Q(settled_at=None, created__lt=now - OPEN_KEPT)
    return Proposal.objects.filter(old).delete()[0]
