"""The feeds of the news: valid, whole, filtered, and asked for again at no cost."""

import datetime
import html
from typing import Any

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import NewsIndexPage
from parkportal.core.models import Vocabulary
from tests.factories.core import ImageFactory, term
from tests.factories.news import InterviewFactory, NewsStoryFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

PATHS = ("/en/news/feed/", "/en/news/feed/atom/")
BODY = [("heading", "Why"), ("text", '<p>All of it, with <a href="/en/contact/">a link</a> &amp; more.</p>')]


@pytest.fixture
def stories(site: dict[str, SiteTree]) -> None:
    """A story with a picture about an organisation, and an older interview."""
    index = site["en"][NewsIndexPage]
    story = NewsStoryFactory(parent=index, title="R&D <here>", date="2025-05-02", picture=ImageFactory(), body=BODY)
    organisation = OrganisationFactory(name_nl="Alfa", slug_nl="alfa", sector=term(Vocabulary.SECTOR, "vaccines"))
    story.organisation_rows.create(organisation=organisation)
    story.save()
    InterviewFactory(parent=index, title="Talk", date="2024-05-01")


def parsed(client: Client, path: str) -> Any:
    feed = feedparser.parse(client.get(path).content)
    assert not feed.bozo, feed.bozo_exception
    return feed


@pytest.mark.parametrize("path", PATHS)
def test_a_feed_is_valid_and_whole(stories: None, client: Client, path: str) -> None:
    feed = parsed(client, path)
    assert [html.unescape(entry.title) for entry in feed.entries] == ["R&D <here>", "Talk"]
    first, second = feed.entries
    assert first.id.startswith("urn:uuid:")
    assert first.id != second.id
    assert first.link.startswith("http://testserver/en/news/")
    assert first.published_parsed > second.published_parsed
    content = first.content[-1].value
    assert "All of it" in content
    assert 'href="http://testserver/en/contact/"' in content
    assert 'src="/' not in content
    (image,) = first.media_content
    assert image["url"].startswith("http")
    assert image["width"] == "640"


def test_the_json_feed_is_whole_too(stories: None, client: Client) -> None:
    feed = client.get("/en/news/feed/json/").json()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    first = feed["items"][0]
    assert "All of it" in first["content_html"]
    assert first["image"].startswith("http")
    assert "image" not in feed["items"][1]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("type=interview", ["Talk"]),
        ("sector=vaccines", ["R&D <here>"]),
        ("organisation=alfa", ["R&D <here>"]),
        ("organisation=alfa&type=interview", []),
    ],
)
def test_a_feed_follows_the_filters(stories: None, client: Client, query: str, titles: list[str]) -> None:
    assert [item["title"] for item in client.get(f"/en/news/feed/json/?{query}").json()["items"]] == titles
    assert client.get(f"/en/news/?{query}").context["listing"].total == len(titles)


@pytest.mark.parametrize("path", [*PATHS, "/en/news/feed/json/", "/en/news/feed/?type=report"])
def test_who_has_a_feed_is_told_that_nothing_changed(stories: None, client: Client, path: str) -> None:
    answer = client.get(path)
    for header, name in (("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")):
        assert client.get(path, headers={name: answer[header]}).status_code == 304


def test_a_hidden_organisation_is_no_filter_and_no_reason(stories: None, client: Client) -> None:
    from organisations.models import Organisation

    Organisation.objects.update(live=False)
    listing = client.get("/en/news/").context["listing"]
    choices = {choice.value for facet in listing.facets for choice in facet.choices}
    assert not {"alfa", "vaccines"} & choices
    assert client.get("/en/news/?sector=vaccines").context["listing"].total == 0


def test_fifty_entries_cost_the_queries_of_one(site: dict[str, SiteTree], client: Client) -> None:
    def cost(total: int) -> int:
        for _ in range(total):
            image = ImageFactory()
            picture = {"image": image, "alt": "", "caption": ""}
            NewsStoryFactory(parent=site["en"][NewsIndexPage], picture=image, body=[("picture", picture)])
        client.get(PATHS[0])
        with CaptureQueriesContext(connection) as captured:
            client.get(PATHS[0])
        return len(captured)

    assert cost(1) >= cost(4)


def test_related_articles_share_what_they_are_about(stories: None, site: dict[str, SiteTree], client: Client) -> None:
    from news.models import Article
    from organisations.models import Organisation

    other = NewsStoryFactory(parent=site["en"][NewsIndexPage], title="Also about Alfa")
    other.organisation_rows.create(organisation=Organisation.objects.get(slug_nl="alfa"))
    other.save()
    story = Article.objects.get(title="R&D <here>")
    assert [article.title for article in client.get(story.url).context["related"]] == ["Also about Alfa"]


def test_the_news_sitemap_holds_two_days(site: dict[str, SiteTree], client: Client) -> None:
    for code in ("nl", "en"):
        NewsStoryFactory(parent=site[code][NewsIndexPage], title=f"New {code}", first_published_at=timezone.now())
        old = timezone.localdate() - datetime.timedelta(days=5)
        NewsStoryFactory(parent=site[code][NewsIndexPage], title=f"Old {code}", date=old)
    text = client.get("/news-sitemap.xml").content.decode()
    assert "New nl" in text
    assert "New en" in text
    assert "Old" not in text
    assert "news-sitemap.xml" in client.get("/robots.txt").content.decode()
