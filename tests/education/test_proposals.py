"""Proposing an event: a draft for staff, a mail, and nothing for the public."""

import datetime
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from education.models import Event
from parkportal.core.models import Proposal
from parkportal.core.outbox_mails import send_all
from parkportal.core.proposals.forgetting import old_proposals
from parkportal.website.roles import DIRECTORY_MANAGERS, make_roles
from tests.factories.site import SiteTree
from tests.public_forms import send

FORM = {"nl": "/nl/evenement-voorstellen/", "en": "/en/propose-an-event/"}
DAY = datetime.timedelta(days=1)


def proposal(**changes: Any) -> dict[str, Any]:
    """A form that is filled in well."""
    return {
        "name": "Open lab",
        "summary": "Everybody may have a look.",
        "description": "First <b>this</b>.\n\nThen that.",
        "first_day": (timezone.localdate() + 60 * DAY).isoformat(),
        "from_time": "14:00",
        "until_time": "16:30",
        "attendance": "onsite",
        "place": "Room 1",
        "languages": ["nl", "en"],
        "organisation": "Example bv",
        "contact_name": "Anna Jansen",
        "contact_email": "anna@example.org",
    } | changes


@pytest.fixture
def manager(db: None) -> User:
    """Somebody who may publish events and has a mailbox."""
    make_roles()
    user = User.objects.create_user("manager", "manager@example.org")
    user.groups.add(Group.objects.get(name=DIRECTORY_MANAGERS))
    return user


def accept_all(staff: Client, proposal: Proposal, **others: str) -> Any:
    path = reverse("proposal", args=[proposal.pk])
    choices = {f"decision-{value.pk}": others.get(value.name, "accepted") for value in proposal.values.all()}
    reasons = {f"reason-{value.pk}": "Not needed." for value in proposal.values.all()}
    return staff.post(path, {"seen": staff.get(path).context["seen"]} | choices | reasons)


@pytest.mark.django_db(transaction=True)
def test_only_staff_see_and_hear_of_a_proposal(
    client: Client, site: dict[str, SiteTree], manager: User, language: str
) -> None:
    sent = send(client, FORM[language], proposal())

    assert sent.status_code == 302
    assert client.get(sent["Location"]).status_code == 200
    assert not Event.objects.exists()
    kept = Proposal.objects.get()
    assert (kept.title, kept.language, kept.email) == ("Open lab", language, "anna@example.org")
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        send_all()
    (message,) = mail.outbox
    assert message.to == ["manager@example.org"]
    assert "Open lab" not in str(message.message())
    assert "anna@example.org" not in str(message.message())


def test_what_staff_accept_is_a_draft_that_they_publish(
    site: dict[str, SiteTree], manager: User, client: Client, language: str
) -> None:
    send(client, FORM[language], proposal())
    staff = Client()
    staff.force_login(manager)
    answer = accept_all(staff, Proposal.objects.get(), place="refused")
    event = Event.objects.get()

    assert answer["Location"] == reverse(Event.snippet_viewset.get_url_name("edit"), args=[event.pk])
    assert not event.live
    assert client.get(event.url_in(language)).status_code == 404
    assert (getattr(event, f"name_{language}"), event.place, event.languages) == ("Open lab", "", "nl, en")
    assert "&lt;b&gt;" in getattr(event, f"description_{language}")
    assert timezone.localtime(event.starts).time() == datetime.time(14)
    assert timezone.localtime(event.ends).time() == datetime.time(16, 30)
    assert [row.organisation_name for row in event.organisers.all()] == ["Example bv"]
    event.get_latest_revision().publish(user=manager)
    page = client.get(event.url_in(language)).content.decode()
    assert "Open lab" in page
    assert "anna@example.org" not in page


def test_a_draft_needs_a_name_and_a_day(site: dict[str, SiteTree], manager: User, client: Client) -> None:
    send(client, FORM["en"], proposal())
    staff = Client()
    staff.force_login(manager)

    assert accept_all(staff, Proposal.objects.get(), name="refused").status_code == 422
    assert accept_all(staff, Proposal.objects.get(), name="later").status_code == 422
    assert not Event.objects.exists()
    assert Proposal.objects.get().is_open


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"name": "x" * 121},
        {"summary": ""},
        {"description": "x" * 4001},
        {"first_day": "2020-01-01"},
        {"first_day": "9999-12-31"},
        {"first_day": "morgen"},
        {"until_time": "13:00"},
        {"from_time": ""},
        {"last_day": "2020-01-01"},
        {"place": ""},
        {"attendance": "elsewhere"},
        {"languages": ["xx"]},
        {"registration_url": "javascript:alert(1)"},
        {"contact_email": "anna@example.org\nBcc: all@example.org"},
        {"note": "x" * 1001},
    ],
)
def test_what_is_wrong_is_said_and_what_was_written_is_kept(
    client: Client, site: dict[str, SiteTree], changes: dict[str, Any]
) -> None:
    answer = send(client, FORM["en"], proposal(**changes))

    assert answer.status_code == 422
    assert "Example bv" in answer.content.decode()
    assert "error-summary" in answer.content.decode()
    assert not Proposal.objects.exists()


@pytest.mark.django_db
def test_the_form_is_in_no_cache_and_leads_to_its_other_language(client: Client, site: dict[str, SiteTree]) -> None:
    page = client.get(FORM["nl"])

    assert "no-store" in page["Cache-Control"]
    assert f'href="{FORM["en"]}"' in page.content.decode()


@pytest.mark.django_db
def test_proposals_are_forgotten_half_a_year_after_the_decision_or_after_a_year(
    client: Client, site: dict[str, SiteTree]
) -> None:
    send(client, FORM["en"], proposal())
    send(client, FORM["en"], proposal(name="Another"))
    Proposal.objects.filter(title="Open lab").update(settled_at=timezone.now())

    with time_machine.travel(timezone.now() + 181 * DAY):
        old_proposals()
    assert [each.title for each in Proposal.objects.all()] == ["Another"]
    with time_machine.travel(timezone.now() + 366 * DAY):
        old_proposals()
    assert not Proposal.objects.exists()
