import re

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client
from django.test.utils import override_settings
from django.utils.translation import override

from organisations.models import FacilityIndexPage, MapPage, OrganisationIndexPage
from organisations.park_map import NAMES_SHOWN, map_of
from organisations.plan.validation import validate_plan
from parkportal.core.listing import make_listing
from parkportal.core.map_tiles import tile_source, with_tile_server
from parkportal.settings import SECURE_CSP
from tests.factories.core import term
from tests.factories.organisations import BuildingFactory, FacilityFactory, LocationFactory, OrganisationFactory
from tests.factories.site import SiteTree

TILES = "https://{s}.tiles.example.org/{z}/{x}/{y}.png"


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def pins(html: str) -> dict[str, str]:
    """The number on each pin by the part of the list that it leads to."""
    return dict(re.findall(r'<a class="plan__dot[^"]*" href="#([^"]+)">.*?<text[^>]*>(\d+)</text>', html))


def listed(html: str) -> dict[str, str]:
    """The numbers of the list's places."""
    return dict(re.findall(r'<li class="places__spot" id="([^"]+)"[^>]* data-total="(\d+)"', html))


def test_pins_and_list_tell_the_same(site: dict[str, SiteTree], client: Client) -> None:
    tower = BuildingFactory(slug_nl="toren", latitude="52.17000")
    cellar = BuildingFactory(slug_nl="kelder", latitude="52.16500")
    for building in (tower, tower, cellar):
        LocationFactory(building=building)
    html = page(client, "/nl/kaart/")
    assert pins(html) == listed(html) == {"place-toren": "2", "place-kelder": "1"}


def test_the_map_counts_who_is_there_today_and_may_be_seen(site: dict[str, SiteTree], client: Client) -> None:
    building = BuildingFactory(slug_nl="toren")
    LocationFactory(building=building)
    LocationFactory(organisation=OrganisationFactory(live=False), building=building)
    LocationFactory(building=building, until="2020")
    LocationFactory(building=building, since="2999")
    LocationFactory(building=BuildingFactory(live=False))
    assert pins(page(client, "/en/map/")) == {"place-toren": "1"}


def test_filters_of_the_list_act_on_the_map(site: dict[str, SiteTree], client: Client) -> None:
    building = BuildingFactory(slug_nl="toren")
    LocationFactory(building=building)
    LocationFactory(organisation=OrganisationFactory(sector=term("sector", "vaccines")), building=building)
    assert pins(page(client, "/nl/kaart/?sector=vaccines")) == {"place-toren": "1"}
    assert pins(page(client, "/nl/kaart/?sector=space")) == {}


def test_facilities_have_a_map_of_their_own(site: dict[str, SiteTree], client: Client) -> None:
    FacilityFactory(building=BuildingFactory(slug_nl="toren"))
    html = page(client, "/nl/kaart/faciliteiten/")
    assert pins(html) == {"place-toren": "1"}
    assert 'hreflang="en" href="http://testserver/en/map/facilities/"' in html
    assert client.get("/nl/kaart/facilities/").status_code == 404


def test_buildings_at_one_place_share_a_pin(site: dict[str, SiteTree], client: Client) -> None:
    for name, latitude in (("alfa", "52.16900"), ("beta", "52.16901")):
        LocationFactory(building=BuildingFactory(slug_nl=name, name_nl=name, latitude=latitude))
    html = page(client, "/nl/kaart/")
    assert pins(html) == {"place-alfa": "2"}
    assert html.count('class="place-entry"') == 2


def test_a_building_without_a_position_is_in_the_list(site: dict[str, SiteTree], client: Client) -> None:
    LocationFactory(building=BuildingFactory(name_nl="Nergens", latitude=None))
    html = page(client, "/nl/kaart/")
    assert pins(html) == {}
    assert "Nergens" in html


def test_a_full_building_names_some_and_leads_to_the_rest(site: dict[str, SiteTree]) -> None:
    building = BuildingFactory(slug_nl="toren")
    for _ in range(NAMES_SHOWN + 2):
        LocationFactory(building=building)
    index = site["nl"][OrganisationIndexPage].specific
    listing = make_listing(
        index.list_records(), QueryDict("sector=drug-development&building=toren"), facets=index.facets
    )
    [spot] = map_of(listing, "/nl/organisaties/").spots
    [entry] = spot.entries
    assert (entry.total, len(entry.records)) == (NAMES_SHOWN + 2, NAMES_SHOWN)
    assert entry.list_url == "/nl/organisaties/?building=toren&sector=drug-development"


def test_the_map_needs_no_list_of_facilities(site: dict[str, SiteTree], client: Client) -> None:
    site["nl"][FacilityIndexPage].unpublish()
    assert "Faciliteiten" not in page(client, "/nl/kaart/")
    assert client.get("/nl/kaart/faciliteiten/").status_code == 404


def test_a_hidden_map_hides_its_facilities_too(site: dict[str, SiteTree], client: Client) -> None:
    site["nl"][MapPage].unpublish()
    assert client.get("/nl/kaart/").status_code == 404
    assert client.get("/nl/kaart/faciliteiten/").status_code == 404


def test_no_other_host_is_asked_by_default(site: dict[str, SiteTree], client: Client) -> None:
    LocationFactory(building=BuildingFactory())
    response = client.get("/nl/kaart/")
    assert "leaflet" not in response.content.decode()
    assert "tiles.example.org" not in response["Content-Security-Policy"]


def test_a_tile_server_that_is_named_may_be_asked(site: dict[str, SiteTree], client: Client) -> None:
    LocationFactory(building=BuildingFactory())
    with override_settings(MAP_TILES_URL=TILES, SECURE_CSP=with_tile_server(SECURE_CSP, TILES)):
        response = client.get("/nl/kaart/")
    html = response.content.decode()
    assert "vendor/leaflet/leaflet.js" in html
    assert f'data-tiles="{TILES}"' in html
    assert "img-src 'self' data: https://*.tiles.example.org" in response["Content-Security-Policy"]


def test_the_source_of_tiles_is_their_host() -> None:
    assert tile_source("https://tiles.example.org:8443/{z}/{x}/{y}.png?key=1") == "https://tiles.example.org:8443"


def plan(**feature: object) -> dict[str, object]:
    shape = {
        "properties": {"kind": "road"},
        "geometry": {"type": "LineString", "coordinates": [[4.4, 52.1], [4.5, 52]]},
    }
    return {
        "type": "FeatureCollection",
        "views": {"full": {"bounds": [4.4, 52.1, 4.5, 52.2]}},
        "features": [shape | feature],
    }


def test_a_plan_that_can_be_drawn_is_taken() -> None:
    validate_plan(plan())
    validate_plan({})


@pytest.mark.parametrize(
    ("collection", "words"),
    [
        ("roads", "FeatureCollection"),
        (plan() | {"views": {}}, "full"),
        (plan() | {"views": {"full": {"bounds": [4.5, 52.1, 4.4, 52.2]}}}, "bounds"),
        (plan() | {"features": "none"}, "list"),
        (plan(properties={"kind": "lava"}), "Feature 1"),
        (plan(geometry={"type": "MultiPoint", "coordinates": []}), "geometry"),
        (plan(geometry={"type": "LineString", "coordinates": [[52.1, "4.4"]]}), "coordinate"),
        (plan(geometry={"type": "Point", "coordinates": [4.4, 5200]}), "coordinate"),
        (plan(properties={"kind": "label"}, geometry={"type": "Point", "coordinates": [4.4, 52.1]}), "label"),
    ],
)
def test_a_plan_that_can_not_be_drawn_is_refused_with_the_reason(collection: object, words: str) -> None:
    with override("en"), pytest.raises(ValidationError, match=words):
        validate_plan(collection)
