"""Staff may type any sign into a search of the admin, on every database."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db
SEARCHES = ("pages/search", "choose-page/search", "images", "documents")
TEXTS = ['"', '"lab', 'la"b', '"lab" "zaal"', '"a*b(" c', "'", "NEAR(", "*", "%s", "\\", "-"]


@pytest.fixture
def client(site: dict[str, SiteTree]) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("beheer"))
    return client


@pytest.mark.parametrize("search", SEARCHES)
def test_signs_with_a_meaning_for_databases_are_just_signs(client: Client, search: str) -> None:
    assert {text: client.get(f"/cms/{search}/", {"q": text}).status_code for text in TEXTS} == dict.fromkeys(TEXTS, 200)
