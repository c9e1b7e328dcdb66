"""Everything works in a browser that runs no scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT


@pytest.fixture
def phone(browser: Browser, base_url: str) -> Iterator[Page]:
    """A small window without JavaScript."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False, viewport={"width": 360, "height": 740})
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context.new_page()
    context.close()


def test_the_menu_opens_and_leads_on(phone: Page) -> None:
    phone.goto("/nl/")
    link = phone.get_by_role("banner").get_by_role("link", name="Organisaties", exact=True)
    expect(link).to_be_hidden()
    phone.get_by_role("banner").get_by_text("Menu", exact=True).click()
    link.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Organisaties")


def test_a_filter_is_chosen_and_taken_away(phone: Page) -> None:
    phone.goto("/en/organisations/")
    everything = phone.locator(".list-bar").get_by_role("status").inner_text()
    phone.get_by_text("Filter", exact=True).click()
    phone.locator("summary", has_text="Sector").click()
    phone.locator("[name=sector][value=vaccines]").check()
    phone.get_by_role("button", name="Show results").click()
    assert "sector=vaccines" in phone.url
    assert phone.locator(".list-bar").get_by_role("status").inner_text() != everything
    phone.get_by_role("link", name="Vaccines").first.click()
    expect(phone.locator(".list-bar").get_by_role("status")).to_have_text(everything)


def test_search_finds_an_organisation_by_its_former_name(phone: Page) -> None:
    phone.goto("/en/")
    phone.get_by_role("searchbox").last.fill("IntroGene")
    phone.get_by_role("searchbox").last.press("Enter")
    expect(phone.get_by_role("main").get_by_role("link", name="Janssen Vaccines").first).to_be_visible()


def test_the_language_switch_leads_to_the_counterpart(phone: Page) -> None:
    phone.goto("/nl/faciliteiten/biotech-training-facility/")
    phone.get_by_role("banner").get_by_text("Menu", exact=True).click()
    phone.get_by_role("link", name="English").click()
    assert phone.url.endswith("/en/facilities/biotech-training-facility/")


def test_the_language_switch_says_that_there_is_no_counterpart(phone: Page) -> None:
    phone.goto("/nl/nieuws/practor-bio-sciences-begonnen/")
    phone.get_by_text("This page is not available in English. See what is.").click()
    assert phone.url.endswith("/en/news/")
