"""What the check finds stands in the editor, for who may edit."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from news.models import NewsIndexPage
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

COOKIES = "Deze website maakt gebruik van cookies."


def test_the_editor_of_a_page_is_told_of_its_draft(admin_client: Client, site: dict[str, SiteTree]) -> None:
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    story.lead = COOKIES
    story.save_revision()
    page = admin_client.get(f"/cms/pages/{story.pk}/edit/").text
    address = f"/cms/findings/news.newsstory/{story.pk}/"
    assert f'data-findings="{address}"' in page
    told = admin_client.get(address).text
    assert 'data-finding-path="lead"' in told
    assert "cookies" in told


def test_the_editor_of_a_record_is_told_too(admin_client: Client) -> None:
    organisation = OrganisationFactory(summary_nl=COOKIES)
    assert "cookies" in admin_client.get(f"/cms/findings/organisations.organisation/{organisation.pk}/").text


@pytest.mark.parametrize("path", ["news.newsstory/999999", "auth.user/1", "no.such/1", "nothing/1"])
def test_what_is_not_checked_is_not_found(admin_client: Client, path: str) -> None:
    assert admin_client.get(f"/cms/findings/{path}/").status_code == 404


def test_nobody_else_is_told(client: Client, site: dict[str, SiteTree]) -> None:
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], live=False)
    address = f"/cms/findings/news.newsstory/{story.pk}/"
    assert client.get(address).status_code == 302
    client.force_login(User.objects.create_user("reader"))
    assert client.get(address).status_code == 302
