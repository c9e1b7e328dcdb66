"""Any visitor may say on a profile what isn't right; staff see it beside the record and answer."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from organisations.models import Organisation
from parkportal.core.desk.counting import counts
from parkportal.core.models import Proposal, RecordProvenance
from parkportal.core.outbox_mails import send_all
from parkportal.core.proposals import open_proposals
from tests.factories.canaries import fill_with_visible
from tests.factories.entries import directory_manager, logged_in, organisation_with_contact
from tests.factories.site import SiteTree
from tests.public_forms import send

FORM = {"nl": "/nl/klopt-er-iets-niet/organisatie/alfa/", "en": "/en/something-wrong/organisation/alfa/"}
WORDS = {"remark": "The number is old: I called it.", "contact_phone": "071 999 99 99", "email": "anna@example.org"}


@pytest.fixture
def organisation(site: dict[str, SiteTree]) -> Organisation:
    return organisation_with_contact(slug_nl="alfa", website="https://alfa.example/")


def report(client: Client, language: str = "en", **changes: Any) -> Any:
    page = client.get(FORM[language]).context["form"]
    given = {name: page[name].value() for name in ("contact_phone", "contact_email", "website")}
    return send(client, FORM[language], given | WORDS | changes)


def test_a_report_is_a_proposal_and_changes_nothing(client: Client, organisation: Organisation, language: str) -> None:
    answer = report(client, language)

    assert client.get(answer["Location"]).status_code == 200
    proposal = Proposal.objects.get()
    assert {value.name for value in proposal.values.all()} == {"contact_phone", "remark"}
    assert (proposal.origin, proposal.email, proposal.language) == ("visitor", "anna@example.org", language)
    assert "071 999 99 99" not in client.get(organisation.url_in(language)).content.decode()


def test_what_staff_accept_comes_from_a_visitor_and_who_asked_hears_of_it(
    client: Client, organisation: Organisation
) -> None:
    report(client)
    proposal, manager = Proposal.objects.get(), directory_manager()
    staff = logged_in(manager)
    assert open_proposals(manager).count() == 1
    assert "proposals" in [each.need.name for each in counts(manager) if each.number]
    path = reverse("proposal", args=[proposal.pk])
    choices = {f"decision-{value.pk}": "accepted" for value in proposal.values.all()}
    staff.post(path, {"seen": staff.get(path).context["seen"]} | choices)
    send_all()

    assert "071 999 99 99" in client.get(organisation.url_in("en")).content.decode()
    assert RecordProvenance.objects.get(record_id=organisation.pk).fields["contacts"][0] == "visitor"
    assert [message.to for message in mail.outbox] == [["anna@example.org"]]
    assert open_proposals(manager).count() == 0


@pytest.mark.parametrize(
    "changes",
    [
        {"remark": ""},
        {"remark": "x" * 2001},
        {"email": "anna@example.org\r\nBcc: all@example.org"},
        {"website": "javascript:alert(1)"},
        {"web_page": "filled in by a machine"},
    ],
)
def test_what_is_wrong_is_said_and_kept(client: Client, organisation: Organisation, changes: dict[str, str]) -> None:
    answer = report(client, **changes)
    assert answer.status_code == 422
    assert "071 999 99 99" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_a_network_can_send_so_many_and_no_more(client: Client, organisation: Organisation) -> None:
    answers = [report(client, remark=f"Mistake {number}.", email="").status_code for number in range(6)]
    assert answers == [302] * 5 + [429]


def test_every_profile_leads_to_its_form(client: Client, site: dict[str, SiteTree]) -> None:
    seen = fill_with_visible(site)
    for name in ("organisation", "facility", "building", "course", "partnership", "event"):
        page = client.get(seen[name].url_in("en")).content.decode()
        path = f"/en/something-wrong/{name}/{seen[name].key}/"
        assert f'href="{path}"' in page
        assert client.get(path).status_code == 200
