"""An empty list says what there would be without one of the things that were asked."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisations.models import Organisation, OrganisationIndexPage
from parkportal.core.listing import Listing, make_listing
from parkportal.core.models import Vocabulary
from parkportal.core.sorting import RECORD_SORTS
from tests.factories.core import term
from tests.factories.education import CourseFactory, CourseRunFactory
from tests.factories.organisations import FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db
MOST_QUERIES = 14


@pytest.fixture
def vaccines() -> None:
    for name in ("Alfa", "Élan", "Echo"):
        OrganisationFactory(name_nl=name, sector=term(Vocabulary.SECTOR, "vaccines"))
    OrganisationFactory(name_nl="Ruimte", sector=term(Vocabulary.SECTOR, "space"))


def ways(query: str) -> dict[str, int]:
    """What a query string is led on to, with how much is found there, as the list itself says it."""
    found = [make(way.url.removeprefix("?")) for way in make(query).ways_on]
    assert [each.total for each in found] == [way.total for way in make(query).ways_on]
    return {way.url: way.total for way in make(query).ways_on}


def make(query: str) -> Listing:
    return make_listing(
        Organisation.objects.visible().in_order(),
        QueryDict(query),
        facets=OrganisationIndexPage.facets,
        sorts=RECORD_SORTS,
    )


@pytest.mark.parametrize(
    ("query", "led_to"),
    [
        ("sector=vaccines&type=startup", {"?sector=vaccines": 3}),
        ("sector=vaccines&q=ruimte", {"?q=ruimte": 1, "?sector=vaccines": 3}),
        ("sector=vaccines&sector=diagnostics&q=ruimte", {"?q=ruimte": 1, "?sector=vaccines&sector=diagnostics": 3}),
        ("sector=space&letter=e", {"?letter=e": 2, "?sector=space": 1}),
        ("sector=vaccines&state=closed", {"?sector=vaccines": 3}),
        ("sector=space&type=startup&letter=z", {}),
        ("sector=vaccines", {}),
    ],
)
def test_each_way_on_tells_what_is_there(vaccines: None, query: str, led_to: dict[str, int]) -> None:
    assert ways(query) == led_to


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("/nl/organisaties/?sector=space&type=startup", ("?sector=space", "Zonder ‘Start-up’", "1 resultaat")),
        ("/en/organisations/?sector=vaccines&q=ruimte", ("?sector=vaccines", "Without “ruimte”", "3 results")),
        ("/nl/faciliteiten/?q=lab&technique=cryo-em", ("?q=lab", "Zonder", "1 resultaat")),
        ("/en/events/?q=nowhere&language=nl", ("?language=nl", "Without “nowhere”", "1 result")),
        ("/nl/agenda/?kind=event&language=nl", ("?language=nl", "Zonder ‘Evenementen’", "1 resultaat")),
        ("/nl/kaart/?sector=space&type=startup", ("?sector=space", "Zonder ‘Start-up’", "1 resultaat")),
    ],
)
def test_every_list_links_the_ways_on_within_its_queries(
    vaccines: None, site: dict[str, SiteTree], client: Client, path: str, shown: tuple[str, ...]
) -> None:
    FacilityFactory(name_nl="Lab")
    CourseRunFactory(course=CourseFactory(), language="nl")
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        html = client.get(path).content.decode()
    ways_on = html.split('class="empty-state__looser"')[1].split("</ul>")[0]
    assert all(each in ways_on for each in shown), ways_on
    assert len(captured) <= MOST_QUERIES
