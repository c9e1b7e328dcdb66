"""Filters, orders, letters and downloads of the directory by mouse and by keyboard, with and without scripts."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Download, Locator, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT

LISTS = {"/nl/organisaties/": 11, "/en/facilities/": 14, "/nl/apparatuur/": 5}  # With how many filters at least.
TOTAL = re.compile(r"^\d+")
MOST_STOPS = 200


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    """Whether the browser runs JavaScript."""
    return bool(request.param)


@pytest.fixture
def window(scripts: bool, browser: Browser, base_url: str) -> Iterator[Page]:
    """A wide window, with and without JavaScript."""
    context = browser.new_context(base_url=base_url, java_script_enabled=scripts)
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context.new_page()
    context.close()


def status(page: Page) -> Locator:
    return page.locator(".list-bar").get_by_role("status")


def total(page: Page) -> int:
    found = TOTAL.match(status(page).inner_text().strip())
    return int(found[0]) if found else 0


def rows(download: Download) -> int:
    """How many records a downloaded table holds."""
    with Path(download.path()).open(encoding="utf-8-sig", newline="") as file:
        return len(list(csv.DictReader(file)))


def ask(page: Page) -> None:
    """Send the form, as the visitor must where nothing happens by itself; scripts have an answer soon after."""
    page.locator(".facets").get_by_role("button").last.click()


def facets(page: Page) -> list[Locator]:
    return page.locator(".facets details[data-key]").all()


def choose_last(page: Page, name: str) -> int:
    """Choose the last value of a filter; how many results it promises."""
    facet = page.locator(f".facets details[data-key={name}]")
    if facet.get_attribute("open") is None:
        facet.locator("summary").click()
    choice = facet.locator("li").last
    promised = int(choice.locator("data").inner_text())
    choice.locator("input").check()
    ask(page)
    expect(page).to_have_url(re.compile(rf"[?&]{name}="))
    expect(page.locator(".chips a").first).to_be_visible()
    return promised


@pytest.mark.parametrize("path", LISTS)
def test_every_filter_gives_as_many_results_as_it_says(window: Page, path: str) -> None:
    window.goto(path)
    names = [facet.get_attribute("data-key") or "" for facet in facets(window)]
    assert len(names) >= LISTS[path]
    for name in names:
        window.goto(path)
        promised = choose_last(window, name)
        assert total(window) == promised, name


@pytest.mark.parametrize("path", LISTS)
def test_two_filters_an_order_and_a_download_go_together(window: Page, path: str) -> None:
    window.goto(path)
    everything = total(window)
    choose_last(window, facets(window)[0].get_attribute("data-key") or "")
    promised = choose_last(window, facets(window)[1].get_attribute("data-key") or "")
    expect(window.locator(".chips .chip:not(.chip--clear)")).to_have_count(2)
    window.get_by_label(re.compile("Sort")).select_option("confirmed")
    ask(window)
    expect(window).to_have_url(re.compile("sort=confirmed"))
    assert total(window) == promised
    with window.expect_download() as download:
        window.get_by_role("link", name="CSV", exact=True).click()
    assert rows(download.value) == promised
    window.locator(".chip--clear").click()
    expect(status(window)).to_have_text(re.compile(rf"^\s*{everything} "))


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


def tab_to(target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(MOST_STOPS):
        if target.evaluate("element => element === document.activeElement"):
            return
        target.page.keyboard.press("Tab")
    pytest.fail(f"The keyboard does not reach {target}")


def press(target: Locator, key: str) -> None:
    """Go there by the keyboard alone and press a key."""
    tab_to(target)
    target.page.keyboard.press(key)


@pytest.mark.parametrize("path", LISTS)
def test_the_keyboard_alone_does_it_all(window: Page, scripts: bool, path: str) -> None:
    button, facet = window.locator(".facets > button"), window.locator(".facets details[data-key]").nth(1)
    window.goto(path)
    everything = total(window)
    press(window.locator(".letters a").first, "Enter")
    expect(window).to_have_url(re.compile("letter="))
    press(window.locator(".chip").first, "Enter")
    expect(window).not_to_have_url(re.compile("letter="))
    press(facet.locator("summary"), "Enter")
    promised = int(facet.locator("data").first.inner_text())
    press(facet.locator("input").first, "Space")
    if not scripts:
        press(button, "Enter")
    expect(window).to_have_url(re.compile(rf"[?&]{facet.get_attribute('data-key')}="))
    press(window.locator(".facets select"), "ArrowDown")
    if not scripts:
        press(button, "Enter")
    expect(window).to_have_url(re.compile("sort=newest"))
    assert total(window) == promised
    with window.expect_download() as download:
        press(window.get_by_role("link", name="CSV", exact=True), "Enter")
    assert rows(download.value) == promised
    press(window.locator(".chip--clear"), "Enter")
    expect(status(window)).to_have_text(re.compile(rf"^\s*{everything} "))
