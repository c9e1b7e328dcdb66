"""What was wrong is said in public: on the article, in the log, in feeds and in JSON-LD."""

import datetime
import json

import feedparser
import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from news.models import ArticleCorrection, NewsIndexPage, NewsStory
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree


@pytest.fixture
def story(site: dict[str, SiteTree]) -> NewsStory:
    """A story of long ago with a correction of yesterday."""
    story = NewsStoryFactory(parent=site["en"][NewsIndexPage], slug="story", date="2024-05-01")
    yesterday = timezone.now() - datetime.timedelta(days=1)
    story.correction_rows.add(ArticleCorrection(made_at=yesterday, wrong="Ten people.", right="Twelve people."))
    story.save()
    return story


def test_the_article_and_the_log_say_what_was_wrong(story: NewsStory, client: Client) -> None:
    for path in ("/en/news/story/", "/en/corrections/"):
        html = client.get(path).content.decode()
        assert "Ten people." in html
        assert "Twelve people." in html
    assert "Ten people." not in client.get("/nl/correcties/").content.decode()


def test_json_ld_says_so_too(story: NewsStory, client: Client) -> None:
    data = client.get("/en/news/story/").context["json_ld"]
    (note,) = data["correction"]
    assert note["@type"] == "CorrectionComment"
    assert data["dateModified"] == note["datePublished"] > data["datePublished"]


def test_a_correction_moves_the_entry_of_a_feed_and_a_typo_does_not(story: NewsStory, client: Client) -> None:
    def entry() -> dict[str, str]:
        return dict(json.loads(client.get("/en/news/feed/json/").content)["items"][0])

    corrected = entry()
    assert corrected["date_modified"] > corrected["date_published"]
    story.lead = "What hapened."
    story.save_revision().publish()
    assert entry()["date_modified"] == corrected["date_modified"]
    assert entry()["id"] == corrected["id"]


def test_a_correction_says_what_was_wrong_and_is_not_of_tomorrow(story: NewsStory) -> None:
    with pytest.raises(ValidationError) as refused:
        ArticleCorrection(kind="correction", right="So.", made_at=timezone.now() + datetime.timedelta(days=1)).clean()
    assert set(refused.value.message_dict) == {"wrong", "made_at"}
    ArticleCorrection(kind="update", right="So.").clean()


def test_the_log_can_be_followed_and_taken_along(story: NewsStory, client: Client) -> None:
    feed = feedparser.parse(client.get("/en/corrections/feed/").content)
    assert not feed.bozo
    assert feed.entries[0].link.endswith("/en/news/story/#corrections")
    (row,) = json.loads(client.get("/en/corrections/?format=json").content)["items"]
    assert (row["kind"], row["right"]) == ("correction", "Twelve people.")


def test_a_note_on_a_hidden_article_is_hidden(story: NewsStory, client: Client) -> None:
    story.unpublish()
    assert "Ten people." not in client.get("/en/corrections/").content.decode()
