"""The import that the demo holds."""

from typing import Any

from parkportal.core.models import ImportJob, ImportState
from parkportal.demo.loading.imports import load_import
from tests.factories.education import CourseRunFactory
from tests.factories.staff import as_role


def test_the_demo_holds_one_import_with_its_differences(site: Any, django_user_model: Any) -> None:
    django_user_model.objects.create_user("directory")
    run = CourseRunFactory(in_days=40, seats=8)
    for _twice in range(2):
        load_import()
    job = ImportJob.objects.get()
    assert (job.state, job.error_count) == (ImportState.DONE, 0)
    (change,) = job.changes.all()
    assert change.fields["seats"] == ["8", "12"]
    run.refresh_from_db()
    assert run.seats == 12
    assert as_role("Directory managers").get(f"/cms/import/{job.pk}/").status_code == 200
