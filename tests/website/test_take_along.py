"""Every list as files and feeds: the same filters, the page's language, addresses that work elsewhere."""

import csv
import json
from io import StringIO
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client

from news.models import NewsIndexPage
from organisations.models import Building, Organisation, OrganisationLocation, Person
from organisations.models.organisation import OrganisationState
from parkportal.core.models import Vocabulary
from tests.factories.core import ImageFactory, term
from tests.factories.education import (
    CourseFactory,
    CourseRunFactory,
    EventFactory,
    InternshipFactory,
    PartnershipFactory,
    ProgrammeFactory,
)
from tests.factories.news import FigureFactory, NewsStoryFactory
from tests.factories.organisations import (
    BuildingFactory,
    EquipmentFactory,
    FacilityFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from tests.factories.site import SiteTree

ATOM = "{http://www.w3.org/2005/Atom}"
LISTS = [
    "/nl/organisaties/",
    "/nl/faciliteiten/",
    "/nl/apparatuur/",
    "/nl/gebouwen/",
    "/nl/onderwijs/opleidingen/",
    "/nl/onderwijs/cursussen/",
    "/nl/onderwijs/stages/",
    "/nl/onderwijs/samenwerkingen/",
    "/nl/agenda/",
    "/nl/nieuws/",
    "/nl/pers/cijfers/",
    "/nl/pers/beeldbank/",
    "/nl/mensen/",
]
FOLLOWED = [path for path in LISTS if path not in ("/nl/pers/cijfers/", "/nl/pers/beeldbank/", "/nl/mensen/")]


@pytest.fixture
def filled_site(site: dict[str, SiteTree]) -> Organisation:
    """One of everything, and the organisation that all belongs to."""
    building = BuildingFactory(name_nl="Gebouw", slug_nl="gebouw", street="Darwinweg 2", town="Leiden")
    organisation: Organisation = OrganisationFactory(name_nl="Naam Alfa", slug_nl="alfa")
    organisation.locations = [OrganisationLocation(building=building)]
    moving = term(Vocabulary.ORGANISATION_STATE, "moving")
    organisation.states = [OrganisationState(state=moving, since="2025-12")]
    organisation.save()
    facility = FacilityFactory(name_nl="Lab", operator=organisation, building=building)
    facility.techniques = [term(Vocabulary.TECHNIQUE, name) for name in ("cryo-em", "nmr")]
    facility.save()
    EquipmentFactory(name_nl="Microscoop", facility=facility)
    course = CourseFactory(provider=organisation, facility=facility)
    CourseRunFactory(course=course)
    ProgrammeFactory(institution=organisation)
    InternshipFactory(organisation=organisation, building=building)
    PartnershipFactory()
    RoleFactory(person=PersonFactory(given_name="Jet", family_name="Vries", has_page=True), organisation=organisation)
    NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Bericht", slug="bericht")
    FigureFactory()
    ImageFactory(for_press=True)
    return organisation


def items(client: Client, path: str) -> list[dict[str, Any]]:
    return list(json.loads(client.get(path).content)["items"])


def rows(client: Client, path: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(client.get(path).content.decode("utf-8-sig"), newline="")))


def entries(client: Client, path: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(client.get(path).content).findall(f"{ATOM}entry")


@pytest.mark.parametrize("path", LISTS)
def test_every_format_that_a_list_shows_can_be_had(filled_site: Organisation, client: Client, path: str) -> None:
    page = client.get(path)
    assert {"csv", "xlsx", "json"} <= {each.key for each in page.context["page"].formats}
    for each in page.context["page"].formats:
        assert f'href="?format={each.key}"' in page.content.decode()
        answer = client.get(f"{path}?format={each.key}")
        assert answer.status_code == 200
        assert answer["Content-Type"] == each.content_type


@pytest.mark.parametrize("path", LISTS)
def test_the_tables_hold_the_same_and_name_whole_addresses(
    filled_site: Organisation, client: Client, path: str
) -> None:
    data = items(client, f"{path}?format=json")
    table = rows(client, f"{path}?format=csv")
    assert len(data) == len(table) == 1
    assert list(data[0]) == list(table[0])
    assert table[0]["url"].startswith("http://testserver/nl/")


def test_terms_stand_under_their_identifiers_with_labels_in_the_pages_language(
    filled_site: Organisation, client: Client
) -> None:
    dutch = items(client, "/nl/organisaties/?format=json&q=alfa")[0]
    english = items(client, "/en/organisations/?format=json&q=alfa")[0]
    assert list(dutch) == list(english)
    assert (dutch["name"], english["name"]) == ("Naam Alfa", "Name Alfa")
    assert dutch["sector"] == english["sector"] == "drug-development"
    assert (dutch["sector_label"], english["sector_label"]) == ("Geneesmiddelenontwikkeling", "Drug development")
    assert (dutch["state"], dutch["state_label"]) == ("moving", "Verhuist")
    table = rows(client, "/en/facilities/?format=csv")[0]
    assert table["techniques"] == "cryo-em | nmr"
    assert table["techniques_label"].count(" | ") == 1


@pytest.mark.parametrize(
    "path",
    [
        *("/nl/organisaties/", "/nl/faciliteiten/", "/nl/apparatuur/"),
        *("/nl/onderwijs/cursussen/", "/nl/onderwijs/stages/", "/nl/agenda/"),
    ],
)
def test_what_is_in_a_building_is_on_the_map(filled_site: Organisation, client: Client, path: str) -> None:
    (feature,) = json.loads(client.get(f"{path}?format=geojson").content)["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [4.465, 52.169]}
    assert feature["properties"]["building_label"] == "Gebouw"
    assert feature["properties"]["address"] == "Darwinweg 2, Leiden"


def test_a_hidden_building_is_neither_named_nor_placed(filled_site: Organisation, client: Client) -> None:
    Building.objects.get().unpublish()
    for path in ("/nl/faciliteiten/", "/nl/apparatuur/"):
        (feature,) = json.loads(client.get(f"{path}?format=geojson").content)["features"]
        assert feature["geometry"] is None
        assert feature["properties"]["building"] == feature["properties"]["address"] == ""


def test_an_event_is_on_the_map_where_it_takes_place(site: dict[str, SiteTree], client: Client) -> None:
    EventFactory(name_nl="Feest", building=BuildingFactory(name_nl="Gebouw"))
    EventFactory(name_nl="Elders")
    features = json.loads(client.get("/nl/agenda/?format=geojson").content)["features"]
    places = {feature["properties"]["name"]: feature["geometry"] for feature in features}
    assert places == {"Feest": {"type": "Point", "coordinates": [4.465, 52.169]}, "Elders": None}


def test_the_file_of_people_holds_their_public_roles_only(filled_site: Organisation, client: Client) -> None:
    jet = Person.objects.get()
    RoleFactory(
        person=jet, organisation=None, organisation_name="Elders", title_nl="Lid", title_en="Member", live=False
    )
    RoleFactory(person=PersonFactory(given_name="Zonder", has_page=False))
    for path, organisation in (("/nl/mensen/", "Naam Alfa"), ("/en/people/", "Name Alfa")):
        (row,) = rows(client, f"{path}?format=csv")
        assert (row["name"], row["organisation"], row["organisation_label"]) == ("Jet Vries", "alfa", organisation)
    filled_site.unpublish()
    (row,) = rows(client, "/nl/mensen/?format=csv")
    assert row["organisation"] == row["organisation_label"] == ""
    jet.unpublish()
    assert rows(client, "/nl/mensen/?format=csv") == []
    assert "no-store" in client.get("/nl/mensen/?format=csv")["Cache-Control"]


def test_files_and_feeds_follow_the_filters(filled_site: Organisation, client: Client) -> None:
    OrganisationFactory(name_nl="Beta", sector=term(Vocabulary.SECTOR, "vaccines"))
    assert [row["name"] for row in rows(client, "/nl/organisaties/?format=csv&sector=vaccines")] == ["Beta"]
    found = entries(client, "/nl/organisaties/feed/atom/?sector=vaccines")
    assert [entry.findtext(f"{ATOM}title") for entry in found] == ["Beta"]


@pytest.mark.parametrize("path", FOLLOWED)
def test_every_list_can_be_followed(filled_site: Organisation, client: Client, path: str) -> None:
    html = client.get(f"{path}?q=x").content.decode()
    assert '<link rel="alternate" type="application/atom+xml" title="' in html
    assert f'href="{path}feed/atom/?q=x"' in html
    for name in ("feed/", "feed/atom/", "feed/json/"):
        assert client.get(f"{path}{name}").status_code == 200
    (entry,) = entries(client, f"{path}feed/atom/")
    assert str(entry.findtext(f"{ATOM}id")).startswith("urn:uuid:")
    link = entry.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href", "").startswith("http://testserver/")


def test_a_feed_says_what_it_is(filled_site: Organisation, client: Client) -> None:
    answer = client.get("/en/organisations/feed/atom/?sector=drug-development")
    feed = ElementTree.fromstring(answer.content)
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": "http://testserver/en/organisations/feed/atom/?sector=drug-development",
        "alternate": "http://testserver/en/organisations/?sector=drug-development",
    }


def test_the_latest_change_comes_first_under_the_same_id(filled_site: Organisation, client: Client) -> None:
    path = "/nl/organisaties/feed/atom/"
    OrganisationFactory(name_nl="Beta")
    before = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in entries(client, path)}
    assert list(before) == ["Beta", "Naam Alfa"]
    filled_site.summary_nl = "Nu anders."
    filled_site.save()
    after = {entry.findtext(f"{ATOM}title"): entry.findtext(f"{ATOM}id") for entry in entries(client, path)}
    assert list(after) == ["Naam Alfa", "Beta"]
    assert before == after
    english = entries(client, "/en/organisations/feed/atom/")[0]
    assert english.findtext(f"{ATOM}id") != after["Naam Alfa"]


def test_a_summary_is_plain_text_in_every_feed(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(summary_en="R&D at <4 °C")
    (entry,) = entries(client, "/en/organisations/feed/atom/")
    assert entry.findtext(f"{ATOM}summary") == "R&amp;D at &lt;4 °C"
    (item,) = items(client, "/en/organisations/feed/json/")
    assert item["content_text"] == "R&D at <4 °C"


def test_a_feed_holds_the_latest_fifty(site: dict[str, SiteTree], client: Client) -> None:
    for _ in range(51):
        OrganisationFactory()
    assert len(entries(client, "/nl/organisaties/feed/atom/")) == 50


def test_the_api_names_whole_addresses(filled_site: Organisation, client: Client) -> None:
    for path in ("organisations", "facilities", "equipment"):
        (item,) = json.loads(client.get(f"/api/v1/{path}").content)["items"]
        assert item["url"]["nl"].startswith("http://testserver/nl/")
        assert item["url"]["en"].startswith("http://testserver/en/")


@pytest.mark.parametrize("path", ["/nl/organisaties/", "/en/facilities/"])
def test_a_file_without_rows_has_the_columns_of_one_with_rows(
    filled_site: Organisation, client: Client, path: str
) -> None:
    files = [client.get(f"{path}?format=csv&q={words}").content.decode("utf-8-sig") for words in ("", "zzzz")]
    with_rows, without = [file.splitlines()[:1] for file in files]
    assert without == with_rows != []


@pytest.mark.parametrize("query", [f"limit={'9' * 200}", f"offset={'9' * 200}", "limit=0"])
def test_the_api_gives_no_page_beyond_its_bounds(filled_site: Organisation, client: Client, query: str) -> None:
    assert client.get(f"/api/v1/organisations?{query}").status_code == 422
