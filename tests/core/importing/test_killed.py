"""A worker that imports is killed after each of its statements: all or nothing is done, and it starts anew."""

from typing import Any

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry, Revision

from organisations.models import Organisation
from parkportal.core.importing.jobs import STEPS
from parkportal.core.models import ImportJob, ImportState, RecordProvenance, SearchEntry
from parkportal.website.models import HomePage
from tests.core.importing.steps import BEFORE, imported, job_of, organisation_rows, work
from tests.core.killing import killed_after
from tests.factories.site import make_site

MOST = 200

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: SQLite has one writer"),
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),
]


def state_of(job: ImportJob) -> Any:
    """Everything that an import changes."""
    return (
        sorted(Organisation.objects.values_list("name_nl", "website", "latest_revision_id")),
        [model.objects.count() for model in (Revision, ModelLogEntry, SearchEntry, RecordProvenance)],
        sorted(job.changes.values_list("row", "object_id", "revision_id", "kept")),
        ImportJob.objects.values_list("state", flat=True).get(pk=job.pk),
    )


def killed_everywhere(job: ImportJob, step: ImportState) -> None:
    """Kill the worker after each statement that writes, until it gets through."""
    assert job.move(BEFORE[step], step)
    before = state_of(job)
    for statement in range(1, MOST):
        if not killed_after(statement, lambda: STEPS[step].func(job.pk)):
            break
        assert state_of(job) == before, statement
    assert 1 < statement < MOST - 1
    job.refresh_from_db()


def test_killed_after_any_statement_all_or_nothing_is_done(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    if not HomePage.objects.exists():
        make_site()
    imported(organisation_rows(2, "first"), publish=True)
    job = job_of(organisation_rows(3, "second"))
    killed_everywhere(job, ImportState.CHECKING)
    assert (job.state, job.changes.count()) == (ImportState.READY, 3)
    killed_everywhere(job, ImportState.WRITING)
    assert job.state == ImportState.DONE
    assert Organisation.objects.filter(website__contains="/second/").count() == 3
    killed_everywhere(job, ImportState.UNDOING)
    assert job.state == ImportState.UNDONE
    assert sorted(Organisation.objects.values_list("website", flat=True)) == [
        "https://example.org/first/0",
        "https://example.org/first/1",
    ]


def test_a_step_that_is_started_twice_is_done_once(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    if not HomePage.objects.exists():
        make_site()
    job = imported(organisation_rows(2, "first"))
    STEPS[ImportState.WRITING].func(job.pk)
    assert Organisation.objects.count() == 2
    work(job, ImportState.UNDOING)
    STEPS[ImportState.UNDOING].func(job.pk)
    assert (Organisation.objects.count(), ImportJob.objects.get().state) == (0, ImportState.UNDONE)
