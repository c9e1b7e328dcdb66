"""The structured data of a profile, read as others read it, says what the page shows."""

from decimal import Decimal

import pytest
from django.test import Client

from news.models import NewsIndexPage
from organisations.models import Organisation, OrganisationLocation
from organisations.models.facility import FacilityContact
from organisations.models.organisation import OrganisationContact, OrganisationState
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.education import (
    CourseFactory,
    CourseRunFactory,
    EventFactory,
    EventOrganiserFactory,
    PartnershipFactory,
    PartnershipMemberFactory,
    ProgrammeFactory,
    ProgrammePartnerFactory,
)
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import BuildingFactory, EquipmentFactory, FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree
from tests.structured_data import HOST, read


@pytest.fixture
def alfa(site: dict[str, SiteTree]) -> Organisation:
    """A museum with all that structured data may hold, and one of everything around it."""
    building = BuildingFactory(
        name_nl="Naam Huis", slug_nl="huis", street="Darwinweg 2", postcode="2333 CR", town="Leiden"
    )
    organisation: Organisation = OrganisationFactory(
        name_nl="Naam Alfa",
        slug_nl="alfa",
        legal_name="Stichting Alfa",
        organisation_type=term(Vocabulary.ORGANISATION_TYPE, "museum"),
        founded="1820-08-09",
        website="https://alfa.example.org",
    )
    organisation.locations = [OrganisationLocation(building=building)]
    organisation.contacts = [
        OrganisationContact(purpose="press", role_nl="Pers", role_en="Press", phone="071 000 01 02", languages="nl, en")
    ]
    organisation.names.create(name="Rijksmuseum", kind="former", until="2012")
    organisation.names.create(name="Alpha", kind="misspelling")
    organisation.relations.create(kind="parent", other=OrganisationFactory(name_nl="Naam Moeder", slug_nl="moeder"))
    organisation.relations.create(kind="parent", other=OrganisationFactory(name_nl="Geheim", live=False))
    organisation.save()
    lab = FacilityFactory(
        name_nl="Naam Lab", slug_nl="lab", abbreviation="NL", operator=organisation, building=building, opened="2012"
    )
    lab.contacts = [FacilityContact(role_nl="Loket", role_en="Desk", email="lab@example.org")]
    lab.save()
    EquipmentFactory(name_nl="Naam Krios", slug_nl="krios", facility=lab, manufacturer="Example Optics", model="EO-1")
    course = CourseFactory(
        name_nl="Naam Cursus",
        slug_nl="cursus",
        provider=organisation,
        facility=lab,
        languages="nl",
        duration_days=Decimal("1.5"),
        level=term(Vocabulary.EDUCATION_LEVEL, "mbo-4"),
        outcomes_nl="Steriel werken",
        outcomes_en="Work under sterile conditions",
        certificate_nl="Bewijs van deelname",
        certificate_en="Certificate of attendance",
        prior_knowledge_nl="Je werkt in een lab.",
        prior_knowledge_en="You work in a lab.",
        price_note_nl="Op aanvraag",
        price_note_en="On request",
        registration_url="https://example.org/register",
    )
    course.topics = [term(Vocabulary.COURSE_TOPIC, "cleanroom")]
    course.audience = [term(Vocabulary.AUDIENCE, "students")]
    course.save()
    CourseRunFactory(course=course, seats=12)
    programme = ProgrammeFactory(
        name_nl="Naam Opleiding",
        slug_nl="opleiding",
        institution=organisation,
        credits=180,
        years=3,
        level=term(Vocabulary.EDUCATION_LEVEL, "wo-bachelor"),
        diploma_nl="Bachelor of Science",
        diploma_en="Bachelor of Science",
        careers_nl="Onderzoeker\nDocent",
        careers_en="Researcher\nTeacher",
        admission_nl="Een vwo-diploma",
        admission_en="A vwo diploma",
    )
    ProgrammePartnerFactory(programme=programme, organisation=OrganisationFactory(name_nl="Naam Bedrijf"))
    ProgrammePartnerFactory(programme=programme, organisation=OrganisationFactory(name_nl="Geheim bedrijf", live=False))
    samen = PartnershipFactory(name_nl="Naam Samen", slug_nl="samen", started="2020-11-05")
    PartnershipMemberFactory(partnership=samen, organisation=organisation, since="2020")
    event = EventFactory(
        name_nl="Naam Feest", slug_nl="feest", building=building, partnership=samen, attendance="mixed", languages="nl"
    )
    EventOrganiserFactory(event=event, organisation=organisation)
    return organisation


PATHS = {
    "organisation": {"nl": "/nl/organisaties/alfa/", "en": "/en/organisations/alfa/"},
    "facility": {"nl": "/nl/faciliteiten/lab/", "en": "/en/facilities/lab/"},
    "equipment": {"nl": "/nl/apparatuur/krios/", "en": "/en/equipment/krios/"},
    "course": {"nl": "/nl/onderwijs/cursussen/cursus/", "en": "/en/education/courses/cursus/"},
    "programme": {"nl": "/nl/onderwijs/opleidingen/opleiding/", "en": "/en/education/programmes/opleiding/"},
    "event": {"nl": "/nl/agenda/feest/", "en": "/en/events/feest/"},
    "partnership": {"nl": "/nl/onderwijs/samenwerkingen/samen/", "en": "/en/education/partnerships/samen/"},
}


@pytest.mark.parametrize("kind", PATHS)
def test_every_profile_says_its_name_summary_and_address(
    alfa: Organisation, client: Client, kind: str, language: str
) -> None:
    path = PATHS[kind][language]
    data, text = read(client, path)
    assert data["@context"] == "https://schema.org"
    assert data["url"] == f"{HOST}{path}"
    assert data["name"].startswith({"nl": "Naam", "en": "Name"}[language])
    assert data["name"] in text
    assert data["description"] in text


def test_an_organisation_is_of_its_subtype_with_where_it_is_and_whom_to_call(
    alfa: Organisation, client: Client, language: str
) -> None:
    data, text = read(client, PATHS["organisation"][language])
    assert data["@type"] == "Museum"
    assert data["legalName"] == "Stichting Alfa"
    assert data["legalName"] in text
    assert data["alternateName"] == ["Rijksmuseum"]
    assert data["foundingDate"] == "1820-08-09"
    assert "1820" in text
    assert data["sameAs"] == "https://alfa.example.org"
    (address,) = data["address"]
    assert address == {
        "@type": "PostalAddress",
        "streetAddress": "Darwinweg 2",
        "postalCode": "2333 CR",
        "addressLocality": "Leiden",
    }
    assert "Darwinweg 2, 2333 CR Leiden" in text
    (place,) = data["location"]
    assert place["name"] in text
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 52.169, "longitude": 4.465}
    (contact,) = data["contactPoint"]
    assert contact["contactType"] in text
    assert contact["telephone"] in text
    assert contact["availableLanguage"] == ["nl", "en"]
    assert "dissolutionDate" not in data


def test_an_organisation_names_its_parent_and_its_partnerships_but_none_that_is_hidden(
    alfa: Organisation, client: Client, language: str
) -> None:
    data, text = read(client, PATHS["organisation"][language])
    (parent,) = data["parentOrganization"]
    (partnership,) = data["memberOf"]
    assert parent["name"].endswith("Moeder")
    assert partnership["name"].endswith("Samen")
    assert parent["name"] in text
    assert partnership["url"] == f"{HOST}{PATHS['partnership'][language]}"


def test_a_closed_organisation_has_a_day_on_which_it_stopped(alfa: Organisation, client: Client, language: str) -> None:
    alfa.states = [OrganisationState(state=term(Vocabulary.ORGANISATION_STATE, "closed"), since="2025-12")]
    alfa.save()
    data, text = read(client, PATHS["organisation"][language])
    assert data["dissolutionDate"] == "2025-12"
    assert "december 2025" in text.casefold()


def test_a_facility_is_a_place_that_somebody_runs(alfa: Organisation, client: Client, language: str) -> None:
    data, text = read(client, PATHS["facility"][language])
    assert data["@type"] == ["Place", "Organization"]
    assert data["alternateName"] == "NL"
    assert data["address"]["streetAddress"] in text
    assert data["geo"]["longitude"] == 4.465
    assert data["parentOrganization"]["name"] in text
    assert data["foundingDate"] == "2012"
    assert data["contactPoint"][0]["email"] in text


def test_an_instrument_is_one_product_with_its_maker(alfa: Organisation, client: Client, language: str) -> None:
    data, text = read(client, PATHS["equipment"][language])
    assert data["@type"] == "IndividualProduct"
    assert data["manufacturer"]["name"] in text
    assert data["model"] in text
    properties = {each["name"]: each["value"] for each in data["additionalProperty"]}
    assert all(name in text and value in text for name, value in properties.items())
    assert properties


def test_a_course_has_its_provider_and_its_dates(alfa: Organisation, client: Client, language: str) -> None:
    data, text = read(client, PATHS["course"][language])
    assert data["@type"] == "Course"
    assert data["provider"]["name"] in text
    assert data["teaches"][0] in text
    assert data["coursePrerequisites"] in text
    assert data["about"][0] in text
    assert data["audience"][0]["audienceType"] in text
    assert data["educationalCredentialAwarded"]["name"] in text
    assert data["educationalLevel"]["name"] in text
    assert data["educationalLevel"]["termCode"] in text
    assert data["timeRequired"] == "P1.5D"
    assert {"nl": "1,5 dagen", "en": "1.5 days"}[language] in text
    (run,) = data["hasCourseInstance"]
    assert run["courseMode"] == "onsite"
    assert run["eventStatus"] == "https://schema.org/EventScheduled"
    assert len(run["subEvent"]) == 2
    assert run["subEvent"][0]["startDate"] == run["startDate"]
    assert run["subEvent"][1]["endDate"] == run["endDate"]
    assert run["offers"]["availability"] == "https://schema.org/InStock"
    assert run["offers"]["description"] in text
    assert run["offers"]["url"] == "https://example.org/register"
    assert run["startDate"] < run["endDate"]
    assert str(int(run["startDate"][8:10])) in text
    assert run["location"]["name"] in text
    assert run["maximumAttendeeCapacity"] == 12


def test_a_programme_has_its_level_and_credits(alfa: Organisation, client: Client, language: str) -> None:
    data, text = read(client, PATHS["programme"][language])
    assert data["@type"] == "EducationalOccupationalProgram"
    assert data["provider"]["name"] in text
    assert data["educationalLevel"]["name"] in text
    assert data["educationalLevel"]["termCode"] == "NLQF 6"
    assert "NLQF 6" in text
    assert str(data["numberOfCredits"]) in text
    assert data["timeToComplete"] == "P3Y"
    assert {"nl": "3 jaar", "en": "3 years"}[language] in text
    assert all(career in text for career in data["occupationalCategory"])
    assert data["programPrerequisites"] in text
    assert data["educationalCredentialAwarded"]["name"] in text
    assert [each["name"] for each in data["contributor"]] == [{"nl": "Naam Bedrijf", "en": "Name Bedrijf"}[language]]


def test_an_event_says_when_where_and_by_whom(alfa: Organisation, client: Client, language: str) -> None:
    data, text = read(client, PATHS["event"][language])
    assert data["@type"] == "Event"
    assert data["startDate"] < data["endDate"]
    assert data["startDate"].endswith(("+01:00", "+02:00"))
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in data["location"]] == ["Place", "VirtualLocation"]
    assert data["location"][0]["address"]["streetAddress"] in text
    assert data["organizer"][0]["name"] in text
    assert data["inLanguage"] == ["nl"]


def test_a_partnership_has_its_members_in_their_roles(alfa: Organisation, client: Client, language: str) -> None:
    data, text = read(client, PATHS["partnership"][language])
    assert data["@type"] == "Organization"
    assert data["foundingDate"] == "2020-11-05"
    (member,) = data["member"]
    assert member["member"]["name"] in text
    assert member["roleName"] in text
    assert member["startDate"] == "2020"


def test_an_article_has_its_dates_issuer_and_subjects(
    site: dict[str, SiteTree], alfa: Organisation, client: Client, language: str
) -> None:
    story = NewsStoryFactory(
        parent=site[language][NewsIndexPage], title="Bericht", slug="bericht", date="2024-05-01", issuer=alfa
    )
    story.organisation_rows.create(organisation=alfa)
    story.facility_rows.create(facility=alfa.facilities.get())
    story.save()
    data, text = read(client, story.url)
    assert data["@type"] == "NewsArticle"
    assert data["headline"] in text
    assert data["inLanguage"] == language
    assert data["datePublished"] == "2024-05-01T00:00:00+02:00"
    assert data["publisher"]["name"] in text
    about = {each["@type"]: each["name"] for each in data["about"]}
    assert about["Organization"].endswith("Alfa")
    assert about["Place"].endswith("Lab")
    assert all(name in text for name in about.values())
