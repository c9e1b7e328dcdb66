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

from education.models import Event, EventProposal
from education.proposals.proposing import event_proposals
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


@pytest.mark.django_db(transaction=True)
def test_a_proposal_is_a_draft_that_only_staff_see_and_hear_of(
    client: Client, site: dict[str, SiteTree], manager: User, language: str
) -> None:
    sent = send(client, FORM[language], proposal())

    assert sent.status_code == 302
    assert client.get(sent["Location"]).status_code == 200
    event = Event.objects.get()
    assert not event.live
    assert getattr(event, f"name_{language}") == "Open lab"
    assert "&lt;b&gt;" in getattr(event, f"description_{language}")
    assert timezone.localtime(event.starts).time() == datetime.time(14)
    for url in (
        event.url_in(language),
        "/sitemap.xml",
        f"/{language}/",
        {"nl": "/nl/agenda/", "en": "/en/events/"}[language],
    ):
        answer = client.get(url)
        assert answer.status_code == 404 or "Open lab" not in answer.content.decode()
    (message,) = mail.outbox
    assert message.to == ["manager@example.org"]
    assert "Open lab" not in str(message.message())
    assert "anna@example.org" not in str(message.message())


def test_staff_see_who_proposed_and_publish(site: dict[str, SiteTree], manager: User, client: Client) -> None:
    send(client, FORM["en"], proposal())
    event = Event.objects.get()
    staff = Client()
    staff.force_login(manager)

    listing = staff.get(reverse(EventProposal.snippet_viewset.get_url_name("list"))).content.decode()
    edit = reverse(Event.snippet_viewset.get_url_name("edit"), args=[event.pk])
    form = staff.get(edit).content.decode()
    event.get_latest_revision().publish(user=manager)

    assert "anna@example.org" in listing
    assert edit in listing
    assert "anna@example.org" in form
    page = client.get(event.url_in("en")).content.decode()
    assert "Open lab" in page
    assert "anna@example.org" not in page


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
    assert not Event.objects.exists()


@pytest.mark.django_db
def test_the_form_is_in_no_cache_and_leads_to_its_other_language(client: Client, site: dict[str, SiteTree]) -> None:
    page = client.get(FORM["nl"])

    assert "no-store" in page["Cache-Control"]
    assert f'href="{FORM["en"]}"' in page.content.decode()


@pytest.mark.django_db
def test_the_proposer_is_forgotten_when_the_event_is_over_and_the_draft_after_half_a_year(
    client: Client, site: dict[str, SiteTree]
) -> None:
    send(client, FORM["en"], proposal())
    send(client, FORM["en"], proposal(name="Another", first_day=(timezone.localdate() + 300 * DAY).isoformat()))
    published = Event.objects.get(name_en="Open lab")
    published.get_latest_revision().publish()

    with time_machine.travel(timezone.now() + 61 * DAY):
        event_proposals()
    assert [each.event.name_en for each in EventProposal.objects.all()] == ["Another"]

    with time_machine.travel(timezone.now() + 181 * DAY):
        event_proposals()
    assert [event.name_en for event in Event.objects.all()] == ["Open lab"]
    assert not EventProposal.objects.exists()
