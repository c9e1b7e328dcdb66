"""An import from the file to its undoing, as a directory manager does it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from organisations.models import Organisation
from parkportal.core.models import ImportHeading, ImportState
from parkportal.core.models.search_entry import SearchEntry
from tests.core.importing.files import act, compared, csv_file, uploaded
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import as_role

HEADING = "name,type,helix,sector,phases,website"
NEW = "Nieuw Lab,company,business,vaccines,discovery | preclinical,https://nieuw.example"


@pytest.fixture
def manager(site: Any) -> Client:
    return as_role("Directory managers")


def test_a_file_is_compared_carried_out_and_undone(manager: Client) -> None:
    old: Any = OrganisationFactory(name_nl="Oud Lab", slug_nl="oud-lab", website="https://oud.example")
    job = compared(manager, csv_file(HEADING, NEW, "Oud Lab,,,vaccines,,https://beter.example"))
    page = manager.get(reverse("import_job", args=[job.pk])).content.decode()
    assert (job.state, job.errors) == (ImportState.READY, [])
    assert "https://oud.example" in page
    assert "https://beter.example" in page
    assert not Organisation.objects.filter(name_nl="Nieuw Lab").exists()

    act(manager, job, "carry_out")
    assert job.state == ImportState.DONE
    new = Organisation.objects.get(name_nl="Nieuw Lab")
    assert (new.slug_nl, new.live, new.sector.identifier) == ("nieuw-lab", False, "vaccines")
    assert {term.identifier for term in new.phases.all()} == {"discovery", "preclinical"}
    assert new.get_latest_revision_as_object().website == "https://nieuw.example"
    old.refresh_from_db()
    assert (old.website, old.sector.identifier, old.live) == ("https://beter.example", "vaccines", True)
    assert old.latest_revision.content["website"] == "https://beter.example"
    assert ModelLogEntry.objects.for_instance(old).filter(action="parkportal.import").exists()
    assert "nieuw" in SearchEntry.objects.get(kind="organisations.organisation", object_id=new.pk).names

    old.website = "https://nog-beter.example"
    old.save()
    page = act(manager, job, "undo")
    assert job.state == ImportState.UNDONE
    old.refresh_from_db()
    assert (old.website, old.sector.identifier) == ("https://nog-beter.example", "drug-development")
    assert "Changed since, so not undone: Website." in page
    assert not Organisation.objects.filter(pk=new.pk).exists()


def test_an_import_is_undone_after_a_later_one_of_the_same_entry_but_not_after_an_editor(manager: Client) -> None:
    files = [csv_file(HEADING, NEW), csv_file(HEADING, NEW.replace("Lab", "Huis"))]
    made = [compared(manager, file, publish="on") for file in files]
    for job in made:
        act(manager, job, "carry_out")
    later = compared(manager, csv_file("name,website", "Nieuw Lab,https://a.example", "Nieuw Huis,https://b.example"))
    act(manager, later, "carry_out")
    act(manager, later, "undo")
    house = Organisation.objects.get(name_nl="Nieuw Huis")
    house.boilerplate_nl = "<p>Een zin van een redacteur.</p>"
    house.save_revision()
    pages = [act(manager, job, "undo") for job in made]
    assert list(Organisation.objects.all()) == [house]
    assert ["Somebody has edited the entry since" in page for page in pages] == [False, True]


def test_one_bad_row_changes_nothing(manager: Client) -> None:
    job = compared(manager, csv_file(HEADING, NEW, "Fout Lab,company,business,onzin,,geen-adres"))
    page = act(manager, job, "carry_out")
    assert job.state == ImportState.READY
    assert [(error["row"], error["column"]) for error in job.errors] == [(3, "sector")]
    assert "“onzin” is no term of “Sector”." in page
    assert not Organisation.objects.exists()


def test_what_the_form_would_refuse_is_told_by_row_and_column(manager: Client) -> None:
    job = compared(manager, csv_file(HEADING, NEW.replace("https://nieuw.example", "geen adres"), NEW))
    assert [(error["row"], error["column"]) for error in job.errors] == [(2, "website")]


def test_what_a_new_entry_lacks_is_told_by_the_names_of_the_columns(manager: Client) -> None:
    job = compared(manager, csv_file("name,sector", "Nieuw Lab,vaccines"))
    assert [error["column"] for error in job.errors] == ["Type", "Triple-helix role"]
    assert {error["message"] for error in job.errors} == {"A new entry can't do without this."}


def test_two_rows_about_one_entry_are_refused(manager: Client) -> None:
    OrganisationFactory(name_nl="Lab", slug_nl="lab")
    job = compared(manager, csv_file("slug,name,website", "lab,,https://a.example", ",Lab,https://b.example"))
    assert job.errors == [{"row": 3, "column": "name", "text": "Lab", "message": "Row 2 is about the same entry."}]
    job = compared(manager, csv_file(HEADING, NEW, NEW))
    assert [error["row"] for error in job.errors] == [3]


def test_what_changed_since_it_was_compared_stops_all_of_it(manager: Client) -> None:
    old: Any = OrganisationFactory(name_nl="Lab", slug_nl="lab")
    job = compared(manager, csv_file("name,website", "Lab,https://a.example"))
    Organisation.objects.filter(pk=old.pk).update(website="https://c.example")
    page = act(manager, job, "carry_out")
    assert job.state == ImportState.READY
    assert "was changed since the file was compared" in page
    assert Organisation.objects.get(pk=old.pk).website == "https://c.example"


def test_the_columns_are_remembered(manager: Client) -> None:
    job = uploaded(manager, csv_file("Bedrijfsnaam,Iets", "Lab,x"))
    act(manager, job, "columns", column_0="name", column_1="")
    assert ImportHeading.objects.get(heading="bedrijfsnaam").column == "name"
    job = uploaded(manager, csv_file("BEDRIJFSNAAM,Iets", "Lab,x"))
    form = manager.get(reverse("import_job", args=[job.pk])).context["form"]
    assert [field.initial for field in form.fields.values()] == ["name", ""]


def test_two_columns_for_one_field_are_refused(manager: Client) -> None:
    job = uploaded(manager, csv_file("a,b", "Lab,Lab"))
    answer = manager.post(
        reverse("import_job", args=[job.pk]), {"action": "columns", "column_0": "name", "column_1": "name_nl"}
    )
    assert answer.status_code == 422
    assert "Another column is this one already." in answer.content.decode()


@pytest.mark.parametrize("role", ["Editors", "Publishers", "Translators", "Press officers"])
def test_only_directory_managers_and_administrators_import(manager: Client, role: str) -> None:
    job = uploaded(manager, csv_file("name,website", "Lab,https://a.example"))
    other = as_role(role)
    for url in (reverse("imports"), reverse("import_job", args=[job.pk])):
        assert other.get(url).status_code == 302
        assert other.post(url, {"action": "discard"}).status_code == 302
    job.refresh_from_db()
    assert as_role("Administrators").get(reverse("import_job", args=[job.pk])).status_code == 200


def test_a_running_import_shows_its_progress_without_a_script(manager: Client) -> None:
    job = uploaded(manager, csv_file("name,website", "Lab,https://a.example"))
    job.move(ImportState.MAPPING, ImportState.CHECKING, done=1)
    page = manager.get(reverse("import_job", args=[job.pk])).content.decode()
    assert '<meta http-equiv="refresh" content="2">' in page
    assert '<progress id="progress" value="1" max="1">' in page
