"""Words of the field are explained where a page first has them in running text."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from news.models import NewsIndexPage
from parkportal.core.glossary import entries_by_language, explain
from parkportal.core.models import GlossaryEntry
from parkportal.website.models import GlossaryPage
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree

URL = "/nl/begrippen/"
GMP = '<a class="explained" href="/nl/begrippen/#gmp"><abbr title="Good Manufacturing Practice">GMP</abbr></a>'


@pytest.fixture(autouse=True)
def words(db: None) -> None:
    """An abbreviation, and a word that only Dutch has."""
    GlossaryEntry.objects.create(
        identifier="gmp",
        word_nl="GMP",
        word_en="GMP",
        full_form_nl="Good Manufacturing Practice",
        full_form_en="Good Manufacturing Practice",
        meaning_nl="Regels voor het maken van geneesmiddelen.",
        meaning_en="Rules for making medicines.",
    )
    GlossaryEntry.objects.create(
        identifier="practoraat", word_nl="practoraat", meaning_nl="Onderzoeksgroep.", other_forms_nl="practoraten"
    )


def page(text: str, attributes: str = "") -> str:
    return f'<main><h1>GMP</h1><div class="rich-text"{attributes}>{text}</div><p>GMP</p></main>'


def test_only_the_first_use_is_explained() -> None:
    assert explain(page("<p>GMP is GMP.</p><p>GMP</p>"), "nl", URL) == page(f"<p>{GMP} is GMP.</p><p>GMP</p>")


def test_a_second_text_of_the_page_does_not_explain_again() -> None:
    html = page("<p>GMP</p>") + '<div class="rich-text rich-text--plain"><p>GMP</p></div>'
    assert explain(html, "nl", URL).count("explained") == 1


@pytest.mark.parametrize(
    "text",
    [
        '<p><a href="/x/">Wat GMP is</a></p>',
        "<h2>GMP</h2>",
        "<p><code>GMP</code></p>",
        '<p><abbr title="x">GMP</abbr></p>',
        '<p><img alt="GMP" src="x"></p>',
        '<p><i lang="fr">GMP</i></p>',
        "<p>CGMP en GMPs en gmp</p>",
    ],
)
def test_links_headings_code_and_other_words_are_left_alone(text: str) -> None:
    assert explain(page(text), "nl", URL) == page(text)


def test_what_follows_something_left_alone_is_explained() -> None:
    text = "<h2>GMP</h2><div><p>Volgens <b>GMP</b>-regels</p></div>"
    assert explain(page(text), "nl", URL) == page(text.replace("<b>GMP", f"<b>{GMP}"))


def test_a_word_is_found_in_its_other_forms_and_at_the_start_of_a_sentence() -> None:
    link = '<a class="explained" href="/nl/begrippen/#practoraat">Practoraten</a>'
    assert explain(page("<p>Practoraten groeien</p>"), "nl", URL) == page(f"<p>{link} groeien</p>")
    assert "explained" not in explain(page("<p>practoraat</p>"), "en", "/en/glossary/")


def test_a_text_in_another_language_has_the_words_of_that_language_and_no_link_to_the_wrong_glossary() -> None:
    html = page("<p>GMP, practoraat</p>", ' lang="en"')
    abbreviation = '<abbr title="Good Manufacturing Practice">GMP</abbr>'
    assert explain(html, "nl", URL) == page(f"<p>{abbreviation}, practoraat</p>", ' lang="en"')


def test_without_a_glossary_page_an_abbreviation_still_says_what_it_stands_for() -> None:
    assert '<abbr title="Good Manufacturing Practice">GMP</abbr>' in explain(page("<p>GMP</p>"), "nl", "")


def test_a_changed_entry_counts_at_once() -> None:
    assert entries_by_language()["nl"]
    GlossaryEntry.objects.filter(identifier="gmp").first().delete()
    assert "explained" not in explain(page("<p>GMP</p>"), "nl", URL)


def test_an_article_explains_with_one_query_that_the_next_page_saves(client: Client, site: dict[str, SiteTree]) -> None:
    body = [("text", "<p>GMP en nog eens GMP</p>")]
    url = NewsStoryFactory(parent=site["nl"][NewsIndexPage], body=body).url
    assert [asked(client, url), asked(client, url)] == [1, 0]
    assert client.get(url).content.decode().count('class="explained"') == 1


def asked(client: Client, url: str) -> int:
    """How often a page asks the database for the glossary."""
    with CaptureQueriesContext(connection) as queries:
        client.get(url)
    return sum("glossaryentry" in query["sql"] for query in queries)


@pytest.mark.parametrize(("language", "meaning"), [("nl", "Regels voor het maken"), ("en", "Rules for making")])
def test_the_glossary_page_has_every_word_with_an_address(
    client: Client, site: dict[str, SiteTree], language: str, meaning: str
) -> None:
    html = client.get(site[language][GlossaryPage].url).content.decode()
    assert 'id="gmp"' in html
    assert meaning in html
    assert "practoraat" in html
