"""Who has a mailbox at an organisation gets the link by mail; everybody sees the same answer."""

import datetime
from types import SimpleNamespace
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from organisations.entry.domains import is_of
from organisations.entry.links import path_of
from organisations.models import EntryLink, Organisation
from parkportal.core.models import OutboxEntry, Proposal
from parkportal.core.outbox import carry_out_due
from parkportal.core.outbox_mails import send_all
from tests.factories.entries import directory_manager, logged_in, organisation_with_contact
from tests.factories.site import SiteTree
from tests.public_forms import hidden_fields, send

MINUTE = datetime.timedelta(minutes=1)
FORM = {"nl": "/nl/jouw-vermelding/aanvragen/alfa/", "en": "/en/your-entry/ask/alfa/"}


@pytest.fixture
def organisation(site: dict[str, SiteTree]) -> Organisation:
    return organisation_with_contact("info@alfa.example", slug_nl="alfa", website="https://www.alfa.example/over")


def claim(client: Client, email: str, language: str = "en") -> Any:
    answer = send(client, FORM[language], {"email": email})
    with time_machine.travel(timezone.now() + MINUTE):
        carry_out_due()
        send_all()
    return answer


def test_the_link_goes_to_an_address_of_the_organisation(
    client: Client, organisation: Organisation, language: str
) -> None:
    answer = claim(client, "anna@alfa.example", language)
    (message,) = mail.outbox

    assert answer.status_code == 302
    assert message.to == ["anna@alfa.example"]
    assert f"http://testserver/{language}/" in str(message.body)
    link = EntryLink.objects.get()
    assert round((link.expires - link.created) / datetime.timedelta(days=1)) == 7


def test_the_answer_is_the_same_for_every_address(client: Client, organisation: Organisation) -> None:
    own, other = claim(client, "anna@alfa.example"), claim(client, "anna@elsewhere.example")

    assert own["Location"] == other["Location"]
    assert len(mail.outbox) == 1
    assert not OutboxEntry.objects.filter(payload__icontains="elsewhere").exists()


def test_an_address_gets_one_link_a_day(client: Client, organisation: Organisation) -> None:
    claim(client, "anna@alfa.example")
    claim(client, "Anna@Alfa.example", "nl")
    assert len(mail.outbox) == 1


@pytest.fixture
def sister(organisation: Organisation) -> Organisation:
    """Another organisation at the same address on the web."""
    return organisation_with_contact("info@beta.example", slug_nl="beta", website="https://alfa.example/instituut-beta")


def decide_as_staff(decision: str, reason: str = "") -> None:
    """Decide on the only proposal on its page, and let the mails go."""
    value = Proposal.objects.get().values.get()
    address = reverse("proposal", args=[value.proposal_id])
    staff = logged_in(directory_manager())
    seen = hidden_fields(staff.get(address))["seen"]
    staff.post(address, {"seen": seen, f"decision-{value.pk}": decision, f"reason-{value.pk}": reason})
    mail.outbox.clear()
    with time_machine.travel(timezone.now() + MINUTE):
        send_all()


def test_where_organisations_share_a_domain_staff_decide(
    client: Client, organisation: Organisation, sister: Organisation, language: str
) -> None:
    claim(client, "anna@alfa.example", language)
    assert not mail.outbox
    assert not EntryLink.objects.exists()

    decide_as_staff("accepted")
    link = EntryLink.objects.get()
    assert (link.organisation, link.email, link.language) == (organisation, "anna@alfa.example", language)
    door, answer = sorted(mail.outbox, key=lambda message: path_of(link) not in str(message.body))
    assert path_of(link) in str(door.body)
    assert path_of(link) not in str(answer.body)
    assert {"nl": "komt in een eigen mail", "en": "comes in a mail of its own"}[language] in str(answer.body)


def test_refused_there_is_no_link_but_an_answer(
    client: Client, organisation: Organisation, sister: Organisation
) -> None:
    claim(client, "anna@alfa.example")
    decide_as_staff("refused", "You work for Beta.")
    (answer,) = mail.outbox
    assert "You work for Beta." in str(answer.body)
    assert not EntryLink.objects.exists()


def test_a_contact_at_another_organisation_s_domain_is_no_proof(client: Client, organisation: Organisation) -> None:
    organisation_with_contact("beta@alfa.example", slug_nl="beta", website="https://beta.example/")
    claim(client, "anna@alfa.example")
    assert not EntryLink.objects.exists()
    assert Proposal.objects.get().subject == organisation


@pytest.mark.parametrize("email", ["anna@alfa.example\nBcc: x@example.org", '"a b"@alfa.example', "anna", ""])
def test_what_is_no_address_is_said(client: Client, organisation: Organisation, email: str) -> None:
    assert claim(client, email).status_code == 422
    assert not OutboxEntry.objects.filter(kind="entry-claimed").exists()


@pytest.mark.parametrize("name", ["entry-claim", "mistake"])
def test_a_hidden_organisation_has_no_door(client: Client, organisation: Organisation, name: str) -> None:
    organisation.unpublish()
    paths = {"entry-claim": FORM["en"], "mistake": "/en/something-wrong/organisation/alfa/"}
    for method in (client.get, client.post):
        assert method(paths[name]).status_code == 404
        assert method(f"{paths[name]}sent/").status_code in (404, 405)


def test_who_asked_before_it_was_hidden_gets_nothing(client: Client, organisation: Organisation) -> None:
    send(client, FORM["en"], {"email": "anna@alfa.example"})
    organisation.unpublish()
    with time_machine.travel(timezone.now() + MINUTE):
        assert carry_out_due()
    assert not EntryLink.objects.exists()


@pytest.mark.parametrize(
    ("website", "contact", "email", "own"),
    [
        ("https://www.alfa.example/", "", "a@alfa.example", True),
        ("https://alfa.example/", "", "a@lab.alfa.example", True),
        ("https://alfa.example/", "", "a@alfa.example.evil.example", False),
        ("https://alfa.example/", "", "a@notalfa.example", False),
        ("https://lab.alfa.example/", "", "a@alfa.example", False),
        ("", "info@beta.example", "a@beta.example", True),
        ("", "info@gmail.com", "a@gmail.com", False),
        ("https://www.linkedin.com/company/alfa", "", "a@linkedin.com", False),
        ("https://alfa.wordpress.com/", "", "a@alfa.wordpress.com", False),
        ("https://münchen.example/", "", "a@xn--mnchen-3ya.example", True),
        ("", "", "a@alfa.example", False),
        ("https://alfa.example:8443/", "", "A@ALFA.example", True),
        ("https://localhost/", "", "a@localhost", False),
    ],
)
def test_an_address_is_of_an_organisation_by_its_host(website: str, contact: str, email: str, own: bool) -> None:
    contacts = [SimpleNamespace(email=contact)] if contact else []
    organisation: Any = SimpleNamespace(website=website, contacts=SimpleNamespace(all=lambda: contacts))
    assert is_of(email, organisation) is own
