import datetime

import pytest
from django.test import Client
from django.utils import timezone, translation

from news.models import NewsIndexPage, NewsStory
from news.selectors import featured_figures
from tests.factories.news import FigureFactory
from tests.factories.site import SiteTree


@pytest.mark.parametrize(
    ("language", "value", "written"),
    [
        ("nl", "18000", "18.000"),
        ("en", "18000", "18,000"),
        ("nl", "11.700", "11,7"),
        ("en", "11.700", "11.7"),
        ("nl", "550000000", "550.000.000"),
        ("en", "85", "85"),
    ],
)
def test_a_figure_is_written_as_the_language_writes_it(db: None, language: str, value: str, written: str) -> None:
    figure = FigureFactory(value=value)
    with translation.override(language):
        assert figure.number == written


def test_only_visible_key_figures_are_featured(db: None) -> None:
    shown = FigureFactory(featured=True)
    FigureFactory(featured=True, live=False)
    FigureFactory(featured=True, go_live_at=timezone.now() + datetime.timedelta(days=1))
    FigureFactory(featured=False)
    assert featured_figures(4) == [shown]


def test_a_figure_in_a_story_says_when_and_who(client: Client, site: dict[str, SiteTree]) -> None:
    figure = FigureFactory(qualifier="more-than")
    add_story(site, figure)
    html = client.get("/en/news/story/").content.decode()
    for text in ("more than", "18,000", "Jobs", "December 2024", "Somebody who counted"):
        assert text in html


def test_a_withdrawn_figure_leaves_the_story(client: Client, site: dict[str, SiteTree]) -> None:
    add_story(site, FigureFactory(live=False))
    assert "18,000" not in client.get("/en/news/story/").content.decode()


def add_story(site: dict[str, SiteTree], figure: object) -> None:
    story = NewsStory(title="Story", slug="story", body=[("figure", figure)])
    site["en"][NewsIndexPage].add_child(instance=story)
