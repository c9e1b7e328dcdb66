"""Events: in the calendar while they are to come, reachable for ever, and what their pages say."""

import datetime
from typing import Any

import icalendar
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation

from education.models import EventSeries, EventState
from news.models import NewsIndexPage
from tests.factories.education import (
    EventFactory,
    EventOrganiserFactory,
    EventSpeakerFactory,
    PartnershipFactory,
)
from tests.factories.news import EventReportFactory, NewsStoryFactory
from tests.factories.organisations import BuildingFactory, FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db
AGENDA = {"nl": "/nl/agenda/", "en": "/en/events/"}


def test_an_event_stands_in_the_calendar_and_below_it(client: Client, site: dict[str, SiteTree], language: str) -> None:
    event = EventFactory(slug_nl="feest", slug_en="party")

    html = client.get(AGENDA[language]).content.decode()

    url = event.url_in(language)
    assert url == f"{AGENDA[language]}{event.slug_in(language)}/"
    assert f'href="{url}"' in html
    assert client.get(url).status_code == 200


def test_a_past_event_is_out_of_the_list_in_the_archive_and_says_that_it_is_over(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    moment = datetime.datetime(2020, 11, 5, 15, tzinfo=datetime.UTC)
    past = EventFactory(starts=moment)

    calendar = client.get(AGENDA[language])
    archive = client.get(AGENDA[language], {"year": "2020"})
    page = client.get(past.url_in(language))

    assert past.url_in(language) not in calendar.content.decode()
    assert [year for year, _query in calendar.context["archive"]] == [2020]
    assert past.url_in(language) in archive.content.decode()
    assert 'href="http://testserver' + AGENDA[language] + '?year=2020"' in archive.content.decode()
    assert "state--done" in page.content.decode()
    assert "noindex" not in page.content.decode()


@pytest.mark.parametrize("year", ["0", "20200", "tweeduizend", "1066"])
def test_a_year_that_is_none_is_named(client: Client, site: dict[str, SiteTree], year: str) -> None:
    page = client.get(AGENDA["en"], {"year": year})

    assert page.status_code == 200
    assert year in page.context["listing"].notices[0]


def test_a_cancelled_event_stays_and_says_so_and_takes_nobody(client: Client, site: dict[str, SiteTree]) -> None:
    event = EventFactory(state=EventState.CANCELLED, registration_url="https://example.org/")

    assert "state--cancelled" in client.get(AGENDA["nl"]).content.decode()
    page = client.get(event.url_in("nl")).content.decode()
    assert "state--cancelled" in page
    assert "https://example.org/" not in page
    assert "https://schema.org/EventCancelled" in page


def test_registration_ends_with_its_last_day_and_with_the_event() -> None:
    today = timezone.localdate()
    open_until_today = EventFactory(registration_url="https://example.org/", register_before=today)
    closed = EventFactory(registration_url="https://example.org/", register_before=today - datetime.timedelta(days=1))
    over = EventFactory(registration_url="https://example.org/", in_days=-1)

    assert [event.register_at != "" for event in (open_until_today, closed, over)] == [True, False, False]


def test_the_file_of_an_event_keeps_its_identifier_and_counts_its_changes(
    client: Client, site: dict[str, SiteTree]
) -> None:
    event = EventFactory(place="Zaal 1")

    def in_file() -> icalendar.Component:
        answer = client.get(f"/nl/agenda/ics/{event.uuid}/")
        (found,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
        return found

    before = in_file()
    event.summary_nl = "Een andere zin."
    event.save()
    assert in_file()["SEQUENCE"] == before["SEQUENCE"]
    event.place, event.state = "Zaal 2", EventState.CANCELLED
    event.save()
    after = in_file()

    assert after["UID"] == before["UID"]
    assert after["SEQUENCE"] == before["SEQUENCE"] + 1
    assert (str(after["LOCATION"]), str(after["STATUS"])) == ("Zaal 2", "CANCELLED")


def test_an_event_without_times_is_of_whole_days(client: Client, site: dict[str, SiteTree]) -> None:
    midnight = datetime.datetime(2027, 3, 27, tzinfo=timezone.get_current_timezone())
    two_days = EventFactory(all_day=True, starts=midnight, ends=midnight + datetime.timedelta(days=2, hours=-1))

    answer = client.get(f"/nl/agenda/ics/{two_days.uuid}/")
    (found,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")

    assert found["DTSTART"].dt == datetime.date(2027, 3, 27)
    assert found["DTEND"].dt == datetime.date(2027, 3, 29)
    assert two_days.times == ""
    with translation.override("nl"):
        assert two_days.dates == "27 – 28 maart 2027"


def test_step_free_access_is_that_of_the_building_unless_the_event_says_otherwise() -> None:
    building = BuildingFactory(step_free="yes")
    with translation.override("en"):
        assert EventFactory(building=building).localised_accessibility == ["Step-free from the street to every floor"]
        assert EventFactory(building=building, step_free="no").localised_accessibility == ["Not step-free"]
        assert EventFactory(building=building, attendance="online").localised_accessibility == []


def test_what_the_public_may_not_see_is_not_named_by_an_event(client: Client, site: dict[str, SiteTree]) -> None:
    facility = FacilityFactory(name_nl="Verborgen lab", live=False, building=BuildingFactory(name_nl="Verborgen toren"))
    partnership = PartnershipFactory(name_nl="Verborgen verband", live=False)
    event = EventFactory(facility=facility, partnership=partnership)
    EventOrganiserFactory(event=event, organisation=OrganisationFactory(name_nl="Verborgen bv", live=False))
    EventSpeakerFactory(event=event, role__person__family_name="Verborgen", role__live=False)

    for url in (event.url_in("nl"), AGENDA["nl"], "/nl/agenda/?format=csv", f"/nl/agenda/ics/{event.uuid}/"):
        assert "Verborgen" not in client.get(url).content.decode()


def test_events_of_a_series_lead_to_each_other(client: Client, site: dict[str, SiteTree]) -> None:
    series = EventSeries.objects.create(name_nl="Jaarevent", name_en="Annual event")
    first, second, draft = EventFactory(in_days=-300), EventFactory(), EventFactory(live=False)
    for event in (first, second, draft):
        event.series.add(series)
        event.save()

    html = client.get(second.url_in("en")).content.decode()

    assert "Annual event" in html
    assert first.url_in("en") in html
    assert draft.url_in("en") not in html


def test_organisers_partnerships_and_speakers_show_their_events(client: Client, site: dict[str, SiteTree]) -> None:
    partnership = PartnershipFactory()
    event = EventFactory(partnership=partnership)
    organisation = EventOrganiserFactory(event=event).organisation
    person = EventSpeakerFactory(event=event, role__person__has_page=True).role.person

    for record in (partnership, organisation, person):
        assert event.url_in("nl") in client.get(record.url_in("nl")).content.decode()


@pytest.mark.parametrize("factory", [EventReportFactory, NewsStoryFactory])
def test_an_event_and_what_is_written_of_it_lead_to_each_other(
    client: Client, site: dict[str, SiteTree], factory: type[Any]
) -> None:
    event, hidden = EventFactory(name_nl="Feest", in_days=-3), EventFactory(name_nl="Geheim", live=False)
    report = factory(parent=site["nl"][NewsIndexPage], title="Zo was het feest")
    for each in (event, hidden):
        report.event_rows.create(event=each)
    report.save()

    page = client.get(report.url)

    assert f'href="{event.url}"' in page.content.decode()
    assert "Geheim" not in page.content.decode()
    assert {"@type": "Event", "name": "Feest", "url": event.absolute_url} in page.context["json_ld"]["about"]
    assert f'href="{report.url}"' in client.get(event.url).content.decode()


def test_the_report_leads_the_page_of_an_event_that_is_over(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    over = EventFactory(in_days=-3, description_nl="<p>Drie sprekers.</p>", description_en="<p>Three speakers.</p>")
    coming = EventFactory()
    for factory, title in ((EventReportFactory, "Zo was het"), (NewsStoryFactory, "Zo wordt het")):
        article = factory(parent=site[language][NewsIndexPage], title=title)
        for event in (over, coming):
            article.event_rows.create(event=event)
        article.save()

    page = client.get(over.url_in(language))
    html = page.content.decode()

    assert [section.key for section in page.context["leading_sections"]] == ["reports"]
    assert html.count("Zo was het") == html.count("Zo wordt het") == 1
    assert html.index("Zo was het") < html.index('class="description') < html.index("Zo wordt het")
    assert client.get(coming.url_in(language)).context["leading_sections"] == []


def test_an_event_that_is_still_to_come_can_be_put_in_a_calendar(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    coming, over = EventFactory(), EventFactory(in_days=-3)

    for event, is_offered in ((coming, True), (over, False)):
        file = f"{AGENDA[language]}ics/{event.uuid}/"
        assert (f'href="{file}"' in client.get(event.url_in(language)).content.decode()) is is_offered
        assert client.get(file).status_code == 200


def test_an_event_does_not_end_before_it_starts() -> None:
    event = EventFactory.build(ends=timezone.now())

    with pytest.raises(ValidationError) as raised:
        event.clean()
    assert "ends" in raised.value.message_dict
