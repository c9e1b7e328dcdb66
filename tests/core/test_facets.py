import pytest
from django.http import QueryDict

from organisations.models import Organisation, OrganisationIndexPage
from parkportal.core.errors import NothingHere
from parkportal.core.listing import Listing, make_listing
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.organisations import OrganisationFactory

pytestmark = pytest.mark.django_db


def ask(query: str) -> Listing:
    return make_listing(
        Organisation.objects.visible().in_order(), QueryDict(query), facets=OrganisationIndexPage.facets
    )


def names(listing: Listing) -> list[str]:
    return [str(record) for record in listing.page_obj]


@pytest.fixture
def three_organisations() -> None:
    space, vaccines = term(Vocabulary.SECTOR, "space"), term(Vocabulary.SECTOR, "vaccines")
    startup = term(Vocabulary.ORGANISATION_TYPE, "startup")
    OrganisationFactory(name_nl="Alfa", sector=space)
    OrganisationFactory(name_nl="Bravo", sector=vaccines)
    OrganisationFactory(name_nl="Charlie", sector=vaccines, organisation_type=startup)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Alfa", "Bravo", "Charlie"]),
        ("sector=vaccines", ["Bravo", "Charlie"]),
        ("sector=vaccines&sector=space", ["Alfa", "Bravo", "Charlie"]),
        ("sector=vaccines&type=startup", ["Charlie"]),
        ("q=rav", ["Bravo"]),
        ("q=nothing-like-it", []),
    ],
)
def test_values_of_a_facet_add_up_and_facets_narrow_down(
    three_organisations: None, query: str, found: list[str]
) -> None:
    assert names(ask(query)) == found


def test_counts_say_what_each_choice_would_leave(three_organisations: None) -> None:
    listing = ask("type=startup")
    counts = {(facet.parameter, choice.value): choice.count for facet in listing.facets for choice in facet.choices}
    assert counts["sector", "vaccines"] == 1
    assert ("sector", "space") not in counts
    assert counts["type", "company"] == 2


def test_an_unknown_value_is_named_and_left_out(three_organisations: None) -> None:
    listing = ask("sector=astrology&type=startup")
    assert names(listing) == ["Charlie"]
    assert "astrology" in listing.notices[0]


def test_a_chip_takes_away_its_filter_only(three_organisations: None) -> None:
    chips = ask("q=a&sector=vaccines&type=startup&page=1").chips
    assert {chip.remove_url for chip in chips} == {
        "?sector=vaccines&type=startup",
        "?q=a&sector=vaccines",
        "?q=a&type=startup",
    }


@pytest.mark.parametrize("page", ["0", "2", "-1", "x", "9" * 5000, "²"])
def test_a_page_that_is_not_there_is_not_found(three_organisations: None, page: str) -> None:
    with pytest.raises(NothingHere):
        ask(f"page={page}")
