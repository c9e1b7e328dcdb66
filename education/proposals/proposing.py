"""A proposal becomes a draft that staff publish or leave; staff get a mail, the public sees nothing."""

import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.html import linebreaks
from django.utils.translation import gettext as _

from parkportal.core.languages import current_language
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carries_out, put
from parkportal.core.record_urls import absolute
from parkportal.core.retention import forgets
from parkportal.core.slugs import free_slug

from ..models import Event, EventOrganiser, EventProposal

MAIL = "event-proposed"
ONE_DAY = datetime.timedelta(days=1)
LONGEST_KEPT = datetime.timedelta(days=180)


def propose_event(data: dict[str, Any]) -> Event:
    """Keep a proposal as a draft, and have staff told."""
    language = current_language()
    starts, ends, all_day = _span(data)
    event = Event(
        live=False,
        starts=starts,
        ends=ends,
        all_day=all_day,
        attendance=data["attendance"],
        place=data["place"],
        languages=", ".join(data["languages"]),
        registration_url=data["registration_url"],
        **{
            Event.fallback_slug_column: free_slug(Event, Event.fallback_slug_column, data["name"]),
            f"name_{language}": data["name"],
            f"summary_{language}": data["summary"],
            f"description_{language}": linebreaks(data["description"], autoescape=True),
            f"accessibility_note_{language}": data["accessibility_note"],
        },
    )
    event.organisers = [EventOrganiser(organisation_name=data["organisation"])]  # type: ignore[misc]
    event.save()
    event.save_revision(clean=False)
    proposer = {name: data[name] for name in ("contact_name", "contact_email", "organisation", "note")}
    EventProposal.objects.create(event=event, language=language, **proposer)
    for user in _publishers():
        put(MAIL, f"{event.uuid} {user.pk}", {"event": event.pk, "user": user.pk})
    return event


def _span(data: dict[str, Any]) -> tuple[datetime.datetime, datetime.datetime, bool]:
    """When it begins and ends. Without times it takes whole days; without an end it ends with the day."""
    first, last = data["first_day"], data["last_day"] or data["first_day"]
    starts = data["from_time"] or datetime.time.min
    midnight = (last + ONE_DAY, datetime.time.min)
    until = (last, data["until_time"]) if data["until_time"] else midnight
    moments = [timezone.make_aware(datetime.datetime.combine(*moment)) for moment in ((first, starts), until)]
    return moments[0], moments[1], data["from_time"] is None


@carries_out(MAIL)
def tell_staff(entry: OutboxEntry) -> None:
    """A mail to one who may publish events. It names no visitor, so that the mailbox keeps no personal data."""
    user = _publishers().filter(pk=entry.payload["user"]).first()
    if user is None or not Event.objects.filter(pk=entry.payload["event"]).exists():
        return
    with translation.override(_language_of(user)):
        url = absolute(reverse(Event.snippet_viewset.get_url_name("edit"), args=[entry.payload["event"]]))
        text = _("An event was proposed for the calendar. Nobody sees it until you publish it:\n\n%(url)s\n")
        send_mail(_("An event was proposed"), text % {"url": url}, None, [user.email])


def _publishers() -> QuerySet[Any]:
    backend = "django.contrib.auth.backends.ModelBackend"
    users = get_user_model().objects.with_perm("education.publish_event", backend=backend)
    return users.filter(is_active=True).exclude(email="").order_by("pk")


def _language_of(user: Any) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return profile.get_preferred_language() if profile else current_language()


@forgets
def event_proposals() -> int:
    """Who proposed an event that is over, or what nobody published for half a year."""
    long_ago = timezone.now() - LONGEST_KEPT
    unwanted = Q(event__first_published_at=None, proposed__lt=long_ago) | Q(
        event__first_published_at=None, event__ends__lt=timezone.now()
    )
    for proposal in EventProposal.objects.filter(unwanted):
        proposal.event.delete()
    return EventProposal.objects.filter(event__ends__lt=timezone.now()).delete()[0]
