import pytest
from django.test import Client

from news.models import NewsIndexPage
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree


def found(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("query", ["cryo-EM", "cryo em", "CRYO", "elektronen"])
def test_a_facility_is_found_by_part_of_a_word_with_or_without_a_hyphen(
    site: dict[str, SiteTree], client: Client, query: str
) -> None:
    FacilityFactory(name_nl="NeCEN", summary_nl="Cryo-EM met elektronenmicroscopen", summary_en="Cryo EM")
    assert "NeCEN" in found(client, f"/nl/zoeken/?q={query}")
    assert "NeCEN" in found(client, f"/en/search/?q={query}")


def test_a_query_in_one_language_finds_the_record_in_the_other(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Alfa", summary_nl="Maakt vaccins", summary_en="Makes vaccines")
    assert "Alfa" in found(client, "/nl/zoeken/?q=vaccines")
    assert "Alfa" in found(client, "/en/search/?q=vaccins")


def test_a_former_name_finds_the_organisation(site: dict[str, SiteTree], client: Client) -> None:
    organisation = OrganisationFactory(name_nl="Janssen Vaccines")
    organisation.names.create(name="Crucell", kind="former", until="2011")
    organisation.save()
    assert "Janssen Vaccines" in found(client, "/nl/zoeken/?q=crucell")


def test_articles_are_found_in_their_own_language(site: dict[str, SiteTree], client: Client) -> None:
    NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Investeringen blijven nodig", slug="bericht")
    assert "Investeringen blijven" in found(client, "/nl/zoeken/?q=invest")
    assert "Investeringen blijven" not in found(client, "/en/search/?q=invest")


@pytest.mark.parametrize("query", ['"', 'a"b', 'x OR "', "*", "%", "_", "-", "NEAR(", "'", "\\"])
def test_signs_with_a_meaning_for_databases_are_just_signs(
    site: dict[str, SiteTree], client: Client, query: str
) -> None:
    assert client.get("/nl/zoeken/", {"q": query}).status_code == 200
    assert client.get("/en/organisations/", {"q": query}).status_code == 200
