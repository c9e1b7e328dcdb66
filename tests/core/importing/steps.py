"""The steps of an import without the pages: what the worker does, and what it asks the database."""

from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from parkportal.core.importing.jobs import STEPS
from parkportal.core.importing.kinds import kind_named
from parkportal.core.importing.mapping import suggested
from parkportal.core.models import ImportJob, ImportState

HEADING = [
    "name_nl",
    "name_en",
    "type",
    "helix",
    "sector",
    "phases",
    "website",
    "founded",
    "summary_nl",
    "description_nl",
]
BEFORE = {
    ImportState.CHECKING: ImportState.MAPPING,
    ImportState.WRITING: ImportState.READY,
    ImportState.UNDOING: ImportState.DONE,
}


def organisation_rows(total: int, version: str) -> list[Any]:
    """Rows about that many organisations, which differ between versions."""
    return [
        (
            number + 2,
            [
                f"Bedrijf {number}",
                f"Company {number}",
                "company",
                "business",
                "vaccines",
                "discovery | preclinical" if version == "first" else "discovery",
                f"https://example.org/{version}/{number}",
                "2016-02",
                f"Wij maken vaccins, {version}.",
                f"<p>Zo werken we al sinds {version}.</p>",
            ],
        )
        for number in range(total)
    ]


def job_of(rows: list[Any], heading: list[str] = HEADING, kind: str = "organisations", **options: Any) -> ImportJob:
    """An import whose columns are known."""
    job = ImportJob(kind=kind, language="nl", spoken="en", heading=heading, rows=rows, total=len(rows), **options)
    job.columns = suggested(kind_named(kind), heading, "nl")
    job.save()
    return job


def work(job: ImportJob, step: ImportState) -> None:
    """Let the worker do a step at once."""
    assert job.move(BEFORE[step], step)
    STEPS[step].func(job.pk)
    job.refresh_from_db()


def take(job: ImportJob, step: ImportState) -> int:
    """The same; gives how many statements it took."""
    with CaptureQueriesContext(connection) as queries:
        work(job, step)
    return len(queries)


def imported(rows: list[Any], **options: Any) -> ImportJob:
    """An import that is carried out."""
    job = job_of(rows, **options)
    work(job, ImportState.CHECKING)
    assert job.errors == []
    work(job, ImportState.WRITING)
    assert (job.state, job.message) == (ImportState.DONE, "")
    return job
