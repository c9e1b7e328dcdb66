"""The map by mouse, by keyboard, and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT

PIN = 'a.plan__dot[href="#place-gorlaeus"]'
NAME = "Gorlaeus Building"
ZOOM = "Number(document.querySelector('zoom-view').style.getPropertyValue('--zoom') || 1)"


@pytest.fixture
def without_scripts(browser: Browser, base_url: str) -> Iterator[Page]:
    """A small window without JavaScript."""
    context = browser.new_context(base_url=base_url, java_script_enabled=False, viewport={"width": 360, "height": 740})
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [360, 1440])
def test_a_pin_opens_a_card_and_takes_the_focus_back(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/en/map/")
    page.locator(PIN).focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog")
    expect(card).to_be_focused()
    expect(card.get_by_role("link", name=NAME)).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(page.locator(PIN)).to_be_focused()


def test_the_map_is_enlarged_by_button_and_key_and_moved_by_mouse(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/en/map/")
    page.get_by_role("button", name="Zoom in").click()
    first = page.evaluate(ZOOM)
    page.keyboard.press("+")
    assert page.evaluate(ZOOM) > first > 1
    window = page.locator(".zoom-view__window")
    before = window.evaluate("element => element.scrollLeft")
    window.hover(position={"x": 300, "y": 300})
    page.mouse.down()
    page.mouse.move(200, 500, steps=5)
    page.mouse.up()
    assert window.evaluate("element => element.scrollLeft") != before
    page.keyboard.press("0")
    assert page.evaluate(ZOOM) == 1


@pytest.mark.parametrize("width", [360, 1440])
def test_a_pin_is_large_enough_for_a_finger(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/nl/kaart/")
    for circle in page.locator(".plan--large .plan__dot circle").all():
        box = circle.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 24


def test_without_scripts_a_pin_leads_to_the_list(without_scripts: Page) -> None:
    without_scripts.goto("/en/map/")
    without_scripts.locator(PIN).focus()
    without_scripts.keyboard.press("Enter")
    assert without_scripts.url.endswith("#place-gorlaeus")
    expect(without_scripts.locator("#place-gorlaeus")).to_be_in_viewport()


def test_a_name_in_the_network_leads_to_its_ties(without_scripts: Page) -> None:
    without_scripts.goto("/en/network/")
    without_scripts.locator('.network__mark[href="?from=universiteit-leiden"]').focus()
    without_scripts.keyboard.press("Enter")
    expect(without_scripts.get_by_role("link", name="Profile of Leiden University")).to_be_visible()
