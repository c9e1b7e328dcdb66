"""An organisation that left says so by its link; staff decide, and its page stays."""

import pytest
from django.test import Client

from organisations.entry.links import path_of
from organisations.models import EntryLink, Organisation
from parkportal.core.models import Proposal
from tests.factories.entries import directory_manager, link_for, logged_in, organisation_with_contact
from tests.factories.site import SiteTree
from tests.organisations.entry.deciding import decide
from tests.public_forms import send


@pytest.fixture
def organisation(site: dict[str, SiteTree]) -> Organisation:
    return organisation_with_contact(name_nl="Alfa", name_en="Alpha", slug_nl="alfa")


@pytest.fixture
def link(organisation: Organisation) -> EntryLink:
    return link_for(organisation)


def test_who_left_says_so_and_the_page_stays(client: Client, organisation: Organisation, link: EntryLink) -> None:
    answer = send(
        client, path_of(link, "entry-gone", "en"), {"state": "left", "since": "2026-10", "remark": "To Delft."}
    )
    proposal = Proposal.objects.get()
    assert answer.status_code == 302
    staff = logged_in(directory_manager())
    decide(staff, proposal, state=("accepted", ""), remark=("accepted", ""))

    organisation = Organisation.objects.get()
    assert organisation.is_gone
    assert organisation.states.get().since == "2026-10"
    assert "October 2026" in client.get(organisation.url_in("en")).content.decode()


@pytest.mark.parametrize("changes", [{"state": "active"}, {"since": "last year"}, {"state": ""}])
def test_a_state_that_makes_no_sense_is_asked_again(client: Client, link: EntryLink, changes: dict[str, str]) -> None:
    answer = send(client, path_of(link, "entry-gone", "en"), {"state": "left", "since": "2026"} | changes)
    assert answer.status_code == 422
    assert not Proposal.objects.exists()
