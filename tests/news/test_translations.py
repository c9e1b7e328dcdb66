"""An article in another language says what it follows, whether it is behind, and whether a machine made it."""

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Locale

from news.models import ArticleCorrection, NewsIndexPage, NewsStory
from news.originals import follow_original, note_checked, note_machine_made
from news.substance import differs, is_respelling
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree

BEHIND = "This translation is behind the original"
MACHINE = "Nobody has checked this text yet"


def published(article: NewsStory) -> NewsStory:
    article.save_revision().publish()
    article.refresh_from_db()
    return article


@pytest.fixture
def pair(site: dict[str, SiteTree]) -> tuple[NewsStory, NewsStory]:
    """A Dutch original and its English translation, both published."""
    dutch = published(
        NewsStoryFactory(parent=site["nl"][NewsIndexPage], slug="verhaal", lead="Er kwamen twintig mensen.")
    )
    english = NewsStoryFactory(
        parent=site["en"][NewsIndexPage], slug="story", translation_key=dutch.translation_key, original_language="nl"
    )
    follow_original(english)
    return dutch, published(english)


def read(client: Client) -> str:
    return client.get("/en/news/story/").content.decode()


def test_a_fresh_translation_is_not_behind(pair: tuple[NewsStory, NewsStory], client: Client) -> None:
    assert "Translated from Dutch" in read(client)
    assert BEHIND not in read(client)


@pytest.mark.parametrize(
    ("lead", "behind"),
    [
        ("Er kwamen dertig mensen.", True),
        ("Er kwamen twintig mensen uit Leiden.", True),
        ("Er kwamen twintig mensen!", False),
        ("Er kwammen twintig mensen.", False),
    ],
)
def test_it_is_behind_when_the_original_says_something_else(
    pair: tuple[NewsStory, NewsStory], client: Client, lead: str, behind: bool
) -> None:
    dutch, english = pair
    dutch.lead = lead
    published(dutch)
    assert (BEHIND in read(client)) is behind
    follow_original(english)
    published(english)
    assert BEHIND not in read(client)


def test_a_draft_of_the_original_leaves_the_translation_alone(
    pair: tuple[NewsStory, NewsStory], client: Client
) -> None:
    pair[0].lead = "Iets heel anders."
    pair[0].save_revision()
    assert BEHIND not in read(client)


def test_a_correction_of_the_original_puts_the_translation_behind(
    pair: tuple[NewsStory, NewsStory], client: Client
) -> None:
    pair[0].correction_rows.add(ArticleCorrection(wrong="Twintig.", right="Dertig."))
    published(pair[0])
    assert BEHIND in read(client)


@pytest.mark.parametrize(
    ("before", "after", "same"),
    [
        ("cleanrom", "cleanroom", True),
        ("Jansen", "Janssen", True),
        ("een", "geen", False),
        ("million", "billion", False),
        ("12000", "13000", False),
        ("able", "unable", False),
    ],
)
def test_one_letter_mends_a_word_only_where_it_can_be_no_other(before: str, after: str, same: bool) -> None:
    assert is_respelling(before.casefold(), after.casefold()) is same


def test_markup_is_no_substance() -> None:
    assert not differs({"lead": "<p>One <b>two</b></p>"}, {"lead": "<p>One two.</p>"})


def test_what_wagtail_copies_for_translation_follows_its_original(site: dict[str, SiteTree]) -> None:
    dutch = published(NewsStoryFactory(parent=site["nl"][NewsIndexPage]))
    copy = dutch.copy_for_translation(Locale.objects.get(language_code="en"))
    copy = NewsStory.objects.get(pk=copy.pk)
    assert copy.translated_from_id == dutch.live_revision_id
    assert copy.get_latest_revision_as_object().translated_from_id == dutch.live_revision_id
    assert copy.is_translation


def test_a_text_by_a_machine_is_marked_until_somebody_checked_it(
    pair: tuple[NewsStory, NewsStory], client: Client
) -> None:
    english = pair[1]
    note_machine_made(english)
    published(english)
    assert MACHINE in read(client)
    for path in ("/en/news/", "/en/news/feed/", "/en/news/feed/atom/", "/en/news/feed/json/"):
        assert "Made by a machine, not checked" in client.get(path).content.decode()
    note_checked(english, get_user_model().objects.create_user("anna"))
    published(english)
    assert MACHINE not in read(client)
    assert english.checked_by.username == "anna"
