"""An article in another language says what it follows, whether it is behind, and whether a machine made it."""

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from news.models import ArticleCorrection, NewsIndexPage, NewsStory
from parkportal.core.translating.originals import follow_original, note_checked, note_machine_made
from parkportal.core.translating.states import State, in_state, state_of
from parkportal.core.translating.substance import differs, is_respelling
from tests.factories.many import many_copies
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


def test_a_spelling_mended_in_the_original_leaves_no_translation_behind_in_any_list(
    pair: tuple[NewsStory, NewsStory],
) -> None:
    dutch, english = pair
    english.save_revision()
    dutch.lead = "Er kwamen twintig mensen!"
    published(dutch)
    english.refresh_from_db()
    assert english.translated_from_id == dutch.live_revision_id
    assert english.get_latest_revision_as_object().translated_from_id == dutch.live_revision_id


@pytest.mark.parametrize(("number", "lead"), [(0, "Er kwamen twintig mensen!"), (1, "Er kwamen dertig mensen.")])
def test_the_states_of_a_list_are_those_of_its_pages(
    pair: tuple[NewsStory, NewsStory], number: int, lead: str, admin_client: Client
) -> None:
    dutch, english = pair
    alone = published(NewsStoryFactory(parent=dutch.get_parent(), title="Alleen"))
    dutch.lead = lead
    published(dutch)
    behind = State.BEHIND if number else State.TRANSLATED
    for page, state in ((dutch, State.ORIGINAL), (english, behind), (alone, State.ALONE)):
        assert state_of(NewsStory.objects.get(pk=page.pk)) == state
        assert [each.pk for each in in_state(NewsStory.objects.all(), state)] == [page.pk]
    shown = admin_client.get(reverse("news-stories:index"), headers={"Accept-Language": "en"}).content.decode()
    assert str(behind.label) in shown
    filtered = admin_client.get(reverse("news-stories:index"), {"state": State.ALONE}).content.decode()
    assert alone.title in filtered
    assert english.title not in filtered
    assert f"/cms/versions/{alone.pk}/en/" in admin_client.get("/cms/needs/untranslated/").content.decode()
    report = admin_client.get("/cms/needs/translations/").content.decode()
    assert alone.title in report
    assert (english.title in report) == bool(number)


def test_the_list_of_articles_costs_no_queries_for_their_languages(
    pair: tuple[NewsStory, NewsStory], admin_client: Client
) -> None:
    admin_client.get(reverse("news-stories:index"))
    with CaptureQueriesContext(connection) as few:
        admin_client.get(reverse("news-stories:index"))
    many_copies(pair[1], 15)
    with CaptureQueriesContext(connection) as many:
        admin_client.get(reverse("news-stories:index"))
    assert len(many) == len(few)
