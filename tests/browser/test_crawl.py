"""An anonymous visit of every public page, in both languages."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser

from tests.browser.conftest import MILLISECONDS_TO_WAIT
from tests.browser.crawl import Crawl

LANGUAGES = [code for code, name in settings.LANGUAGES]


@pytest.fixture(scope="module")
def crawl(browser: Browser, base_url: str) -> Iterator[Crawl]:
    """The visit, made once; the tests look at what it found."""
    context = browser.new_context()
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    crawl = Crawl(context, base_url)
    crawl.read_sitemap()
    crawl.run("/", *(f"/{code}/" for code in LANGUAGES))
    yield crawl
    context.close()


def test_every_link_leads_to_a_page_or_a_file(crawl: Crawl) -> None:
    assert {url: status for url, status in crawl.answers.items() if status not in (200, 302)} == {}
    assert {visit.url: visit.status for visit in crawl.visits if visit.status != 200} == {}


def test_only_the_front_door_sends_visitors_on(crawl: Crawl) -> None:
    assert [visit.url for visit in crawl.visits if visit.url != visit.arrived_at] == [f"{crawl.base_url}/"]


def test_links_lead_to_every_page_of_the_sitemap(crawl: Crawl) -> None:
    assert len(crawl.in_sitemap) > 100
    assert crawl.in_sitemap - {urlsplit(url).path for url in crawl.answers} == set()


def test_only_a_form_that_is_sent_sets_a_cookie_and_only_against_forgery(crawl: Crawl) -> None:
    forms = {parent(visit.url) for visit in crawl.visits if visit.facts["sends"]}
    assert {url for url in crawl.cookie_setters if parent(url) not in forms} == set()
    assert {cookie["name"] for cookie in crawl.context.cookies()} <= {settings.CSRF_COOKIE_NAME}


def test_no_other_host_is_asked_for_anything(crawl: Crawl) -> None:
    hosts = {urlsplit(url).netloc for url in crawl.requests if not url.startswith("data:")}
    assert hosts == {urlsplit(crawl.base_url).netloc}


def test_nothing_violates_the_content_security_policy(crawl: Crawl) -> None:
    assert found(crawl, "violations") == {}


def test_the_console_stays_empty(crawl: Crawl) -> None:
    assert {visit.url: visit.console for visit in crawl.visits if visit.console} == {}


def test_every_page_says_its_language(crawl: Crawl) -> None:
    assert {visit.url: visit.facts["lang"] for visit in crawl.visits if visit.facts["lang"] != visit.language} == {}


def test_every_page_has_a_title_and_one_main_heading(crawl: Crawl) -> None:
    assert [visit.url for visit in crawl.visits if not visit.facts["title"].strip()] == []
    assert {visit.url: visit.facts["headings"] for visit in crawl.visits if visit.facts["headings"] != 1} == {}


def test_every_page_names_itself_and_its_counterpart_exists(crawl: Crawl) -> None:
    reached = {without_query(url) for url in crawl.answers}
    for visit in crawl.visits:
        alternates = dict(visit.facts["alternates"])
        if alternates:
            assert set(alternates) <= {*LANGUAGES, "x-default"}
            assert without_query(alternates[visit.language]) == without_query(visit.arrived_at)
            assert set(map(without_query, alternates.values())) <= reached, visit.url


def test_no_code_is_left_in_a_visible_text(crawl: Crawl) -> None:
    assert found(crawl, "leftovers") == {}


def test_every_picture_is_described_and_loads(crawl: Crawl) -> None:
    assert found(crawl, "withoutAlt") == {}
    assert found(crawl, "broken") == {}


def test_the_interface_speaks_one_language_at_a_time(crawl: Crawl) -> None:
    """A phrase of several words on buttons and labels of both languages has not been translated."""
    texts: dict[str, set[str]] = {code: set() for code in LANGUAGES}
    for visit in crawl.visits:
        texts[visit.language] |= {text for text in visit.facts["interfaceTexts"] if " " in text}
    assert set.intersection(*texts.values()) == set()


def found(crawl: Crawl, fact: str) -> dict[str, list[str]]:
    """What should not be there, by page."""
    return {visit.url: visit.facts[fact] for visit in crawl.visits if visit.facts[fact]}


def without_query(url: str) -> str:
    """The address of a page, whatever is asked of it."""
    return url.partition("?")[0]


def parent(url: str) -> str:
    """The address above, the same for all pages of a kind."""
    return without_query(url).rstrip("/").rpartition("/")[0]
