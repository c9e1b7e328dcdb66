"""What is to come and what is open, for other programs: feeds of the calendar, and the API."""

import datetime
import json
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from education.models import RunState
from tests.factories.education import (
    CourseRunFactory,
    EventFactory,
    EventOrganiserFactory,
    InternshipFactory,
)
from tests.factories.organisations import FacilityFactory
from tests.factories.site import SiteTree

FEED = "/nl/agenda/feed/atom/"


def titles(client: Client, path: str) -> list[str]:
    return [entry.title for entry in feedparser.parse(client.get(path).content).entries]


def test_the_calendar_can_be_followed_with_its_filters(site: dict[str, SiteTree], client: Client) -> None:
    lab = FacilityFactory(slug_nl="lab")
    event = EventFactory(name_nl="Feest", facility=lab)
    run = CourseRunFactory(course__name_nl="Cursus", language="en")
    EventFactory(name_nl="Voorbij", in_days=-3)
    assert titles(client, FEED) == [f"Cursus · {run.dates}", f"Feest · {event.dates}"]
    assert titles(client, f"{FEED}?kind=event") == [f"Feest · {event.dates}"]
    assert titles(client, f"{FEED}?facility=lab") == [f"Feest · {event.dates}"]
    assert titles(client, f"{FEED}?language=en") == [f"Cursus · {run.dates}"]
    assert f'href="{FEED}?facility=lab"' in client.get("/nl/agenda/?facility=lab").content.decode()


def test_a_date_that_changes_comes_up_again_as_the_same_entry(site: dict[str, SiteTree], client: Client) -> None:
    run = CourseRunFactory(course__name_nl="Cursus")
    EventFactory(name_nl="Feest")
    before = {entry.title: entry.id for entry in feedparser.parse(client.get(FEED).content).entries}
    run.state = RunState.CANCELLED
    run.save()
    feed = feedparser.parse(client.get(FEED).content)
    assert not feed.bozo
    assert feed.entries[0].title.startswith("Cursus")
    assert "Geannuleerd" in feed.entries[0].summary or "Gaat niet door" in feed.entries[0].summary
    assert feed.entries[0].id == before[feed.entries[0].title]


@pytest.mark.parametrize("name", ["", "atom/", "json/"])
def test_a_feed_costs_the_same_whatever_it_holds(site: dict[str, SiteTree], client: Client, name: str) -> None:
    def cost() -> int:
        client.get(f"/en/events/feed/{name}")
        with CaptureQueriesContext(connection) as captured:
            assert client.get(f"/en/events/feed/{name}").status_code == 200
        return len(captured)

    EventFactory()
    CourseRunFactory()
    few = cost()
    EventFactory.create_batch(3)
    CourseRunFactory.create_batch(3)
    assert cost() == few


def api(client: Client, path: str) -> Any:
    return json.loads(client.get(f"/api/v1/{path}").content)


def test_events_are_data_the_soonest_first_and_the_past_when_asked(site: dict[str, SiteTree], client: Client) -> None:
    late, soon, over = (EventFactory(in_days=days) for days in (40, 20, -5))
    EventOrganiserFactory(event=soon, organisation__live=False)
    assert [row["slug"] for row in api(client, "events")["items"]] == [soon.key, late.key]
    assert [row["slug"] for row in api(client, "events?past=true")["items"]] == [over.key]
    one = api(client, f"events/{soon.key}")
    assert one["organisers"] == []
    assert one["url"]["en"] == f"http://testserver/en/events/{soon.slug_in('en')}/"
    assert datetime.datetime.fromisoformat(one["starts"]) == soon.starts
    assert one["starts"].endswith(("+01:00", "+02:00"))
    assert client.get("/api/v1/events?past=soon").status_code == 422


def test_courses_on_their_dates_are_data(site: dict[str, SiteTree], client: Client) -> None:
    run = CourseRunFactory(state=RunState.FEW_SEATS, seats=8)
    CourseRunFactory(course__live=False)
    CourseRunFactory(in_days=-9)
    (row,) = api(client, "course-runs")["items"]
    assert (row["uuid"], row["course"], row["state"], row["seats"]) == (str(run.uuid), run.course.key, "few-seats", 8)


def test_internships_are_data_while_they_are_open(site: dict[str, SiteTree], client: Client) -> None:
    internship = InternshipFactory(hours=36)
    gone = InternshipFactory(open_for=-1)
    (row,) = api(client, "internships")["items"]
    assert row == api(client, f"internships/{internship.key}")
    assert (row["hours"], row["open_until"]) == (36, internship.open_until.isoformat())
    assert client.get(f"/api/v1/internships/{gone.key}").status_code == 404


def test_a_part_of_the_data_costs_the_same_however_much_there_is(site: dict[str, SiteTree], client: Client) -> None:
    def cost(path: str) -> int:
        client.get(path)
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
        return len(captured)

    makers = {"events": EventFactory, "course-runs": CourseRunFactory, "internships": InternshipFactory}
    for name, factory in makers.items():
        factory()
        few = cost(f"/api/v1/{name}?limit=5")
        factory.create_batch(4)
        assert cost(f"/api/v1/{name}?limit=5") == few, name
