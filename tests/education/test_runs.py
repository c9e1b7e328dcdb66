"""The dates of courses: what is coming, in which order, and in which state."""

import datetime

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from education.models import Course, RunSession, RunState
from education.selectors import coming_runs
from education.times import span_of_days
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.education import CourseFactory, CourseRunFactory
from tests.factories.organisations import FacilityFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db


def test_coming_runs_are_the_soonest_that_take_place() -> None:
    later, sooner = CourseRunFactory(in_days=20), CourseRunFactory(in_days=10)
    CourseRunFactory(in_days=-1)
    CourseRunFactory(state=RunState.CANCELLED)
    CourseRunFactory(in_days=40)

    assert coming_runs(2) == [sooner, later]


def test_a_list_of_courses_fetches_only_the_next_run_of_each() -> None:
    courses = [CourseFactory(name_nl=name) for name in "ABC"]
    for course in courses[:2]:
        CourseRunFactory(course=course, in_days=-5)
        CourseRunFactory(course=course, in_days=5, state=RunState.CANCELLED)
        CourseRunFactory.create_batch(3, course=course, in_days=30)
    first = [CourseRunFactory(course=course, in_days=10) for course in courses[:2]]

    with CaptureQueriesContext(connection) as captured:
        found = list(Course.objects.in_order().with_next_run())

    assert [course.coming_runs for course in found] == [[first[0]], [first[1]], []]
    assert sum("education_courserun" in query["sql"] for query in captured.captured_queries) == 1


def test_a_cancelled_run_stays_in_the_calendar_as_such(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    CourseRunFactory(state=RunState.CANCELLED)

    page = client.get({"nl": "/nl/agenda/", "en": "/en/events/"}[language])

    assert "state--cancelled" in page.content.decode()


@time_machine.travel("2027-01-10 12:00", tick=False)
def test_the_calendar_groups_runs_by_the_month_of_the_park(client: Client, site: dict[str, SiteTree]) -> None:
    midnight_in_february = datetime.datetime(2027, 1, 31, 23, 30, tzinfo=datetime.UTC)
    CourseRunFactory(in_days=5)
    CourseRunFactory(starts=midnight_in_february)

    months = client.get("/nl/agenda/").context["months"]

    assert [month.first_day.month for month in months] == [1, 2]


def test_the_calendar_is_found_by_facility_and_standard(client: Client, site: dict[str, SiteTree]) -> None:
    facility = FacilityFactory(slug_nl="btf")
    course = CourseFactory(facility=facility)
    course.standards.add(term(Vocabulary.STANDARD, "gmp"))
    course.save()
    wanted = CourseRunFactory(course=course)
    CourseRunFactory()

    listing = client.get("/nl/agenda/", {"facility": "btf", "standard": "gmp"}).context["listing"]

    assert [entry.item for entry in listing.page_obj] == [wanted]
    assert listing.notices == []


def test_you_register_where_the_run_says_else_the_course_and_only_while_it_is_open() -> None:
    course = CourseFactory(registration_url="https://example.org/course")

    assert CourseRunFactory(course=course).register_at == "https://example.org/course"
    own = CourseRunFactory(course=course, registration_url="https://example.org/run")
    assert own.register_at == "https://example.org/run"
    assert CourseRunFactory(course=course, state=RunState.FULL).register_at == ""
    assert CourseRunFactory(course=course, in_days=-2).register_at == ""


@pytest.mark.parametrize("hours", [-1, 0, 25])
def test_a_session_ends_after_it_starts_and_before_the_next_day(hours: int) -> None:
    run = CourseRunFactory()
    session = RunSession(run=run, starts=run.starts, ends=run.starts + datetime.timedelta(hours=hours))

    with pytest.raises(ValidationError) as raised:
        session.full_clean()
    assert "ends" in raised.value.message_dict


def test_a_run_of_one_day_shows_one_date() -> None:
    run = CourseRunFactory.build(
        course=None,
        starts=datetime.datetime(2027, 2, 8, 9, tzinfo=timezone.get_current_timezone()),
        ends=datetime.datetime(2027, 2, 8, 17, tzinfo=timezone.get_current_timezone()),
    )

    with translation.override("nl"):
        assert run.dates == "8 februari 2027"


@pytest.mark.parametrize("query", ["q=geen", "q=%00", "page=9", "page=x", "standard=zzz", "format=exe"])
def test_bad_questions_to_the_calendar_never_fail(client: Client, site: dict[str, SiteTree], query: str) -> None:
    CourseRunFactory()

    assert client.get(f"/nl/agenda/?{query}").status_code in (200, 400, 404)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2027-02-08", "2027-02-08", "8 februari 2027"),
        ("2026-12-22", "2026-12-24", "22 – 24 december 2026"),
        ("2027-01-31", "2027-02-02", "31 januari – 2 februari 2027"),
        ("2026-12-30", "2027-01-02", "30 december 2026 – 2 januari 2027"),
    ],
)
def test_days_are_said_once(first: str, last: str, words: str) -> None:
    with translation.override("nl"):
        assert span_of_days(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)) == words
