import pytest
from django.test import Client

from tests.factories.site import SiteTree


@pytest.mark.parametrize("path", ["/nl/", "/en/organisations/", "/nl/zoeken/"])
@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
def test_public_pages_are_only_read(site: dict[str, SiteTree], path: str, method: str) -> None:
    assert getattr(Client(enforce_csrf_checks=path != "/nl/zoeken/"), method)(path).status_code == 405


def test_feeds_name_the_sites_own_host_whatever_was_asked(site: dict[str, SiteTree], client: Client) -> None:
    for path in ("/nl/nieuws/feed/", "/nl/nieuws/feed/atom/", "/nl/nieuws/feed/json/"):
        text = client.get(path, headers={"host": "elsewhere.example"}).content.decode()
        assert "elsewhere" not in text
        assert "http://testserver/nl/nieuws/" in text
