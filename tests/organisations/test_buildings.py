import json
import re
from typing import Any

from django.test import Client

from organisations.models import Building, BuildingEntrance
from tests.factories.organisations import BuildingFactory, FacilityFactory, LocationFactory, OrganisationFactory
from tests.factories.site import SiteTree


def profile(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def json_ld_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert found
    return json.loads(found[1])


def test_a_building_says_who_is_there_now_and_who_was(site: dict[str, SiteTree], client: Client) -> None:
    building = BuildingFactory(name_nl="Toren", slug_nl="toren")
    LocationFactory(organisation=OrganisationFactory(name_nl="Blijver"), building=building, since="2016")
    LocationFactory(
        organisation=OrganisationFactory(name_nl="Vertrekker"), building=building, since="2016", until="2020-05"
    )
    FacilityFactory(name_nl="Microscoop", building=building)
    html = profile(client, "/nl/gebouwen/toren/")
    now, _, before = html.partition('<details class="more-rows"')
    assert "Blijver" in now
    assert "Microscoop" in now
    assert "Vertrekker" not in now
    assert "Vertrekker" in before


def test_a_building_says_how_to_get_in_in_the_readers_language(site: dict[str, SiteTree], client: Client) -> None:
    building: Building = BuildingFactory(slug_nl="toren", step_free="partly", step_free_note_en="Not the old wing.")
    building.entrances.add(BuildingEntrance(name_nl="Voordeur", name_en="Front door", step_free=False))
    building.save()
    html = profile(client, "/en/buildings/toren/")
    assert "Not the old wing." in html
    assert "Front door" in html


def test_search_engines_learn_address_and_position(site: dict[str, SiteTree], client: Client) -> None:
    BuildingFactory(slug_nl="toren", street="Einsteinweg 55", town="Leiden", latitude="52.16917", longitude="4.46005")
    data = json_ld_of(profile(client, "/nl/gebouwen/toren/"))
    assert data["@type"] == "Place"
    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": 52.16917, "longitude": 4.46005}
    assert data["address"]["streetAddress"] == "Einsteinweg 55"


def test_buildings_are_found_by_step_free_access_and_former_name(site: dict[str, SiteTree], client: Client) -> None:
    BuildingFactory(name_nl="Toren", step_free="yes", former_names="Accelerator")
    BuildingFactory(name_nl="Kelder", step_free="no")
    for query in ("access=yes", "q=accelerator"):
        html = profile(client, f"/nl/gebouwen/?{query}")
        assert "Toren" in html
        assert "Kelder" not in html


def test_a_profile_leads_to_its_building_but_not_to_a_hidden_one(site: dict[str, SiteTree], client: Client) -> None:
    organisation = OrganisationFactory(slug_nl="alfa")
    LocationFactory(organisation=organisation, building=BuildingFactory(slug_nl="toren"))
    LocationFactory(organisation=organisation, building=BuildingFactory(slug_nl="bunker", name_nl="Bunker", live=False))
    html = profile(client, "/nl/organisaties/alfa/")
    assert 'href="/nl/gebouwen/toren/"' in html
    assert "Bunker" not in html
