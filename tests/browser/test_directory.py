"""Every filter, order, letter and download of the directory is reached by clicking, with and without scripts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT

LISTS = ["/nl/organisaties/", "/en/facilities/"]
TOTAL = re.compile(r"^\d+")


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def window(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Iterator[Page]:
    """A wide window, with and without JavaScript."""
    context = browser.new_context(base_url=base_url, java_script_enabled=request.param)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context.new_page()
    context.close()


def status(page: Page) -> Locator:
    return page.locator(".list-bar").get_by_role("status")


def total(page: Page) -> int:
    found = TOTAL.match(status(page).inner_text().strip())
    return int(found[0]) if found else 0


def ask(page: Page) -> None:
    """Send the form, as the visitor must where nothing happens by itself; scripts have an answer soon after."""
    page.locator(".facets").get_by_role("button").last.click()


def facets(page: Page) -> list[Locator]:
    return page.locator(".facets details[data-key]").all()


@pytest.mark.parametrize("path", LISTS)
def test_every_filter_gives_as_many_results_as_it_says(window: Page, path: str) -> None:
    window.goto(path)
    names = [facet.get_attribute("data-key") or "" for facet in facets(window)]
    assert len(names) >= 8
    for name in names:
        window.goto(path)
        facet = window.locator(f".facets details[data-key={name}]")
        if facet.get_attribute("open") is None:
            facet.locator("summary").click()
        choice = facet.locator("li").last
        promised = int(choice.locator("data").inner_text())
        choice.locator("input").check()
        ask(window)
        expect(window).to_have_url(re.compile(rf"[?&]{name}="))
        expect(window.locator(".chips a").first).to_be_visible()
        assert total(window) == promised, name


def test_orders_and_letters(window: Page) -> None:
    window.goto("/en/organisations/")
    first = window.locator(".record-row h3").first
    window.get_by_label("Sort by").select_option("newest")
    ask(window)
    expect(window).to_have_url(re.compile("sort=newest"))
    window.get_by_role("navigation", name="By first letter").get_by_role("link", name="N", exact=True).click()
    expect(window).to_have_url(re.compile("letter=n"))
    expect(first).to_have_text(re.compile("^N"))
    assert all(name.startswith("N") for name in window.locator(".record-row h3").all_inner_texts())


def test_pages_lead_on_and_back(window: Page) -> None:
    window.goto("/nl/organisaties/")
    first = window.locator(".record-row h3").first.inner_text()
    window.get_by_role("link", name="Volgende").click()
    expect(window.get_by_text("Pagina 2 van 2")).to_be_visible()
    expect(window.locator(".record-row h3").first).not_to_have_text(first)
    window.get_by_role("link", name="Vorige").click()
    expect(window.locator(".record-row h3").first).to_have_text(first)


def test_a_download_holds_what_the_list_shows(window: Page) -> None:
    window.goto("/en/organisations/?sector=education")
    answer = window.request.get(window.get_by_role("link", name="JSON", exact=True).evaluate("link => link.href"))
    assert answer.json()["total"] == total(window)


def test_a_filter_acts_at_once_and_the_history_is_kept(page: Page) -> None:
    page.goto("/en/organisations/")
    everything = total(page)
    page.get_by_label(re.compile("^Start-up")).check()
    expect(page).to_have_url(re.compile("type=startup"))
    expect(page.get_by_label(re.compile("^Start-up"))).to_be_focused()
    assert total(page) < everything
    page.go_back()
    expect(page).not_to_have_url(re.compile("type=startup"))
    expect(status(page)).to_have_text(re.compile(rf"^\s*{everything} "))


def test_a_filter_is_chosen_by_keyboard_alone(page: Page) -> None:
    page.goto("/nl/organisaties/")
    page.locator("#list-search").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("type="))
    expect(page.locator(".facets input:focus")).to_be_checked()
