"""Every address of the organisation's door × every role × one's own, another's and no link: a role opens nothing."""

import pytest
from django.test import Client
from django.urls import reverse

from organisations.entry.links import token
from organisations.entry.urls import urlpatterns
from organisations.models import EntryLink
from parkportal.core.models import Proposal
from tests.factories.entries import link_for, organisation_with_contact
from tests.factories.site import SiteTree
from tests.factories.staff import EVERY_ROLE, as_role

# What a GET answers with one's own link or organisation, with another's, and with one that lets nobody in.
DOORS = {
    "entry-proposed": {"": 200},
    "entry-claim": {"own": 200, "other": 200, "none": 404},
    "entry-claimed": {"own": 200, "other": 200, "none": 404},
    "entry": {"own": 200, "other": 200, "none": 404},
    "entry-change": {"own": 200, "other": 200, "none": 404},
    "entry-gone": {"own": 200, "other": 200, "none": 404},
}
OPENED_BY_LINK = ("entry", "entry-change", "entry-gone")
VISITOR = "visitor"


def test_somebody_said_what_every_address_answers() -> None:
    assert {str(each.name) for each in urlpatterns} == set(DOORS)


@pytest.mark.parametrize("role", [VISITOR, *EVERY_ROLE])
def test_an_address_opens_to_a_link_whoever_has_it_and_shows_that_entry_alone(
    site: dict[str, SiteTree], role: str
) -> None:
    client = Client() if role == VISITOR else as_role(role)
    names = {"own": "Alfa Instruments", "other": "Beta Biologics"}
    made = {whose: organisation_with_contact(name_nl=name, slug_nl=whose) for whose, name in names.items()}
    tokens = {whose: token(link_for(each)) for whose, each in made.items()} | {"none": "x" * 60}
    for door, answers in DOORS.items():
        for whose, status in answers.items():
            key = tokens[whose] if door in OPENED_BY_LINK else whose
            answer = client.get(reverse(door, args=[key] if whose else []))
            assert answer.status_code == status, (door, whose)
            shown = {each for each, name in names.items() if name in answer.content.decode()}
            assert shown == ({whose} if status == 200 and whose else set()), (door, whose)
    assert not Proposal.objects.exists()
    assert not EntryLink.objects.exclude(confirmed_at=None, proposed_at=None, gone_at=None).exists()
