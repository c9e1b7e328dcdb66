"""A page that gets another address takes along what visitors have bookmarked below it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from education.models import CalendarPage
from organisations.models import OrganisationIndexPage
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

type Rename = Callable[[Any, str], None]


@pytest.fixture
def rename(django_capture_on_commit_callbacks: Any) -> Rename:
    """Gives a page another address, as staff do."""

    def rename(page: Any, slug: str) -> None:
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

    return rename


@pytest.mark.parametrize("rest", ["", "huis/", "feed/", "feed/atom/", "?sector=vaccines", "feed/?sector=vaccines"])
def test_old_addresses_below_a_renamed_list_lead_to_the_new_ones(
    site: dict[str, SiteTree], client: Client, rename: Rename, rest: str
) -> None:
    OrganisationFactory(slug_nl="huis")
    rename(site["nl"][OrganisationIndexPage], "bedrijven")
    answer = client.get(f"/nl/organisaties/{rest}")
    assert (answer.status_code, answer["Location"]) == (301, f"/nl/bedrijven/{rest}")
    assert client.get(answer["Location"]).status_code == 200


def test_a_calendar_somebody_subscribes_to_goes_along(
    site: dict[str, SiteTree], client: Client, rename: Rename
) -> None:
    rename(site["nl"][CalendarPage], "kalender")
    assert client.get("/nl/agenda/ics/")["Location"] == "/nl/kalender/ics/"


def test_nothing_leads_to_what_is_hidden_or_was_never_there(
    site: dict[str, SiteTree], client: Client, rename: Rename
) -> None:
    OrganisationFactory(slug_nl="geheim", live=False)
    index = site["nl"][OrganisationIndexPage]
    rename(index, "bedrijven")
    missing = ["/nl/organisaties/geheim/", "/nl/organisaties/nooit/", "/nl/organisaties/huis/kamer/", "/nl/nooit/"]
    assert {path: client.get(path).status_code for path in missing} == dict.fromkeys(missing, 404)
    OrganisationFactory(slug_nl="huis")
    index.unpublish()
    assert client.get("/nl/organisaties/huis/").status_code == 404
