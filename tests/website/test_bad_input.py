"""Whatever stands in the query string, the answer is a page and never a 500."""

from urllib.parse import quote_from_bytes

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

LISTS = [
    "/nl/organisaties/",
    "/en/organisations/",
    "/nl/faciliteiten/",
    "/nl/apparatuur/",
    "/en/organisations/feed/atom/",
    "/en/education/courses/",
    "/nl/onderwijs/opleidingen/",
    "/nl/onderwijs/samenwerkingen/",
    "/nl/onderwijs/stages/",
    "/nl/nieuws/",
    "/en/news/",
    "/nl/agenda/",
    "/en/press/",
    "/nl/gebouwen/",
    "/nl/kaart/",
    "/en/map/facilities/",
    "/nl/netwerk/",
    "/nl/zoeken/",
    "/en/",
    "/api/v1/organisations",
    "/api/v1/equipment",
]
PARAMETERS = [
    "q", "page", "format", "type", "sector", "phase", "building", "kind", "technique", "standard", "access",
    "level", "mode", "audience", "topic", "year", "month", "limit", "offset", "state", "facility", "manufacturer",
    "tie", "from", "on", "town", "sort", "letter", "after", "before", "equipment", "operator", "status", "size",
]  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=40).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.binary(max_size=20),
    st.integers().map(lambda number: str(number).encode()),
    st.sampled_from([b"\0", b"%", b"'", b'"', b"2016-02", b"9" * 400, b"-1", b"1e9", b"\xff", b"atom"]),
    st.sampled_from([b"csv", b"json", b"xlsx", b"geojson", b"uniquip"]),
)
QUERIES = st.lists(st.tuples(st.sampled_from(PARAMETERS), VALUES), max_size=4)


@pytest.mark.django_db
@pytest.mark.parametrize("path", LISTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=QUERIES)
def test_no_query_string_breaks_a_page(site: dict[str, SiteTree], path: str, query: list[tuple[str, bytes]]) -> None:
    client = Client(raise_request_exception=True)
    raw = "&".join(f"{name}={quote_from_bytes(value)}" for name, value in query)
    assert client.get(f"{path}?{raw}").status_code in (200, 400, 404, 422)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/nl/organisaties/?q=%00", "niet"),
        ("/en/organisations/?q=%ff", "characters"),
        ("/en/organisations/?format=exe", "exe"),
        ("/nl/nieuws/?format=geojson", "csv, xlsx, json"),
    ],
)
def test_what_can_not_be_understood_is_a_400_that_says_why(
    site: dict[str, SiteTree], client: Client, path: str, words: str
) -> None:
    response = client.get(path)
    assert response.status_code == 400
    assert words in response.content.decode()


def test_a_page_past_the_end_is_a_404_in_the_visitors_language(site: dict[str, SiteTree], client: Client) -> None:
    for path, words in (("/nl/organisaties/", "geen pagina"), ("/en/organisations/", "no page")):
        response = client.get(f"{path}?page=99")
        assert response.status_code == 404
        assert words in response.content.decode()


def test_an_unknown_filter_value_is_named_and_the_list_is_shown_without_it(
    site: dict[str, SiteTree], client: Client
) -> None:
    OrganisationFactory(name_nl="Alfa")
    response = client.get("/nl/organisaties/?sector=astrologie")
    assert response.status_code == 200
    assert "astrologie" in response.content.decode()
    assert "Alfa" in response.content.decode()
