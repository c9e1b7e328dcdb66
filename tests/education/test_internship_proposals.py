"""Proposing an internship: a draft of an organisation in the directory, once staff accept it."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from education.models import Internship
from parkportal.core.models import Proposal
from tests.factories.entries import directory_manager, logged_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree
from tests.public_forms import send

FORM = {"nl": "/nl/stage-voorstellen/", "en": "/en/propose-an-internship/"}


def internship(**changes: Any) -> dict[str, Any]:
    return {
        "name": "Cells in gels",
        "kind": "research",
        "summary": "Half a year in the lab.",
        "weeks": "20",
        "open_until": (timezone.localdate() + datetime.timedelta(days=60)).isoformat(),
        "application_email": "stages@example.org",
        "organisation": "Alpha",
        "contact_name": "Anna Jansen",
        "contact_email": "anna@example.org",
    } | changes


def accept(client: Client) -> Any:
    proposal = Proposal.objects.get()
    path = reverse("proposal", args=[proposal.pk])
    choices = {f"decision-{value.pk}": "accepted" for value in proposal.values.all()}
    return client.post(path, {"seen": client.get(path).context["seen"]} | choices)


def test_it_becomes_a_draft_of_an_organisation_in_the_directory(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    assert send(client, FORM[language], internship()).status_code == 302
    staff = logged_in(directory_manager())
    assert accept(staff).status_code == 422
    OrganisationFactory(name_en="Alpha")
    assert accept(staff).status_code == 302

    made = Internship.objects.get()
    assert (made.live, made.weeks, made.kind.identifier) == (False, 20, "research")
    assert getattr(made, f"name_{language}") == "Cells in gels"
    assert str(made.contact_email) == "stages@example.org"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [{"open_until": "2020-01-01"}, {"kind": "holiday"}, {"application_email": ""}, {"weeks": "1000"}, {"name": ""}],
)
def test_what_is_wrong_is_said_and_kept(client: Client, site: dict[str, SiteTree], changes: dict[str, Any]) -> None:
    answer = send(client, FORM["en"], internship(**changes))
    assert answer.status_code == 422
    assert "Half a year in the lab." in answer.content.decode()
    assert not Proposal.objects.exists()
