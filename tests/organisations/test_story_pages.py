"""A record and its story share one address."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from organisations.models import OrganisationIndexPage, OrganisationPage
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

ADDRESS = "/nl/organisaties/alfa/"


@pytest.fixture
def story(site: dict[str, SiteTree]) -> OrganisationPage:
    organisation = OrganisationFactory(name_nl="Alfa", slug_nl="alfa", summary_nl="Feiten over Alfa.")
    page = OrganisationPage(title="Alfa", lead="Het verhaal van Alfa.", organisation=organisation)
    page.locale = site["nl"].home.locale
    return site["nl"][OrganisationIndexPage].add_child(instance=page)


def test_the_story_is_served_at_the_records_address_with_its_facts(story: OrganisationPage, client: Client) -> None:
    html = client.get(ADDRESS).content.decode()
    assert story.url == ADDRESS
    assert "Het verhaal van Alfa." in html
    assert "Feiten over Alfa." in html


def test_without_its_story_the_address_still_answers(story: OrganisationPage, client: Client) -> None:
    story.unpublish()
    html = client.get(ADDRESS).content.decode()
    assert "Het verhaal van Alfa." not in html
    assert "Feiten over Alfa." in html


def test_the_other_language_leads_to_the_record_though_it_has_no_story(story: OrganisationPage, client: Client) -> None:
    assert 'href="/en/organisations/alfa/"' in client.get(ADDRESS).content.decode()
    assert client.get("/en/organisations/alfa/").status_code == 200


def test_a_record_has_one_story_in_a_language(story: OrganisationPage) -> None:
    second = OrganisationPage(title="Nog een", organisation=story.organisation, locale=story.locale)
    with pytest.raises(ValidationError):
        story.get_parent().add_child(instance=second)
