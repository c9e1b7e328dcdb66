"""What staff see of what was not published, withdrawn or carried out on time."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Revision

from ..models import OutboxEntry, PublishingFailure
from ..models.publishing_failure import Step
from .due import NOTICEABLY_LATE
from .moments import kinds_with_a_clock

SHOWN = 100


@dataclass(frozen=True)
class Late:
    """Something that should have happened."""

    title: str
    edit_url: str
    step: str
    due: datetime.datetime
    message: str = ""
    attempts: int = 0


@dataclass(frozen=True)
class LateAndFailed:
    """Pages and records, and side effects."""

    items: list[Late]
    side_effects: list[OutboxEntry]

    def __bool__(self) -> bool:
        return bool(self.items or self.side_effects)


def late_and_failed(user: Any = None) -> LateAndFailed:
    """What failed, what is late without having failed, and the side effects that fail or wait too long."""
    finder = AdminURLFinder(user)
    failures = [
        Late(
            failure.title,
            finder.get_edit_url(_specific(failure.subject)) or "",
            str(failure.get_step_display()),
            failure.due,
            failure.message,
            failure.attempts,
        )
        for failure in PublishingFailure.objects.all()[:SHOWN]
    ]
    known = {(failure.title, failure.due) for failure in failures}
    late = [
        Late(str(thing), finder.get_edit_url(_specific(thing)) or "", str(step.label), due)
        for step, thing, due in _late(timezone.now() - NOTICEABLY_LATE)
        if (str(thing), due) not in known
    ]
    waiting = OutboxEntry.objects.waiting().filter(Q(attempts__gt=0) | Q(due__lte=timezone.now() - NOTICEABLY_LATE))
    return LateAndFailed([*failures, *late], list(waiting.order_by("due")[:SHOWN]))


def _late(since: datetime.datetime) -> list[tuple[Step, Any, datetime.datetime]]:
    plans = Revision.objects.filter(approved_go_live_at__lte=since).order_by("approved_go_live_at")
    late = [(Step.PUBLISH, plan.content_object, plan.approved_go_live_at) for plan in plans[:SHOWN]]
    for model in kinds_with_a_clock():
        expired = model._base_manager.filter(live=True, expire_at__lte=since)
        late += [(Step.WITHDRAW, thing, thing.expire_at) for thing in expired[:SHOWN]]
    return [(step, thing, due) for step, thing, due in late if thing is not None]


def _specific(thing: Any) -> Any:
    return getattr(thing, "specific", thing)
