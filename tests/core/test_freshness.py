"""No cache keeps a page past the moment at which the clock changes what the public may see."""

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from news.models import NewsIndexPage
from parkportal.core.publishing.due import publish_due
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

SECOND = datetime.timedelta(seconds=1)


@pytest.fixture(autouse=True)
def caches(settings: Any) -> None:
    """A site that lets caches keep pages."""
    settings.CACHE_FRESH, settings.CACHE_STALE_WHILE_REVALIDATE = 60, 600


def kept(client: Client, path: str) -> tuple[int, int]:
    header = client.get(path)["Cache-Control"]
    return tuple(
        int(re.search(rf"(?<![a-z-]){name}=(\d+)", header)[1]) for name in ("s-maxage", "stale-while-revalidate")
    )


@pytest.mark.parametrize("path", ["/nl/", "/en/news/", "/nl/nieuws/planned/", "/nl/nieuws/feed/", "/sitemap.xml"])
@pytest.mark.parametrize(("left", "expected"), [(30, (30, 0)), (200, (60, 140)), (5000, (60, 600)), (0.4, (0, 0))])
def test_a_page_or_its_absence_is_kept_until_the_embargo_ends_at_most(
    site: dict[str, SiteTree], client: Client, path: str, left: float, expected: tuple[int, int]
) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        moment = timezone.now() + left * SECOND
        release = PressReleaseFactory(
            parent=site["nl"][NewsIndexPage], slug="planned", live=False, embargo_until=moment
        )
        release.save_revision().publish()
        assert kept(client, path) == expected


def test_while_something_is_late_pages_are_kept_for_a_second(site: dict[str, SiteTree], client: Client) -> None:
    release = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage], live=False, embargo_until=timezone.now() + 30 * SECOND
    )
    release.save_revision().publish()
    with time_machine.travel(timezone.now() + 40 * SECOND):
        cache.clear()
        assert kept(client, "/nl/nieuws/") == (1, 0)
        publish_due()
        assert kept(client, "/nl/nieuws/") == (60, 600)


def test_what_expires_counts_too(site: dict[str, SiteTree], client: Client) -> None:
    with time_machine.travel(timezone.now(), tick=False):
        OrganisationFactory(expire_at=timezone.now() + 20 * SECOND)
        NewsStoryFactory(parent=site["nl"][NewsIndexPage], expire_at=timezone.now() + 50 * SECOND)
        assert kept(client, "/nl/") == (20, 0)


def test_an_old_address_leads_only_to_what_is_visible(
    site: dict[str, SiteTree], client: Client, language: str, django_capture_on_commit_callbacks: Any
) -> None:
    story = NewsStoryFactory(parent=site[language][NewsIndexPage], slug="old")
    old = story.url
    story.slug = "secret-name"
    with django_capture_on_commit_callbacks(execute=True):
        story.save_revision().publish()
    story = type(story).objects.get(pk=story.pk)
    assert client.get(old)["Location"] == story.url
    story.unpublish()
    answer = client.get(old)
    assert (answer.status_code, "secret-name" in answer.content.decode()) == (404, False)
    assert Redirect.objects.filter(redirect_page=story).exists()


def test_what_robots_read_first_is_kept_for_an_hour(db: None, client: Client) -> None:
    assert client.get("/robots.txt")["Cache-Control"] == "public, max-age=3600"
