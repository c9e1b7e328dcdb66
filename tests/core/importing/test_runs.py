"""Runs of courses from a file: a row for each, their sessions in one cell, written as the course's own form would."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from education.models import Course, CourseRun, RunState
from education.session_text import session_text
from parkportal.core.models import ImportState
from tests.core.importing.files import act, compared, csv_file
from tests.factories.education import CourseFactory, CourseRunFactory
from tests.factories.staff import as_role

HEADING = "course;sessions;language;seats;state"
NEW = "cel;8-2-2027 9:00-17:00 | 9-2-2027 9:00-17:00 (online, Thuis);en;12;open"


@pytest.fixture
def manager(site: Any) -> Client:
    return as_role("Directory managers")


@pytest.fixture
def course(site: Any) -> Course:
    course: Any = CourseFactory(slug_nl="cel", name_nl="Celkweek")
    return course


def test_runs_are_made_and_changed_and_both_are_undone(manager: Client, course: Course) -> None:
    there = CourseRunFactory(course=course, seats=8)
    session = there.sessions.first()
    job = compared(manager, csv_file(f"id;{HEADING}", f";{NEW}", f"{there.uuid};;;;20;full"), "runs")
    assert (job.errors, job.changes.count()) == ([], 2)
    act(manager, job, "carry_out")
    assert (job.state, job.message) == (ImportState.DONE, "")
    new = CourseRun.objects.exclude(pk=there.pk).get()
    assert (new.seats, new.state, new.language, new.course) == (12, RunState.OPEN, "en", course)
    assert list(map(session_text, new.sessions.all())) == [
        "2027-02-08 09:00-17:00",
        "2027-02-09 09:00-17:00 (online, Thuis)",
    ]
    there.refresh_from_db()
    assert (there.seats, there.state, there.sessions.first().uuid) == (20, RunState.FULL, session.uuid)
    course.refresh_from_db()
    assert len(course.live_revision.content["runs"]) == 2

    act(manager, job, "undo")
    assert (job.state, job.message) == (ImportState.UNDONE, "")
    there.refresh_from_db()
    assert list(CourseRun.objects.all()) == [there]
    assert (there.seats, there.state, there.sessions.first().uuid) == (8, RunState.OPEN, session.uuid)


def test_a_run_is_known_by_its_course_and_its_start(manager: Client, course: Course) -> None:
    act(manager, job := compared(manager, csv_file(HEADING, NEW), "runs"), "carry_out")
    assert job.state == ImportState.DONE
    job = compared(manager, csv_file("cursus,starts,seats", "Celkweek,2027-02-08T09:00:00+01:00,5"), "runs")
    assert job.columns == ["", "starts", "seats"]
    act(manager, job, "again")
    act(manager, job, "columns", column_0="course", column_1="starts", column_2="seats")
    assert [change.fields for change in job.changes.all()] == [{"seats": ["12", "5"]}]


def test_a_moved_session_stays_the_same_in_diaries(manager: Client, course: Course) -> None:
    act(manager, compared(manager, csv_file(HEADING, NEW), "runs"), "carry_out")
    run = CourseRun.objects.get()
    before = [session.uuid for session in run.sessions.all()]
    moved = "2027-02-08 10:00-17:00; 2027-02-09 09:00-17:00"
    act(manager, compared(manager, csv_file("id,sessions", f'{run.uuid},"{moved}"'), "runs"), "carry_out")
    run = CourseRun.objects.get()
    assert [session.uuid for session in run.sessions.all()] == before
    assert run.sequence == 1


def test_a_draft_of_a_course_gets_the_run_too_and_stays_a_draft(manager: Client, course: Course) -> None:
    course.summary_nl = "Nog niet openbaar."
    course.save_revision()
    act(manager, compared(manager, csv_file(HEADING, NEW), "runs"), "carry_out")
    course.refresh_from_db()
    assert (course.summary_nl, course.has_unpublished_changes) == ("Een zin in het Nederlands.", True)
    draft = course.get_latest_revision_as_object()
    assert (draft.summary_nl, draft.runs.count(), course.runs.count()) == ("Nog niet openbaar.", 1, 1)


@pytest.mark.parametrize(
    ("row", "column", "message"),
    [
        ("onbekend;2027-02-08 09:00-17:00;;;", "course", "no entry “onbekend”"),
        (";2027-02-08 09:00-17:00;;;", "course", "of which course"),
        ("cel;morgen;;;", "sessions", "no session"),
        ("cel;31-2-2027 9:00-17:00;;;", "sessions", "not a session such as"),
        ("cel;;;12;", "sessions", "cannot be blank"),
        ("cel;2027-02-08 09:00-17:00;xx;;", "language", "is not one of"),
        ("cel;2027-02-08 09:00-17:00;;-3;", "seats", "greater than or equal to"),
    ],
)
def test_what_is_wrong_is_told_by_row_and_column(
    manager: Client, course: Course, row: str, column: str, message: str
) -> None:
    job = compared(manager, csv_file(HEADING, row), "runs")
    assert [(error["row"], error["column"]) for error in job.errors] == [(2, column)]


def test_two_rows_about_one_run_and_two_columns_that_disagree_are_refused(manager: Client, course: Course) -> None:
    job = compared(manager, csv_file(HEADING, NEW, NEW), "runs")
    assert [(error["row"], error["message"]) for error in job.errors] == [(3, "Another row is about the same run.")]
    line = "cel,2027-02-08 09:00,2027-02-08 17:00,2027-02-08 10:00-17:00"
    job = compared(manager, csv_file("course,starts,ends,sessions", line), "runs")
    assert {error["column"] for error in job.errors} == {"starts"}


def test_a_list_of_days_without_sessions_is_enough(manager: Client, course: Course) -> None:
    act(
        manager,
        compared(manager, csv_file("course,start,end", "cel,8-2-2027 9:00,8-2-2027 17:00"), "runs"),
        "carry_out",
    )
    assert session_text(CourseRun.objects.get().sessions.get()) == "2027-02-08 09:00-17:00"


@pytest.mark.parametrize("file_format", ["csv", "xlsx"])
def test_the_calendars_download_imports_without_a_difference(
    manager: Client, course: Course, language: str, file_format: str
) -> None:
    CourseRunFactory(course=course, seats=8)
    CourseRunFactory(course=course, in_days=60, language="en")
    address = {"nl": "/nl/agenda/", "en": "/en/events/"}[language]
    download = Client().get(address, {"format": file_format, "kind": "course"})
    job = compared(manager, SimpleUploadedFile(f"list.{file_format}", download.content), "runs", language, empties="on")
    assert job.errors == []
    assert [change.fields for change in job.changes.all()] == []
    assert job.same_count == 2
