"""The press room, and the images that the press may find."""

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from news.models import ImageLibraryPage, NewsIndexPage, PressImage, PressRelease, PressRoomPage
from organisations.models.organisation import OrganisationContact
from parkportal.core.models import ParkImage
from tests.factories.core import ImageFactory
from tests.factories.news import PressReleaseFactory
from tests.factories.organisations import OrganisationFactory, RoleFactory
from tests.factories.site import SiteTree

DAY = datetime.timedelta(days=1)
LIBRARY = "/nl/pers/beeldbank/"


def library(client: Client, query: str = "") -> list[ParkImage]:
    return [entry["picture"].image for entry in client.get(f"{LIBRARY}{query}").context["entries"]]


def release_with(image: ParkImage, site: dict[str, SiteTree], **fields: object) -> PressRelease:
    release: PressRelease = PressReleaseFactory(parent=site["nl"][NewsIndexPage], picture=image, **fields)
    return release


def test_the_press_room_says_whom_to_call_when_and_in_which_language(client: Client, site: dict[str, SiteTree]) -> None:
    park = OrganisationFactory(name_nl="Park", boilerplate_nl="Het park in het kort.", boilerplate_en="The park.")
    contact = {"role_nl": "Persvoorlichting", "phone": "+31 71 000 01 02", "hours_nl": "Werkdagen 9–17 uur"}
    park.contacts = [OrganisationContact(purpose="press", languages="nl, en", **contact)]
    park.save()
    RoleFactory(is_spokesperson=True, organisation=park, phone="+31 71 000 01 99", hours_nl="Ook in het weekend")
    page = site["nl"][PressRoomPage]
    page.organisation, page.embargo_rules = park, "<p>Publiceer niets voor het uur.</p>"
    page.save()
    html = client.get("/nl/pers/").content.decode()
    for part in (
        "Persvoorlichting",
        "+31 71 000 01 02",
        "Werkdagen 9–17 uur",
        "Nederlands, Engels",
        "+31 71 000 01 99",
        "Ook in het weekend",
        'data-copy="Het park in het kort."',
        'data-copy="The park."',
        "Publiceer niets voor het uur.",
        'href="/nl/pers/cijfers/"',
        f'href="{LIBRARY}"',
    ):
        assert part in html


def test_the_press_room_leads_to_no_page_that_is_not_public(client: Client, site: dict[str, SiteTree]) -> None:
    site["nl"][ImageLibraryPage].unpublish()
    assert f'href="{LIBRARY}"' not in client.get("/nl/pers/").content.decode()


def test_the_library_holds_the_images_of_public_releases_and_those_released(
    client: Client, site: dict[str, SiteTree]
) -> None:
    shown, released, _other = ImageFactory(), ImageFactory(for_press=True), ImageFactory()
    release_with(shown, site, title="Het bericht", slug="het-bericht")
    assert library(client) == [released, shown]
    html = client.get(LIBRARY).content.decode()
    for part in ("/nl/nieuws/het-bericht/", "640 × 400 pixels", "CC BY 4.0", "Somebody"):
        assert part in html


@pytest.mark.parametrize(
    "state",
    [{"live": False}, {"embargo_until": timezone.now() + 400 * DAY}, {"expire_at": timezone.now() - DAY}],
    ids=lambda state: next(iter(state)),
)
def test_the_library_holds_no_image_of_a_hidden_release(
    client: Client, site: dict[str, SiteTree], state: dict[str, object]
) -> None:
    release = release_with(ImageFactory(), site)
    PressRelease.objects.filter(pk=release.pk).update(**state)
    assert library(client) == []


def test_a_released_image_waits_for_the_embargo_that_it_is_under(client: Client, site: dict[str, SiteTree]) -> None:
    image = ImageFactory(for_press=True)
    release_with(image, site, embargo_until=timezone.now() + DAY)
    assert library(client) == []
    release_with(image, site)
    assert library(client) == [image]


def test_an_image_that_only_a_draft_shows_is_not_in_the_library(client: Client, site: dict[str, SiteTree]) -> None:
    release = release_with(ImageFactory(), site)
    drafted = ImageFactory()
    release.picture = drafted
    revision = release.save_revision()
    assert drafted not in library(client)
    revision.publish()
    assert library(client) == [drafted]
    assert PressImage.objects.count() == 1


def test_the_library_is_searched_and_filtered(client: Client, db: None) -> None:
    bridge = ImageFactory(caption_nl="Een brug bij nacht", for_press=True)
    ImageFactory(caption_nl="Een brug overdag", licence="editorial-with-credit", for_press=True)
    assert library(client, "?q=nacht+brug") == [bridge]
    assert library(client, "?licence=cc-by-4.0") == [bridge]
    assert library(client, "?q=tunnel") == []


def test_the_library_as_a_file_holds_the_terms(client: Client, db: None) -> None:
    image = ImageFactory(for_press=True, caption_en="A bridge")
    (item,) = client.get("/en/press/images/?format=json").json()["items"]
    assert item["caption"] == "A bridge"
    assert item["terms"].startswith("Use and change it")
    assert item["url"].endswith(f"/en/press/images/#image-{image.pk}")
