"""Whoever follows the news is told of each article once: by a click, by the clock, never again."""

import datetime

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from news.going_public import ARTICLE_PUBLISHED, tell_of_the_untold
from news.models import NewsIndexPage, NewsStory
from parkportal.core import outbox
from parkportal.core.models import OutboxEntry
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.site import SiteTree

HOUR = datetime.timedelta(hours=1)
LONG = datetime.timedelta(days=40)


def told() -> list[int]:
    return [entry.payload["page"] for entry in OutboxEntry.objects.filter(kind=ARTICLE_PUBLISHED)]


@pytest.fixture
def story(site: dict[str, SiteTree], language: str) -> NewsStory:
    return NewsStoryFactory(parent=site[language][NewsIndexPage], live=False)


def test_an_article_is_told_when_it_is_published_and_a_draft_is_not(story: NewsStory) -> None:
    revision = story.save_revision()
    assert told() == []
    revision.publish()
    assert told() == [story.pk]


def test_publishing_again_is_no_news(story: NewsStory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(outbox._handlers, ARTICLE_PUBLISHED, lambda entry: None)
    story.save_revision().publish()
    outbox.carry_out_due()
    with time_machine.travel(timezone.now() + LONG):
        outbox.forget_done()
        story.refresh_from_db()
        story.unpublish()
        story.save_revision().publish()
        tell_of_the_untold()
        outbox.carry_out_due()
    assert OutboxEntry.objects.get(kind=ARTICLE_PUBLISHED).attempts == 0
    assert told() == [story.pk]


def test_an_embargoed_release_is_told_at_its_minute_and_not_before(site: dict[str, SiteTree], language: str) -> None:
    release = PressReleaseFactory(parent=site[language][NewsIndexPage], live=False, embargo_until=timezone.now() + HOUR)
    release.save_revision().publish()
    tell_of_the_untold()
    assert told() == []
    with time_machine.travel(timezone.now() + 2 * HOUR):
        call_command("publish_due")
        assert told() == [release.pk]


def test_what_the_clock_alone_makes_public_is_told(story: NewsStory) -> None:
    NewsStory.objects.filter(pk=story.pk).update(live=True, go_live_at=timezone.now() + HOUR)
    tell_of_the_untold()
    assert told() == []
    with time_machine.travel(timezone.now() + 2 * HOUR):
        assert tell_of_the_untold() == 1
        assert tell_of_the_untold() == 0
        assert told() == [story.pk]


def test_what_was_published_long_ago_is_no_news(story: NewsStory) -> None:
    long_ago = timezone.now() - LONG
    NewsStory.objects.filter(pk=story.pk).update(live=True, first_published_at=long_ago)
    assert tell_of_the_untold() == 0


def test_an_entry_waits_for_a_worker_that_knows_its_kind(story: NewsStory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(outbox._handlers, ARTICLE_PUBLISHED, raising=False)
    story.save_revision().publish()
    outbox.carry_out_due()
    assert OutboxEntry.objects.waiting().filter(kind=ARTICLE_PUBLISHED, attempts=0).exists()
