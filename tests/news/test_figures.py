import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone, translation

from news.figure_chart import decimal_year, history_chart
from news.figure_register import FigureRegister
from news.models import Figure, NewsIndexPage, NewsStory
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


def add_story(site: dict[str, SiteTree], figure: object, *, live: bool = True) -> None:
    story = NewsStory(
        title="Story", lead="What happened.", live=live, slug="story", body=[("figure", {"figure": figure, "kept": ""})]
    )
    site["en"][NewsIndexPage].add_child(instance=story)


@pytest.fixture
def history(site: dict[str, SiteTree]) -> list[Figure]:
    """A figure, what replaced it, and what replaced that."""
    first = FigureFactory(key="jobs-2015", value=12000, as_of="2015")
    second = FigureFactory(key="jobs-2020", value=18000, as_of="2020-03", replaces=first)
    third = FigureFactory(key="jobs-2024", value=20000, value_to=25000, as_of="2024-12", replaces=second)
    return [first, second, third]


def test_a_range_is_written_with_both_ends(db: None) -> None:
    with translation.override("nl"):
        assert FigureFactory(value=18000, value_to=20000).number == "18.000 – 20.000"


def test_a_range_goes_up_and_no_figure_comes_after_itself(history: list[Figure]) -> None:
    first, _second, third = history
    first.replaces = third
    with pytest.raises(ValidationError):
        first.clean()
    with pytest.raises(ValidationError):
        FigureFactory.build(value=5, value_to=4).clean()


def test_the_register_tells_what_is_current_and_what_came_before(history: list[Figure]) -> None:
    first, second, third = history
    (series,) = FigureRegister().series
    assert series.figures == [third, second, first]
    assert FigureRegister().newer_than(first) == third
    assert FigureRegister().newer_than(third) is None


def test_a_hidden_figure_is_neither_current_nor_history(history: list[Figure]) -> None:
    first, second, third = history
    Figure.objects.filter(pk=third.pk).update(live=False)
    assert FigureRegister().newer_than(first) == second
    Figure.objects.filter(pk=third.pk).update(live=True)
    Figure.objects.filter(pk=second.pk).update(live=False)
    (series,) = FigureRegister().series
    assert series.figures == [third, first]


def test_a_circle_in_the_register_ends(history: list[Figure]) -> None:
    first, _second, third = history
    Figure.objects.filter(pk=first.pk).update(replaces=third)
    assert len(FigureRegister().series) == 1


def test_a_published_story_keeps_the_number_of_its_day(client: Client, history: list[Figure], site: Any) -> None:
    first, _second, third = history
    add_story(site, first)
    story = NewsStory.objects.get()
    story.save_revision().publish()
    Figure.objects.filter(pk=first.pk).update(value=99)
    html = client.get("/en/news/story/").content.decode()
    assert "12,000" in html
    assert f"/en/press/figures/#{third.key}" in html
    assert "Now: 20,000 – 25,000" in html
    NewsStory.objects.get().save_revision().publish()
    assert "12,000" in client.get("/en/news/story/").content.decode()


def test_a_story_follows_the_register_until_it_is_published(client: Client, site: dict[str, SiteTree]) -> None:
    figure = FigureFactory(value=11)
    add_story(site, figure, live=False)
    revision = NewsStory.objects.get().save_revision()
    Figure.objects.filter(pk=figure.pk).update(value=12)
    revision.publish()
    kept = NewsStory.objects.get().body[0].value["kept"]
    assert kept == f"{figure.key}: exactly 12 (2024-12)"


def test_the_fact_sheet_shows_each_figure_with_its_history(client: Client, history: list[Figure]) -> None:
    html = client.get("/nl/pers/cijfers/").content.decode()
    for part in ("<svg", "20.000 – 25.000", "12.000", "maart 2020", 'id="jobs-2024"', 'id="jobs-2015"'):
        assert part in html
    assert html.partition("<main")[2].count("<circle") == 3


def test_the_fact_sheet_as_a_file_says_what_is_current(client: Client, history: list[Figure]) -> None:
    items = {item["id"]: item for item in client.get("/en/press/figures/?format=json").json()["items"]}
    assert items["jobs-2024"]["current"] is True
    assert items["jobs-2024"]["value_to"] == 25000
    assert items["jobs-2024"]["replaces"] == "jobs-2020"
    assert items["jobs-2015"]["current"] is False
    assert items["jobs-2015"]["url"].endswith("/en/press/figures/#jobs-2015")


@pytest.mark.parametrize(("as_of", "year"), [("2019", 2019.5), ("2020-07", 2020.5), ("2020-01-01", 2020)])
def test_a_partial_date_has_a_place_on_the_axis(as_of: str, year: float) -> None:
    assert decimal_year(as_of) == pytest.approx(year, abs=0.05)


def test_a_line_is_broken_where_something_else_was_counted(history: list[Figure]) -> None:
    first, second, third = history
    first.scope_nl = first.scope_en = "Companies only"
    chart = history_chart([third, second, first])
    assert chart is not None
    assert [line.is_broken for line in chart.lines] == [True, False]
    assert [point.figure for point in chart.points] == [first, second, third]
    assert history_chart([first]) is None
