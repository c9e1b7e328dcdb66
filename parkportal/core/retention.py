"""What is kept for a time and then erased. The worker does it by ``manage.py forget``, a few times a day."""

import logging
from collections.abc import Callable

from django.utils import timezone

from .models import SubmissionCount

Eraser = Callable[[], int]
_erasers: list[Eraser] = []

logger = logging.getLogger(__name__)


def forgets(eraser: Eraser) -> Eraser:
    """Register a function that erases what was kept long enough and gives how much that was."""
    _erasers.append(eraser)
    return eraser


def forget_all() -> dict[str, int]:
    """Call every eraser; one that fails does not keep the others from their work."""
    erased = {}
    for eraser in _erasers:
        try:
            erased[eraser.__name__] = eraser()
        except Exception:
            logger.exception("Could not erase: %s", eraser.__name__)
    return erased


@forgets
def submission_counts() -> int:
    """The counts of spans that are over."""
    return SubmissionCount.objects.filter(ends__lt=timezone.now()).delete()[0]
