"""An event as it is proposed, and the draft that is made of it."""

import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.models import Proposal
from parkportal.core.proposals import Kind, register
from parkportal.core.proposals.fields import Answer, Day
from parkportal.core.slugs import free_slug

from ..models import Attendance, Event, EventOrganiser

ONE_DAY = datetime.timedelta(days=1)


def make_event(proposal: Proposal, accepted: dict[str, Any]) -> Event:
    """A draft of what was accepted."""
    if not accepted.get("name") or not accepted.get("first_day"):
        raise ValidationError(_("An event needs a name and a first day. Accept those, or refuse everything."))
    starts, ends, all_day = _span(accepted)
    code = proposal.language
    event = Event(
        live=False,
        starts=starts,
        ends=ends,
        all_day=all_day,
        attendance=accepted.get("attendance") or Attendance.ONSITE,
        place=accepted.get("place", ""),
        languages=", ".join(accepted.get("languages") or []),
        registration_url=accepted.get("registration_url", ""),
        **{
            Event.fallback_slug_column: free_slug(Event, Event.fallback_slug_column, accepted["name"]),
            f"name_{code}": accepted["name"],
            f"summary_{code}": accepted.get("summary", ""),
            f"description_{code}": linebreaks(accepted.get("description", ""), autoescape=True),
            f"accessibility_note_{code}": accepted.get("accessibility_note", ""),
        },
    )
    if proposal.organisation:
        event.organisers = [EventOrganiser(organisation_name=proposal.organisation)]  # type: ignore[misc]
    event.save()
    event.save_revision(clean=False)
    return event


def _span(accepted: dict[str, Any]) -> tuple[datetime.datetime, datetime.datetime, bool]:
    """When it begins and ends. Without times it takes whole days; without an end it ends with the day."""
    first = datetime.date.fromisoformat(accepted["first_day"])
    last = datetime.date.fromisoformat(accepted.get("last_day") or accepted["first_day"])
    begins, until = _time(accepted.get("from_time")), _time(accepted.get("until_time"))
    end = (last, until) if until and begins else (last + ONE_DAY, datetime.time.min)
    span = ((first, begins or datetime.time.min), end)
    starts, ends = (timezone.make_aware(datetime.datetime.combine(*moment)) for moment in span)
    return starts, ends, begins is None


def _time(text: str | None) -> datetime.time | None:
    return datetime.time.fromisoformat(text) if text else None


EVENT = register(
    Kind(
        key="event",
        label=gettext_lazy("event"),
        model=Event,
        fields=(
            Answer("name", gettext_lazy("Name")),
            Answer("summary", gettext_lazy("Summary")),
            Answer("description", gettext_lazy("Description")),
            Day("first_day", gettext_lazy("First day")),
            Answer("from_time", gettext_lazy("From")),
            Answer("until_time", gettext_lazy("Until")),
            Day("last_day", gettext_lazy("Last day")),
            Answer("attendance", gettext_lazy("Where"), Attendance.choices),
            Answer("place", gettext_lazy("Place")),
            Answer("languages", gettext_lazy("Languages"), settings.LANGUAGES),
            Answer("accessibility_note", gettext_lazy("Accessibility")),
            Answer("registration_url", gettext_lazy("Registration")),
        ),
        make=make_event,
    )
)
