"""What needs somebody in education: events that visitors proposed."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.permissions import get_permission_name

from parkportal.core.desk.needs import Source, need

from .models import Event, EventProposal


def _event(proposal: EventProposal) -> Event:
    return proposal.event


def _proposer(proposal: EventProposal) -> str:
    return proposal.organisation


@need(
    "proposed-events",
    label=_("Events that visitors proposed"),
    explanation=_("Publish each, or delete it."),
    moment=_("Proposed"),
    order=60,
    subject=_event,
    remark=_proposer,
)
def proposed_events(user: Any) -> Iterator[Source]:
    """Those that are not public yet, for who may publish them."""
    if user.has_perm(get_permission_name("publish", Event)):
        yield Source(EventProposal.objects.filter(event__live=False).select_related("event"), by="proposed")
