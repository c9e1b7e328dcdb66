import json
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import translation

from news.models import Article, ArticleOrganisation, NewsIndexPage
from news.sections import articles_about
from tests.factories.news import InterviewFactory, NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

PATHS = {"nl": "/nl/nieuws/", "en": "/en/news/"}


@pytest.fixture
def articles(site: dict[str, SiteTree]) -> dict[str, list[Article]]:
    """A story about cleanrooms, a release and an interview, in both languages."""
    made = {}
    for code, tree in site.items():
        index = tree[NewsIndexPage]
        story = NewsStoryFactory(parent=index, title=f"Story {code}", date="2024-05-01")
        story.topics.add("cleanroom")
        story.save()
        release = PressReleaseFactory(parent=index, title=f"Release {code}", date="2025-05-01")
        interview = InterviewFactory(parent=index, title=f"Talk {code}", date="2025-06-01")
        made[code] = [interview, release, story]
    return made


def titles(client: Client, url: str) -> list[str]:
    return [article.title for article in client.get(url).context["listing"].page_obj]


def test_a_list_shows_only_its_own_language(client: Client, articles: object, language: str) -> None:
    found = titles(client, PATHS[language])
    assert found == [f"Talk {language}", f"Release {language}", f"Story {language}"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("type=interview", ["Talk en"]),
        ("type=interview&type=news", ["Talk en", "Story en"]),
        ("topic=cleanroom", ["Story en"]),
        ("year=2025", ["Talk en", "Release en"]),
        ("year=2025&type=news", []),
        ("q=release", ["Release en"]),
        ("q=cleanroom", ["Story en"]),
    ],
)
def test_filters_narrow_the_list(client: Client, articles: object, query: str, found: list[str]) -> None:
    assert titles(client, f"/en/news/?{query}") == found


def test_counts_hold_under_the_other_filters(client: Client, articles: object) -> None:
    listing = client.get("/en/news/?year=2025").context["listing"]
    counts = {choice.value: choice.count for facet in listing.facets for choice in facet.choices}
    assert counts == {"press-release": 1, "interview": 1, "2025": 2, "2024": 1}


@pytest.mark.parametrize("query", ["type=gossip", "topic=nothing", "year=1850", "year=abc", "year=" + "9" * 50])
def test_an_unknown_filter_is_said_and_ignored(client: Client, articles: object, query: str) -> None:
    response = client.get(f"/en/news/?{query}")
    assert response.status_code == 200
    assert len(response.context["listing"].notices) == 1
    assert response.context["listing"].total == 3


def test_a_page_past_the_end_is_not_found(client: Client, articles: object) -> None:
    assert client.get("/en/news/?page=9").status_code == 404


@pytest.mark.parametrize("path", ["feed/", "feed/atom/"])
def test_xml_feeds_hold_leads_in_their_language(client: Client, articles: object, language: str, path: str) -> None:
    response = client.get(PATHS[language] + path)
    text = response.content.decode()
    ElementTree.fromstring(text)
    assert f"Talk {language}" in text
    assert "What happened." in text
    assert text.count("urn:uuid:") >= 3


def test_the_json_feed_follows_the_filters(client: Client, articles: object) -> None:
    feed = json.loads(client.get("/en/news/feed/json/?type=interview").content)
    assert feed["language"] == "en"
    assert [item["title"] for item in feed["items"]] == ["Talk en"]


def test_a_profile_lists_the_news_in_the_language_of_the_reader(
    articles: dict[str, list[Article]], language: str
) -> None:
    organisation = OrganisationFactory()
    for made in articles.values():
        made[0].organisation_rows.add(ArticleOrganisation(organisation=organisation))
        made[0].save()
    with translation.override(language):
        found = articles_about(ArticleOrganisation, "organisation", organisation)
    assert [article.title for article in found] == [f"Talk {language}"]
