"""Sorting, letters and pages of a list."""

import pytest
from django.http import QueryDict
from django.test import Client

from organisations.models import Facility, FacilityIndexPage, Organisation, OrganisationIndexPage
from parkportal.core.listing import Listing, make_listing
from parkportal.core.models import Vocabulary
from parkportal.core.sorting import RECORD_SORTS
from tests.factories.core import term
from tests.factories.education import InternshipFactory
from tests.factories.organisations import BuildingFactory, EquipmentFactory, FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db


def ask(query: str, page_size: int = 30) -> Listing:
    return make_listing(
        Organisation.objects.visible().in_order(),
        QueryDict(query.removeprefix("?")),
        facets=OrganisationIndexPage.facets,
        sorts=RECORD_SORTS,
        page_size=page_size,
    )


def ask_facilities(query: str) -> Listing:
    return make_listing(Facility.objects.visible().in_order(), QueryDict(query), facets=FacilityIndexPage.facets)


def names(listing: Listing) -> list[str]:
    return [str(record) for record in listing.page_obj]


def counts(listing: Listing, parameter: str) -> dict[str, int]:
    facet = next(facet for facet in listing.facets if facet.parameter == parameter)
    return {choice.value: choice.count for choice in facet.choices}


@pytest.fixture
def organisations() -> None:
    for name, confirmed in (("étoile", "2026-01-01"), ("Beta", None), ("3D Labs", "2026-05-01"), ("alfa", None)):
        OrganisationFactory(name_nl=name, confirmed_on=confirmed)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("sort=name", ["3D Labs", "alfa", "Beta", "étoile"]),
        ("sort=newest", ["alfa", "3D Labs", "Beta", "étoile"]),
        ("sort=confirmed", ["3D Labs", "étoile", "alfa", "Beta"]),
        ("letter=e", ["étoile"]),
        ("letter=0-9", ["3D Labs"]),
        ("letter=z", []),
    ],
)
def test_a_list_has_orders_and_letters(organisations: None, query: str, found: list[str]) -> None:
    assert names(ask(query)) == found


def test_the_alphabet_links_the_letters_that_are_there(organisations: None) -> None:
    linked = {each.letter: each.url for each in ask("size=11-50&sort=newest").letters if each.url}
    assert linked == {}
    linked = {each.letter: each.url for each in ask("sort=newest").letters if each.url}
    assert linked == {letter: f"?sort=newest&letter={letter.lower()}" for letter in ("A", "B", "E", "0-9")}


@pytest.mark.parametrize("query", ["sort=colour", "letter=alpha", "letter=%C3%9F"])
def test_an_unknown_order_or_letter_is_said_and_ignored(organisations: None, query: str) -> None:
    listing = ask(query)
    assert len(names(listing)) == 4
    assert len(listing.notices) == 1


@pytest.mark.parametrize("sort", ["name", "newest", "confirmed"])
def test_links_lead_through_all_pages_and_back(organisations: None, sort: str) -> None:
    whole = names(ask(f"sort={sort}"))
    listing = ask(f"sort={sort}", page_size=1)
    forward = names(listing)
    while listing.page_obj.next_query:
        listing = ask(listing.page_obj.next_query, page_size=1)
        forward += names(listing)
    backward = names(listing)
    while listing.page_obj.previous_query:
        listing = ask(listing.page_obj.previous_query, page_size=1)
        backward += names(listing)
    assert forward == whole
    assert backward == whole[::-1]


@pytest.mark.parametrize("anchor", ["after=gone", "before=gone", ""])
def test_a_page_is_found_by_its_number_when_its_neighbour_has_gone(organisations: None, anchor: str) -> None:
    assert names(ask(f"page=2&{anchor}", page_size=3)) == ["étoile"]


def test_what_is_gone_is_left_out_until_it_is_asked_for() -> None:
    OrganisationFactory(name_nl="Hier")
    gone = OrganisationFactory(name_nl="Weg")
    gone.states.create(state=term(Vocabulary.ORGANISATION_STATE, "active"), since="1999")
    gone.states.create(state=term(Vocabulary.ORGANISATION_STATE, "closed"), since="2020-03")
    gone.save()
    assert names(ask("")) == ["Hier"]
    assert counts(ask(""), "state") == {"closed": 1}
    assert counts(ask(""), "type") == {"company": 1}
    assert names(ask("state=closed")) == ["Weg"]
    assert names(ask("q=weg")) == ["Weg"]


def test_a_state_to_come_does_not_hold_yet() -> None:
    moving = OrganisationFactory(name_nl="Blijft nog")
    moving.states.create(state=term(Vocabulary.ORGANISATION_STATE, "active"), since="1999")
    moving.states.create(state=term(Vocabulary.ORGANISATION_STATE, "closed"), since="2999")
    moving.save()
    assert names(ask("")) == ["Blijft nog"]
    assert counts(ask(""), "state") == {"active": 1}


def test_a_former_address_is_no_building_of_today() -> None:
    tenant, old, new = OrganisationFactory(), BuildingFactory(slug_nl="oud"), BuildingFactory(slug_nl="nieuw")
    tenant.locations.create(building=old, until="2020")
    tenant.locations.create(building=new, since="2020")
    tenant.save()
    assert counts(ask(""), "building") == {"nieuw": 1}
    assert names(ask("building=oud")) == []


def test_a_standard_and_its_status_must_belong_together() -> None:
    gmp, iso = term(Vocabulary.STANDARD, "gmp"), term(Vocabulary.STANDARD, "iso-9001")
    works, licensed = (
        term(Vocabulary.STANDARD_STATUS, "works-in-line-with"),
        term(Vocabulary.STANDARD_STATUS, "licensed"),
    )
    lab = FacilityFactory(name_nl="Lab")
    lab.standards.create(standard=gmp, status=works)
    lab.standards.create(standard=iso, status=licensed)
    lab.save()
    assert names(ask_facilities("standard=gmp&status=works-in-line-with")) == ["Lab"]
    assert names(ask_facilities("standard=gmp&status=licensed")) == []
    assert counts(ask_facilities("standard=gmp"), "status") == {"works-in-line-with": 1}


def test_a_facility_with_two_instruments_counts_once() -> None:
    lab = FacilityFactory(name_nl="Lab")
    lab.techniques = [term(Vocabulary.TECHNIQUE, "cryo-em")]
    lab.save()
    for _ in range(2):
        EquipmentFactory(facility=lab)
    listing = ask_facilities("")
    assert counts(listing, "technique") == {"cryo-em": 1}
    assert list(counts(listing, "equipment").values()) == [1, 1]
    assert list(counts(listing, "operator").values()) == [1]


def test_yes_is_a_filter_too() -> None:
    OrganisationFactory(name_nl="Zonder")
    host = InternshipFactory(organisation__name_nl="Met").organisation
    FacilityFactory(operator=host, live=False)
    assert names(ask("internships=yes")) == ["Met"]
    assert names(ask("facility=yes")) == []
    FacilityFactory(operator=host)
    assert names(ask("facility=yes&internships=yes")) == ["Met"]
    for query in ("", "facility=yes"):
        assert counts(ask(query), "facility") == {"yes": 1}
    assert ask("facility=yes").chips[0].label == str(OrganisationIndexPage.facets[-1].label)


def test_the_other_language_keeps_the_question(site: dict[str, SiteTree], client: Client) -> None:
    page = client.get("/nl/organisaties/?sector=vaccines&sort=newest&page=1").content.decode()
    assert 'href="/en/organisations/?sector=vaccines&amp;sort=newest"' in page
