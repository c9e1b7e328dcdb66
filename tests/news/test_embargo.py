import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from news.models import Article, ArticleOrganisation, NewsIndexPage, PressRelease
from news.sections import articles_about
from parkportal.core.visibility import is_visible
from tests.factories.news import PressReleaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree
from tests.factories.staff import as_role
from tests.forms import form_data

HOUR = datetime.timedelta(hours=1)
SECRET = "A secret until tomorrow"


@pytest.fixture
def release(site: dict[str, SiteTree]) -> PressRelease:
    return PressReleaseFactory(
        parent=site["nl"][NewsIndexPage],
        title=SECRET,
        slug="secret",
        live=False,
        embargo_until=timezone.now() + HOUR,
    )


@pytest.mark.parametrize(
    "path",
    [
        "/nl/nieuws/",
        "/nl/nieuws/feed/",
        "/nl/nieuws/feed/atom/",
        "/nl/nieuws/feed/json/",
        "/nl/pers/",
        "/nl/",
    ],
)
def test_a_published_release_under_embargo_is_in_no_list(client: Client, release: PressRelease, path: str) -> None:
    release.save_revision().publish()
    response = client.get(path)
    assert response.status_code == 200
    assert SECRET not in response.content.decode()


def test_a_release_under_embargo_has_no_page(client: Client, release: PressRelease) -> None:
    release.save_revision().publish()
    assert client.get("/nl/nieuws/secret/").status_code == 404


def test_a_release_under_embargo_is_in_no_section(release: PressRelease) -> None:
    organisation = OrganisationFactory()
    release.organisation_rows.add(ArticleOrganisation(organisation=organisation))
    release.save_revision().publish()
    assert not articles_about(ArticleOrganisation, "organisation", organisation)


def test_publishing_under_embargo_does_not_make_live(release: PressRelease) -> None:
    release.save_revision().publish()
    release.refresh_from_db()
    assert not release.live
    assert release.go_live_at == release.embargo_until


def test_a_revision_that_was_never_cleaned_keeps_the_embargo(release: PressRelease) -> None:
    release.go_live_at = None
    release.save_revision(clean=False).publish()
    release.refresh_from_db()
    assert not release.live


def test_a_release_that_is_live_is_still_hidden_by_its_embargo(client: Client, site: dict[str, SiteTree]) -> None:
    release = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage], slug="live", live=True, embargo_until=timezone.now() + HOUR
    )
    assert not Article.objects.visible().exists()
    assert not is_visible(release)
    assert client.get("/nl/nieuws/live/").status_code == 404


def test_an_embargo_alone_hides_even_without_a_date_of_going_live(release: PressRelease) -> None:
    PressRelease.objects.filter(pk=release.pk).update(live=True, go_live_at=None)
    assert not Article.objects.visible().exists()
    assert not PressRelease.objects.visible().exists()


def test_after_the_embargo_the_planned_release_appears(client: Client, release: PressRelease) -> None:
    release.save_revision().publish()
    with time_machine.travel(timezone.now() + 2 * HOUR):
        call_command("publish_due")
        assert client.get("/nl/nieuws/secret/").status_code == 200
        assert SECRET in client.get("/nl/nieuws/").content.decode()


def test_a_lifted_embargo_is_lifted_though_a_draft_was_saved_while_the_form_stood_open(
    client: Client, release: PressRelease
) -> None:
    release.save_revision()
    staff = as_role("Press officers")
    edit = reverse("wagtailadmin_pages:edit", args=[release.pk])
    opened = form_data(staff.get(edit))
    assert opened["go_live_at"]
    lifted = opened | {"embargo_until": ""}
    staff.post(edit, lifted)
    staff.post(edit, lifted | {"action-publish": "action-publish"})
    assert client.get("/nl/nieuws/secret/").status_code == 200


def test_a_release_with_a_translation_can_be_planned_again(release: PressRelease, site: dict[str, SiteTree]) -> None:
    release.save_revision().publish()
    release.copy_for_translation(site["en"][NewsIndexPage].locale)
    release.refresh_from_db()
    release.embargo_until = timezone.now() + 3 * HOUR
    release.save_revision().publish()
    release.refresh_from_db()
    assert release.go_live_at == release.embargo_until
    assert not release.live
