"""What staff see of what was not published, withdrawn or carried out on time."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Revision

from ..models import OutboxEntry, PublishingFailure
from ..models.publishing_failure import Step
from .due import NOTICEABLY_LATE
from .moments import kinds_with_a_clock

SHOWN = 100
URL_NAME = "late_and_failed"


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
    """Pages and records, and side effects: the first of each sort, and how many there are in all."""

    items: list[Late]
    side_effects: list[OutboxEntry]
    total: int

    @property
    def shown(self) -> int:
        """How many of them are shown."""
        return len(self.items) + len(self.side_effects)

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
    late = [
        Late(str(thing), finder.get_edit_url(_specific(thing)) or "", str(step.label), due)
        for step, thing, due in _late(timezone.now() - NOTICEABLY_LATE)
    ]
    waiting = _waiting(timezone.now() - NOTICEABLY_LATE).order_by("due")[:SHOWN]
    total = sum(things.count() for things, _since in late_sources())
    return LateAndFailed([*failures, *late], list(waiting), total)


def late_sources() -> list[tuple[QuerySet[Any], str]]:
    """What the report shows, to be counted: querysets with the fields that say since when."""
    since = timezone.now() - NOTICEABLY_LATE
    expired = [(_expired(model, since), "expire_at") for model in kinds_with_a_clock()]
    plans = (_plans(since), "approved_go_live_at")
    return [(PublishingFailure.objects.all(), "due"), plans, *expired, (_waiting(since), "due")]


def _late(since: datetime.datetime) -> list[tuple[Step, Any, datetime.datetime]]:
    plans = _plans(since).order_by("approved_go_live_at")
    late = [(Step.PUBLISH, plan.content_object, plan.approved_go_live_at) for plan in plans[:SHOWN]]
    for model in kinds_with_a_clock():
        late += [(Step.WITHDRAW, thing, thing.expire_at) for thing in _expired(model, since)[:SHOWN]]
    return [(step, thing, due) for step, thing, due in late if thing is not None]


def _plans(since: datetime.datetime) -> QuerySet[Any]:
    """Plans that are late without having failed."""
    failed = PublishingFailure.objects.filter(
        step=Step.PUBLISH, content_type=OuterRef("base_content_type"), object_id=OuterRef("object_id")
    )
    return Revision.objects.filter(~Exists(failed), approved_go_live_at__lte=since)


def _expired(model: type[Any], since: datetime.datetime) -> QuerySet[Any]:
    """What is live past its time without having failed to be withdrawn."""
    failed = PublishingFailure.objects.filter(
        step=Step.WITHDRAW,
        content_type__app_label=model._meta.app_label,
        content_type__model=model._meta.model_name,
        object_id=OuterRef("_text_key"),
    )
    found = model._base_manager.filter(live=True, expire_at__lte=since)
    return found.alias(_text_key=Cast("pk", CharField())).filter(~Exists(failed))


def _waiting(since: datetime.datetime) -> QuerySet[Any]:
    return OutboxEntry.objects.waiting().filter(Q(attempts__gt=0) | Q(due__lte=since))


def _specific(thing: Any) -> Any:
    return getattr(thing, "specific", thing)
