"""The structured data of buildings, rooms, people and kinds of organisations, read as others read it."""

import pytest
from django.test import Client

from organisations.models import BuildingEntrance, FacilityRoom
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.organisations import (
    BuildingFactory,
    FacilityFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from tests.factories.site import SiteTree
from tests.structured_data import HOST, read

SUBTYPES = {
    "startup": "Organization",
    "company": "Corporation",
    "university": "CollegeOrUniversity",
    "trade-school": "EducationalOrganization",
    "university-medical-centre": "Hospital",
    "research-institute": "ResearchOrganization",
    "government": "GovernmentOrganization",
    "association": "NGO",
}


@pytest.mark.parametrize(("kind", "subtype"), SUBTYPES.items())
def test_an_organisation_is_of_the_subtype_that_its_type_is(
    site: dict[str, SiteTree], client: Client, kind: str, subtype: str
) -> None:
    organisation_type = term(Vocabulary.ORGANISATION_TYPE, kind)
    OrganisationFactory(slug_nl="alfa", organisation_type=organisation_type)
    data, text = read(client, "/nl/organisaties/alfa/")
    assert data["@type"] == subtype
    assert str(organisation_type.label_nl) in text


def test_a_building_says_where_it_is_and_how_to_get_in(
    site: dict[str, SiteTree], client: Client, language: str
) -> None:
    building = BuildingFactory(
        name_nl="Naam Huis", slug_nl="huis", street="Darwinweg 2", postcode="2333 CR", town="Leiden"
    )
    building.entrances = [BuildingEntrance(name_nl="Voordeur", name_en="Front door", step_free=True)]
    building.save()
    path = {"nl": "/nl/gebouwen/huis/", "en": "/en/buildings/huis/"}[language]
    data, text = read(client, path)
    assert (data["@type"], data["url"]) == ("Place", f"{HOST}{path}")
    assert data["name"] in text
    assert data["address"]["streetAddress"] in text
    assert data["geo"] == {"@type": "GeoCoordinates", "latitude": 52.169, "longitude": 4.465}
    (entrance,) = data["amenityFeature"]
    assert entrance["value"] is True
    assert entrance["name"].split(": ")[1] in text


def test_a_facility_says_the_class_of_its_rooms(site: dict[str, SiteTree], client: Client, language: str) -> None:
    facility = FacilityFactory(slug_nl="lab")
    grade, iso = term(Vocabulary.CLEANROOM_GRADE, "b"), term(Vocabulary.ISO_CLASS, "iso-7")
    facility.rooms = [FacilityRoom(name_nl="Vulruimte", name_en="Filling room", grade=grade, iso_class=iso)]
    facility.save()
    data, text = read(client, {"nl": "/nl/faciliteiten/lab/", "en": "/en/facilities/lab/"}[language])
    (room,) = data["additionalProperty"]
    assert room["name"] == {"nl": "Vulruimte", "en": "Filling room"}[language]
    assert room["value"] == {"nl": "Klasse B, ISO 7", "en": "Grade B, ISO 7"}[language]
    assert all(label in text for label in (room["name"], *room["value"].split(", ")))


def test_a_person_has_the_public_roles_each_with_its_time(
    site: dict[str, SiteTree], client: Client, language: str
) -> None:
    person = PersonFactory(given_name="Jet", infix="de", family_name="Vries", has_page=True)
    RoleFactory(person=person, organisation__name_nl="Naam Alfa", since="2021-09", until="2024-03-01")
    RoleFactory(person=person, title_nl="Geheim", title_en="Secret", live=False)
    data, text = read(client, {"nl": "/nl/mensen/jet-de-vries/", "en": "/en/people/jet-de-vries/"}[language])
    assert (data["@type"], data["name"], data["familyName"]) == ("Person", "Jet de Vries", "de Vries")
    (role,) = data["affiliation"]
    assert (role["startDate"], role["endDate"]) == ("2021-09", "2024-03-01")
    assert role["roleName"] in text
    assert role["affiliation"]["name"] in text
