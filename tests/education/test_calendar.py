"""The calendar as a list and by month, with the filters of the directory."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from education.models import CourseRun, RunSession, RunState
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.education import CourseFactory, CourseRunFactory
from tests.factories.organisations import FacilityFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db
URLS = {"nl": "/nl/agenda/", "en": "/en/events/"}


@pytest.fixture(autouse=True)
def january() -> Any:
    with time_machine.travel("2027-01-10 12:00Z", tick=False):
        yield


def at(text: str) -> datetime.datetime:
    """A moment on the park's clocks."""
    return timezone.make_aware(datetime.datetime.fromisoformat(text))


def run_on(*days: str, **values: Any) -> CourseRun:
    """A run with a session from nine to five on each day."""
    sessions = [RunSession(starts=at(f"{day} 09:00"), ends=at(f"{day} 17:00")) for day in days]
    return CourseRunFactory(sessions=sessions, **values)


def test_a_run_starts_with_its_first_session_and_ends_with_its_last() -> None:
    run = run_on("2027-02-15", "2027-02-08")

    assert (run.starts, run.ends) == (at("2027-02-08 09:00"), at("2027-02-15 17:00"))
    run.sessions = [*run.sessions.all(), RunSession(starts=at("2027-03-01 09:00"), ends=at("2027-03-01 12:00"))]
    run.save()
    run.refresh_from_db()
    assert run.ends == at("2027-03-01 12:00")
    assert run.times == ""


def test_a_month_is_a_table_of_whole_weeks_with_what_takes_place(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    run_on("2027-02-08", "2027-02-15", course__name_nl="Cleanroom", course__name_en="Clean")
    run_on("2027-03-01")

    page = client.get(URLS[language], {"month": "2027-02"})

    month = page.context["month"]
    assert page.context["listing"].total == 1
    assert [day.date.isoformat() for week in month.weeks for day in week if day.occurrences] == [
        "2027-02-08",
        "2027-02-15",
    ]
    assert {len(week) for week in month.weeks} == {7}
    html = page.content.decode()
    assert '<table class="calendar-month"' in html
    assert 'rel="canonical" href="http://testserver' + URLS[language] + '?month=2027-02"' in html
    assert "noindex" not in html
    assert "?month=2027-03" in html
    assert "?month=2027-01" not in html.replace("?month=2027-01-", "")


def test_months_beyond_the_last_have_no_end_for_robots(client: Client, site: dict[str, SiteTree]) -> None:
    run_on("2027-02-08")
    run_on("2027-04-08")

    empty, far = (client.get("/nl/agenda/", {"month": month}) for month in ("2027-03", "2099-01"))

    assert '<meta name="robots" content="noindex, nofollow">' in empty.content.decode()
    assert '<meta name="robots" content="noindex, nofollow">' in far.content.decode()
    assert (far.context["previous_query"], far.context["next_query"]) == ("?month=2027-04", "")
    last = client.get("/nl/agenda/", {"month": "2027-04"})
    assert last.context["next_query"] == ""


@pytest.mark.parametrize(
    "value", ["2027-13", "2027", "februari", "0000-00", "9999-12", "2027-02-08", "-", "٢٠٢٧-٠٢", "2027-2", "1" * 400]
)
def test_what_is_no_month_is_named_and_the_list_shown(client: Client, site: dict[str, SiteTree], value: str) -> None:
    run_on("2027-02-08")

    page = client.get("/nl/agenda/", {"month": value})

    assert page.status_code == 200
    assert page.context["month"] is None
    assert page.context["listing"].total == 1
    assert value[:20] in page.context["listing"].notices[0]


def test_a_crowded_day_shows_some_and_leads_to_the_rest(client: Client, site: dict[str, SiteTree]) -> None:
    course = CourseFactory()
    for _ in range(8):
        run_on("2027-02-08", course=course)

    month = client.get("/nl/agenda/", {"month": "2027-02"})
    (day,) = [day for week in month.context["month"].weeks for day in week if day.occurrences]
    rest = client.get("/nl/agenda/", {"day": "2027-02-08"})

    assert (len(day.occurrences), day.more) == (6, 2)
    assert 'href="?day=2027-02-08"' in month.content.decode()
    assert rest.context["listing"].total == 8


@pytest.mark.parametrize("days", [{}, {"month": "2027-02"}])
def test_every_filter_narrows_the_list_and_the_month(
    client: Client, site: dict[str, SiteTree], days: dict[str, str]
) -> None:
    course = CourseFactory(
        facility=FacilityFactory(slug_nl="btf"), level=term(Vocabulary.EDUCATION_LEVEL, "lifelong-learning")
    )
    course.standards = [term(Vocabulary.STANDARD, "gmp")]
    course.topics = [term(Vocabulary.COURSE_TOPIC, "cleanroom")]
    course.audience = [term(Vocabulary.AUDIENCE, "students")]
    course.save()
    run_on("2027-02-08", course=course, language="en")
    run_on("2027-02-09", language="nl")
    asked = {
        "topic": "cleanroom",
        "standard": "gmp",
        "audience": "students",
        "level": "lifelong-learning",
        "language": "en",
        "facility": "btf",
    }

    for filters in (asked, *({name: value} for name, value in asked.items())):
        listing = client.get("/nl/agenda/", filters | days).context["listing"]
        assert (listing.total, listing.notices) == (1, []), filters
        assert {facet.parameter for facet in listing.facets} == {"kind", *asked}
    counts = {
        choice.value: choice.count
        for facet in client.get("/nl/agenda/", days).context["listing"].facets
        for choice in facet.choices
    }
    assert counts["nl"] == counts["en"] == counts["cleanroom"] == 1


def test_past_runs_stay_in_their_month_and_say_so(client: Client, site: dict[str, SiteTree]) -> None:
    run_on("2026-11-03", state=RunState.OPEN)

    assert client.get("/nl/agenda/").context["listing"].total == 0
    assert client.get("/nl/agenda/", {"month": "2026-11"}).context["listing"].total == 1
    html = client.get("/nl/agenda/", {"day": "2026-11-03"}).content.decode()
    assert "state--done" in html


def test_registration_closes_after_its_last_day() -> None:
    course = CourseFactory(registration_url="https://example.org/")
    today, tomorrow = datetime.date(2027, 1, 10), datetime.date(2027, 1, 11)

    assert run_on("2027-02-08", course=course, register_before=today).register_at
    assert run_on("2027-02-08", course=course, register_before=tomorrow).register_at
    assert not run_on("2027-02-08", course=course, register_before=today - datetime.timedelta(days=1)).register_at


def test_courses_are_found_by_language_topic_and_facility(client: Client, site: dict[str, SiteTree]) -> None:
    both = CourseFactory(languages="nl, en", facility=FacilityFactory(slug_nl="btf"))
    both.topics = [term(Vocabulary.COURSE_TOPIC, "cleanroom")]
    both.save()
    CourseFactory(languages="nl")

    page = client.get("/nl/onderwijs/cursussen/")
    counts = {
        choice.value: choice.count
        for facet in page.context["listing"].facets
        if facet.parameter == "language"
        for choice in facet.choices
    }

    assert counts == {"nl": 2, "en": 1}
    for query in ({"language": "en"}, {"topic": "cleanroom"}, {"facility": "btf"}):
        assert list(client.get("/nl/onderwijs/cursussen/", query).context["listing"].page_obj) == [both]
