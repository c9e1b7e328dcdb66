"""Our own downloads, imported again, say what is there already."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from parkportal.core.models import Vocabulary
from tests.core.importing.files import compared, uploaded
from tests.factories.core import term
from tests.factories.education import CourseFactory
from tests.factories.organisations import BuildingFactory, FacilityFactory, OrganisationFactory
from tests.factories.staff import as_role

LISTS = {
    "organisations": {"nl": "/nl/organisaties/", "en": "/en/organisations/"},
    "courses": {"nl": "/nl/onderwijs/cursussen/", "en": "/en/education/courses/"},
    "facilities": {"nl": "/nl/faciliteiten/", "en": "/en/facilities/"},
}
FORMATS = {"nl": "csv", "en": "xlsx"}


@pytest.fixture
def records(site: Any) -> None:
    lab: Any = OrganisationFactory(name_nl="=Lab, “één”", name_en="", summary_en="", website="https://lab.example")
    lab.phases.set([term(Vocabulary.PHASE, "discovery"), term(Vocabulary.PHASE, "preclinical")])
    lab.save()
    hidden = OrganisationFactory(live=False)
    facility: Any = FacilityFactory(operator=hidden, building=BuildingFactory(), training_required=True)
    facility.access_groups.set([term(Vocabulary.ACCESS_GROUP, "partners")])
    facility.save()
    FacilityFactory(operator=lab)
    CourseFactory(provider=lab, facility=facility, duration_days="2.5", group_size=8, languages="nl, en")


@pytest.mark.parametrize("kind", LISTS)
def test_a_download_imports_without_a_difference(records: None, language: str, kind: str) -> None:
    file_format = FORMATS[language]
    download = Client().get(LISTS[kind][language], {"format": file_format})
    file = SimpleUploadedFile(f"list.{file_format}", download.content)
    job = compared(as_role("Directory managers"), file, kind, language, empties="on")
    assert job.errors == []
    assert [change.fields for change in job.changes.all()] == []
    assert job.same_count == job.total > 0


@pytest.mark.parametrize("kind", LISTS)
def test_a_column_of_a_download_is_imported_or_said_to_be_only_for_reading(records: None, kind: str) -> None:
    download = Client().get(LISTS[kind]["en"], {"format": "csv"})
    manager = as_role("Directory managers")
    job = uploaded(manager, SimpleUploadedFile("list.csv", download.content), kind, "en")
    form = manager.get(reverse("import_job", args=[job.pk])).context["form"]
    left = [field for field in form.fields.values() if not field.initial]
    assert {"url", "updated"} <= {str(field.label) for field in left}
    assert all("only for reading" in str(dict(field.choices)[""]) for field in left), [field.label for field in left]
