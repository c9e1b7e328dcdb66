"""Dates as iCalendar: read as a calendar program reads them."""

import datetime
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from icalendar import Calendar, Event

from education.models import CourseRun, RunSession, RunState
from organisations.models import FacilityRoom
from tests.factories.education import CourseFactory, CourseRunFactory
from tests.factories.organisations import FacilityFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db
FEED = "/nl/agenda/ics/"


@pytest.fixture(autouse=True)
def january() -> Any:
    with time_machine.travel("2027-01-10 12:00Z", tick=False):
        yield


def at(text: str) -> datetime.datetime:
    """A moment on the park's clocks."""
    return timezone.make_aware(datetime.datetime.fromisoformat(text))


def run_at(*spans: tuple[str, str], **values: Any) -> CourseRun:
    sessions = [RunSession(starts=at(first), ends=at(last)) for first, last in spans]
    return CourseRunFactory(sessions=sessions, **values)


def events(client: Client, path: str) -> list[Event]:
    answer = client.get(path)
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = Calendar.from_ical(answer.content)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def offset_hours(zone: Any, moment: datetime.datetime) -> float:
    """What the calendar's own VTIMEZONE says of a moment."""
    return zone.to_tz(lookup_tzid=False).utcoffset(moment).total_seconds() / 3600


@pytest.mark.parametrize("path", ["/nl/agenda/?format=ics", "/nl/onderwijs/cursussen/?format=ics", FEED])
def test_times_survive_a_round_trip_over_both_clock_changes(
    client: Client, site: dict[str, SiteTree], path: str
) -> None:
    spring = [("2027-03-27 09:00", "2027-03-27 17:00"), ("2027-03-28 01:30", "2027-03-28 12:00")]
    autumn = [("2027-10-30 09:00", "2027-10-30 17:00"), ("2027-10-31 01:30", "2027-10-31 12:00")]
    course = CourseFactory()
    runs = [run_at(*spring, course=course), run_at(*autumn, course=course)]

    read = sorted((each["DTSTART"].dt, each["DTEND"].dt) for each in events(client, path))

    wanted = [(session.starts, session.ends) for run in runs for session in run.sessions.all()]
    assert read == sorted(wanted)
    # Two moments of one zone differ by what their clocks say, so ask in UTC.
    lengths = [ends.astimezone(datetime.UTC) - starts.astimezone(datetime.UTC) for starts, ends in read]
    assert [length.total_seconds() / 3600 for length in lengths] == [8, 9.5, 8, 11.5]


def test_the_zone_of_the_file_itself_knows_summer_and_winter(client: Client, site: dict[str, SiteTree]) -> None:
    run_at(("2027-02-08 09:00", "2027-02-08 17:00"))

    text = client.get(FEED).content.decode()
    (zone,) = Calendar.from_ical(text).walk("VTIMEZONE")

    assert "DTSTART;TZID=Europe/Amsterdam:20270208T090000" in text
    for day, hours in [("2027-03-27", 1), ("2027-03-29", 2), ("2027-10-30", 2), ("2027-11-01", 1)]:
        assert offset_hours(zone, datetime.datetime.fromisoformat(f"{day}T12:00")) == hours


def test_an_hour_that_comes_twice_is_given_in_utc(client: Client, site: dict[str, SiteTree]) -> None:
    second = datetime.datetime(2027, 10, 31, 1, 30, tzinfo=datetime.UTC)  # 02:30, for the second time
    CourseRunFactory(sessions=[RunSession(starts=second, ends=second + datetime.timedelta(hours=4))])

    assert "DTSTART:20271031T013000Z" in client.get(FEED).content.decode()


def test_a_changed_run_updates_what_a_reader_has(client: Client, site: dict[str, SiteTree]) -> None:
    run = run_at(("2027-02-08 09:00", "2027-02-08 17:00"))
    (before,) = events(client, FEED)

    with time_machine.travel("2027-01-11 12:00Z", tick=False):
        session = run.sessions.get()
        session.starts, session.ends = at("2027-02-09 10:00"), at("2027-02-09 17:00")
        run.sessions = [session]
        run.save()
        (after,) = events(client, FEED)

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert after["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert after["DTSTART"].dt == at("2027-02-09 10:00")


def test_a_course_that_moves_updates_what_a_reader_has(client: Client, site: dict[str, SiteTree]) -> None:
    run = run_at(("2027-02-08 09:00", "2027-02-08 17:00"), course__place="Zaal 1")
    (before,) = events(client, FEED)

    with time_machine.travel("2027-01-11 12:00Z", tick=False):
        run.course.place = "Zaal 2"
        draft = run.course.save_revision()
        (drafted,) = events(client, FEED)
        draft.publish()
        (moved,) = events(client, FEED)
        run.course.summary_nl = "Een andere zin."
        run.course.save_revision().publish()
        (reworded,) = events(client, FEED)

    assert moved["UID"] == before["UID"]
    assert [each["SEQUENCE"] for each in (before, drafted, moved, reworded)] == [0, 0, 1, 1]
    assert moved["LAST-MODIFIED"].dt > before["LAST-MODIFIED"].dt
    assert str(moved["LOCATION"]) == "Zaal 2"


def test_what_is_saved_unchanged_stays_the_same_to_the_byte(client: Client, site: dict[str, SiteTree]) -> None:
    run = run_at(("2027-02-08 09:00", "2027-02-08 17:00"))
    before = client.get(FEED).content

    CourseRun.objects.get().save()

    assert client.get(FEED).content == before
    run.refresh_from_db()
    assert run.sequence == 0


def test_a_run_keeps_its_identity_through_drafts_and_publishing(client: Client, site: dict[str, SiteTree]) -> None:
    course = CourseFactory()
    course.runs = [
        CourseRun(
            state=RunState.OPEN, sessions=[RunSession(starts=at("2027-02-08 09:00"), ends=at("2027-02-08 17:00"))]
        )
    ]
    course.save_revision().publish()
    (first,) = events(client, FEED)
    key = CourseRun.objects.get().pk

    draft = course.get_latest_revision_as_object()  # It was made before the run was stored, and knows no key.
    (run,) = draft.runs.all()
    run.state = RunState.CANCELLED
    draft.runs = [run]
    draft.save_revision().publish()
    (second,) = events(client, FEED)

    assert CourseRun.objects.get().pk == key
    assert second["UID"] == first["UID"]
    assert (second["SEQUENCE"], second["STATUS"]) == (1, "CANCELLED")


def test_an_event_says_what_where_and_how_sure(client: Client, site: dict[str, SiteTree], language: str) -> None:
    facility = FacilityFactory(name_nl="Oefenlab", name_en="Practice lab")
    facility.rooms = [FacilityRoom(name_nl="Zaal 1", name_en="Room 1")]
    facility.save()
    (room,) = facility.rooms.all()
    course = CourseFactory(facility=facility, room=room, name_nl="Steriel werken", name_en="Sterile work")
    run = run_at(("2027-02-08 09:00", "2027-02-08 17:00"), ("2027-02-09 09:00", "2027-02-09 17:00"), course=course)
    agenda = {"nl": "/nl/agenda/", "en": "/en/events/"}[language]

    answer = client.get(f"{agenda}ics/{run.uuid}/")
    first, second = Calendar.from_ical(answer.content).walk("VEVENT")

    assert "attachment" in answer["Content-Disposition"]
    name = {"nl": "Steriel werken", "en": "Sterile work"}[language]
    assert (str(first["SUMMARY"]), str(second["SUMMARY"])) == (f"{name} (1/2)", f"{name} (2/2)")
    assert str(first["LOCATION"]) == {"nl": "Zaal 1, Oefenlab", "en": "Room 1, Practice lab"}[language]
    assert first["URL"] == f"http://testserver{course.url_in(language)}"
    assert first["STATUS"] == "CONFIRMED"
    assert first["UID"] != second["UID"]
    assert f"{agenda}ics/{run.uuid}/" in client.get(course.url_in(language)).content.decode()


def test_long_lines_are_folded_and_signs_escaped(client: Client, site: dict[str, SiteTree]) -> None:
    name = "Cleanroom; met é, ü en 日本語, " * 5
    run_at(("2027-02-08 09:00", "2027-02-08 17:00"), course__name_nl=name.strip())

    content = client.get(FEED).content
    (read,) = events(client, FEED)

    assert max(map(len, content.split(b"\r\n"))) <= 75
    assert str(read["SUMMARY"]) == name.strip()


def test_a_feed_follows_its_filters_and_tells_of_what_was_cancelled(client: Client, site: dict[str, SiteTree]) -> None:
    run_at(("2027-02-08 09:00", "2027-02-08 17:00"), language="en", state=RunState.CANCELLED)
    run_at(("2027-02-09 09:00", "2027-02-09 17:00"), language="nl", state=RunState.PLANNED)
    run_at(("2026-12-01 09:00", "2026-12-01 17:00"), language="en")
    run_at(("2026-06-01 09:00", "2026-06-01 17:00"), language="en")

    assert [each["STATUS"] for each in events(client, f"{FEED}?language=en")] == ["CONFIRMED", "CANCELLED"]
    assert [each["STATUS"] for each in events(client, "/nl/agenda/?format=ics")] == ["CANCELLED", "TENTATIVE"]
    page = client.get("/nl/agenda/?language=en").content.decode()
    assert 'href="webcal://testserver/nl/agenda/ics/?language=en"' in page
    calendar = Calendar.from_ical(client.get(FEED).content)
    assert calendar["REFRESH-INTERVAL"].dt == datetime.timedelta(hours=6)
    assert "Content-Disposition" not in client.get(FEED)


def test_hidden_runs_are_in_no_calendar(client: Client, site: dict[str, SiteTree]) -> None:
    run = run_at(("2027-02-08 09:00", "2027-02-08 17:00"), course__live=False)

    assert events(client, FEED) == []
    assert client.get(f"{FEED}{run.uuid}/").status_code == 404
    for rest in ("x/", f"{run.uuid}/x/", "0/"):
        assert client.get(f"{FEED}{rest}").status_code == 404
