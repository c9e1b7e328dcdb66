"""What is due: plans whose moment has come are published, what has expired is withdrawn.

Each item has a transaction of its own; one that fails is noted for the staff and holds nothing up.
"""

import datetime
import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from ..models import PublishingFailure
from ..models.publishing_failure import Step
from .moments import kinds_with_a_clock
from .repairs import repair_all
from .turns import is_our_turn

logger = logging.getLogger(__name__)
NOTICEABLY_LATE = datetime.timedelta(minutes=2)


@dataclass
class Outcome:
    """What a run did: names of items with how late each was, what failed, and how much was mended."""

    done: list[tuple[str, datetime.timedelta]] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    repaired: int = 0


class AnotherRuns(Exception):
    """Another process publishes at this moment."""


@dataclass(frozen=True)
class Item:
    """A page or record that is due, found before its transaction begins and asked again within."""

    step: Step
    model: type[Any]
    key: Any
    since: datetime.datetime

    def carry_out(self) -> Any:
        """Publish or withdraw it; gives the object, or None if there was nothing left to do."""
        raise NotImplementedError

    def subject(self) -> Any:
        """The page or record."""
        return self.model._base_manager.filter(pk=self.key).first()


@dataclass(frozen=True)
class Expired(Item):
    """Something live whose time is over."""

    def carry_out(self) -> Any:
        """Withdraw it as expired."""
        now = timezone.now()
        found = self.model._base_manager.select_for_update(of=("self",)).filter(pk=self.key, live=True)
        thing = found.filter(expire_at__lte=now).first()
        if thing is None:
            return None
        thing = thing.specific if isinstance(thing, Page) else thing
        thing.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        return thing


@dataclass(frozen=True)
class Planned(Item):
    """A revision that was approved for a moment."""

    revision: int

    def carry_out(self) -> Any:
        """Publish it, unless something newer went live since; then the plan is only a remnant."""
        plans = Revision.objects.select_for_update(of=("self",)).filter(pk=self.revision)
        plan = plans.filter(approved_go_live_at__lte=timezone.now()).first()
        if plan is None:
            return None
        thing = self.subject()
        if thing.live and thing.last_published_at and thing.last_published_at >= plan.approved_go_live_at:
            plans.update(approved_go_live_at=None)
            return None
        plan.publish(log_action="wagtail.publish.scheduled")
        return thing


def publish_due() -> Outcome:
    """Mend what a killed process left behind, then withdraw and publish all that is due."""
    outcome = Outcome(repaired=repair_all())
    for item in [*_expired(), *_planned()]:
        try:
            _carry_out(item, outcome)
        except AnotherRuns:
            logger.info("Another process publishes.")
            break
    PublishingFailure.objects.settled().delete()
    return outcome


def _carry_out(item: Item, outcome: Outcome) -> None:
    try:
        with transaction.atomic():
            if not is_our_turn():
                raise AnotherRuns
            thing = item.carry_out()
            PublishingFailure.objects.about(item.model, item.key).filter(step=item.step).delete()
    except AnotherRuns:
        raise
    except Exception as error:
        logger.exception("Could not %s %s %s", item.step, item.model._meta.label, item.key)
        PublishingFailure.objects.note(item.step, item.subject(), item.since, error)
        outcome.failed.append(f"{item.model._meta.verbose_name} {item.key}")
        return
    if thing is not None:
        late = timezone.now() - item.since
        outcome.done.append((str(thing), late))
        if late > NOTICEABLY_LATE:
            logger.warning("%s: %s came %s late", item.step, thing, late)


def _expired() -> Iterator[Expired]:
    for model in kinds_with_a_clock():
        rows = model._base_manager.filter(live=True, expire_at__lte=timezone.now()).order_by("expire_at", "pk")
        for key, since in list(rows.values_list("pk", "expire_at")):
            yield Expired(Step.WITHDRAW, model, key, since)


def _planned() -> Iterator[Planned]:
    plans = Revision.objects.filter(approved_go_live_at__lte=timezone.now()).select_related("base_content_type")
    for plan in list(plans.defer("content").order_by("approved_go_live_at", "pk")):
        model = plan.base_content_type.model_class()
        if model is not None and issubclass(model, DraftStateMixin):
            yield Planned(Step.PUBLISH, model, plan.object_id, plan.approved_go_live_at, plan.pk)
