import pytest
from django.test import Client

from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

ADDRESSES = [
    ("/nl/organisaties/oud/", "/nl/organisaties/nieuw/"),
    ("/en/organisations/oud/", "/en/organisations/nieuw/"),
]


@pytest.mark.parametrize(("old", "new"), ADDRESSES)
def test_an_old_address_leads_to_the_new_one_and_keeps_the_query(
    site: dict[str, SiteTree], client: Client, old: str, new: str
) -> None:
    organisation = OrganisationFactory(slug_nl="oud")
    organisation.slug_nl = "nieuw"
    organisation.save_revision().publish()
    answer = client.get(f"{old}?ref=1")
    assert (answer.status_code, answer["Location"]) == (301, f"{new}?ref=1")
    assert client.get(new).status_code == 200


def test_an_address_of_its_own_is_remembered_in_its_language_only(site: dict[str, SiteTree], client: Client) -> None:
    organisation = OrganisationFactory(slug_nl="huis", slug_en="house")
    organisation.slug_en = "home"
    organisation.save()
    assert client.get("/en/organisations/house/")["Location"] == "/en/organisations/home/"
    assert client.get("/nl/organisaties/house/").status_code == 404


def test_the_old_address_of_a_hidden_organisation_tells_nothing(site: dict[str, SiteTree], client: Client) -> None:
    organisation = OrganisationFactory(slug_nl="oud")
    organisation.slug_nl = "geheim"
    organisation.save()
    organisation.unpublish()
    assert client.get("/nl/organisaties/oud/").status_code == 404


def test_a_new_record_may_take_an_old_address(site: dict[str, SiteTree], client: Client) -> None:
    first = OrganisationFactory(slug_nl="oud")
    first.slug_nl = "nieuw"
    first.save()
    OrganisationFactory(slug_nl="oud", name_nl="Erfgenaam")
    assert "Erfgenaam" in client.get("/nl/organisaties/oud/").content.decode()
