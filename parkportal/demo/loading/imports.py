"""One import that was carried out, so that staff see what its page says: seats and last days of example runs."""

import datetime

from django.contrib.auth.models import User
from django.utils import timezone

from education.models import CourseRun
from parkportal.core.importing.jobs import carry_out_file, compare_file
from parkportal.core.models import ImportJob, ImportState

FILE = "cursusdata-voorbeeld.csv"
HEADING = ["id", "name", "starts", "seats", "register_before", "place"]
COLUMNS = ["id", "", "starts", "seats", "register_before", ""]
RUNS, MORE_SEATS = 3, 4
BEFOREHAND = datetime.timedelta(days=10)


def load_import() -> None:
    """More seats and a last day for some runs that are still to come, unless there is an import already."""
    runs = CourseRun.objects.filter(starts__gt=timezone.now() + 2 * BEFOREHAND).select_related("course")
    rows = [(number, _row(run)) for number, run in enumerate(runs.order_by("starts", "pk")[:RUNS], start=2)]
    if ImportJob.objects.exists() or not rows:
        return
    job = ImportJob.objects.create(
        kind="runs",
        filename=FILE,
        language="nl",
        spoken="nl",
        user=User.objects.get(username="directory"),
        heading=HEADING,
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        state=ImportState.CHECKING,
    )
    compare_file.func(job.pk)
    job.refresh_from_db()
    if job.move(ImportState.READY, ImportState.WRITING):
        carry_out_file.func(job.pk)


def _row(run: CourseRun) -> list[str]:
    last_day = timezone.localdate(run.starts) - BEFOREHAND
    starts = timezone.localtime(run.starts)
    seats = (run.seats or 0) + MORE_SEATS
    return [str(run.uuid), str(run.course), f"{starts:%d-%m-%Y %H:%M}", str(seats), f"{last_day:%d-%m-%Y}", ""]
