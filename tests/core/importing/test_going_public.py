"""What an import makes public meets the check before publishing; where each field comes from outlives the draft."""

from typing import Any

import pytest
from django.test import Client

from organisations.models import Organisation
from parkportal.core.models import ImportState, RecordProvenance
from tests.core.importing.files import act, compared, csv_file
from tests.core.importing.steps import imported, organisation_rows
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import as_role

HEADING = "name,type,helix,sector,summary_nl,website"
STYLED = "Styled,company,business,vaccines,Wij zijn 𝗱𝗲 𝗯𝗲𝘀𝘁𝗲 van het park.,https://styled.example"


@pytest.fixture
def manager(site: Any) -> Client:
    return as_role("Directory managers")


def test_a_row_that_makes_an_entry_public_meets_the_check_before_publishing(manager: Client) -> None:
    job = compared(manager, csv_file(HEADING, STYLED), publish="on")
    (error,) = job.errors
    assert (error["row"], error["column"]) == (2, "summary_nl")
    assert "is made of symbols, not letters" in error["message"]
    act(manager, job, "carry_out")
    assert not Organisation.objects.exists()


def test_a_draft_may_be_anything(manager: Client) -> None:
    job = compared(manager, csv_file(HEADING, STYLED))
    assert (job.state, job.errors) == (ImportState.READY, [])


def test_what_is_public_already_is_checked_where_the_file_changes_it(manager: Client) -> None:
    OrganisationFactory(name_nl="Lab", slug_nl="lab", summary_nl="Wij zijn 𝗱𝗲 𝗯𝗲𝘀𝘁𝗲.")
    job = compared(manager, csv_file("name,website", "Lab,https://lab.example"))
    assert job.errors == []
    job = compared(manager, csv_file("name,summary_en", "Lab,We are 𝘁𝗵𝗲 𝗯𝗲𝘀𝘁."))
    assert [(error["row"], error["column"]) for error in job.errors] == [(2, "summary_en")]


def test_a_field_stays_imported_when_its_draft_is_published(site: Any) -> None:
    imported(organisation_rows(1, "first"))
    draft = Organisation.objects.get().get_latest_revision_as_object()
    draft.legal_name = "Bedrijf bv"
    draft.website = "https://example.org/by-hand"
    draft.save_revision().publish()
    noted = {name: origin for name, (origin, _since) in RecordProvenance.objects.get().fields.items()}
    assert noted["description_nl"] == noted["founded"] == noted["phases"] == "import"
    assert noted["website"] == noted["legal_name"] == "staff"
