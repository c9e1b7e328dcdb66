"""How long an import is kept, and with it the way to undo it."""

import datetime

from django.utils import timezone

from ..models import ImportJob, ImportState
from ..retention import forgets

KEPT = datetime.timedelta(days=90)
UNDECIDED_KEPT = datetime.timedelta(days=7)


@forgets
def imports() -> int:
    """Imports of long ago, and files that nobody carried out within a week."""
    now = timezone.now()
    undecided = (ImportState.MAPPING, ImportState.READY)
    left = ImportJob.objects.filter(state__in=undecided, created__lt=now - UNDECIDED_KEPT).delete()[0]
    return left + ImportJob.objects.filter(created__lt=now - KEPT).delete()[0]
