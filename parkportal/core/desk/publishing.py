"""What waits for a review, what is planned, and what is late."""

from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, TaskState

from ..publishing.report import URL_NAME, late_sources
from .access import revisions_to_edit
from .needs import Source, need


def _reviewed(state: TaskState) -> Any:
    return state.revision.content_object


def _submitted_by(state: TaskState) -> str:
    asker = state.workflow_state.requested_by
    return _("sent in by %(name)s") % {"name": asker.get_full_name() or asker.get_username()} if asker else ""


def _planned(revision: Revision) -> Any:
    return revision.content_object


@need(
    "review",
    label=_("Drafts waiting for your review"),
    explanation=_("Read each, then approve it or send it back with a comment."),
    moment=_("Waiting since"),
    order=10,
    subject=_reviewed,
    remark=_submitted_by,
)
def reviews(user: Any) -> Iterator[Source]:
    """What this user may approve."""
    states = TaskState.objects.reviewable_by(user)
    if states.query.is_empty():
        return
    related = states.select_related("workflow_state__requested_by", "revision").prefetch_related(
        "revision__content_object"
    )
    yield Source(related.filter(revision__isnull=False), by="started_at")


@need(
    "scheduled",
    label=_("Planned for a later moment"),
    explanation=_("Each is published by itself at its moment."),
    moment=_("Goes public at"),
    order=30,
    subject=_planned,
)
def scheduled(user: Any) -> Iterator[Source]:
    """The plans for what this user may edit."""
    plans = Revision.objects.filter(revisions_to_edit(user), approved_go_live_at__gt=timezone.now())
    yield Source(plans.prefetch_related("content_object"), by="approved_go_live_at")


@need(
    "late",
    label=_("Late and failed"),
    explanation=_("What should have been published, withdrawn or mailed by now."),
    moment=_("Due"),
    order=20,
    address=URL_NAME,
)
def late(user: Any) -> list[Source]:
    """The same things as the report."""
    return [Source(things, by) for things, by in late_sources()]
