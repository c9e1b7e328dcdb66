"""The site without a mouse."""

import pytest
from playwright.sync_api import Page, expect

MOST_STOPS = 200
LOOK = """() => {
  const element = document.activeElement;
  const box = element.getBoundingClientRect();
  const hasFrame = (each) => {
    const style = getComputedStyle(each);
    const width = each.matches("circle") ? style.strokeWidth : style.outlineStyle === "none" ? 0 : style.outlineWidth;
    return parseFloat(width) >= 2;
  };
  return {
    where: element.outerHTML.slice(0, 120),
    isPage: element === document.body,
    isMarked: [element, element.parentElement, ...element.querySelectorAll("circle")].some(hasFrame),
    isSeen: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight,
  };
}"""


@pytest.mark.parametrize("path", ["/nl/", "/en/organisations/", "/nl/nieuws/opening-biotech-training-facility/"])
def test_the_first_stop_skips_to_the_content(page: Page, path: str) -> None:
    page.goto(path)
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1440])
@pytest.mark.parametrize(
    "path", ["/nl/", "/en/facilities/", "/nl/over-het-park/", "/nl/kaart/", "/en/network/?from=lumc"]
)
def test_every_stop_is_seen(page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(LOOK)
        if stop["isPage"]:
            break
        assert stop["isMarked"], stop["where"]
        assert stop["isSeen"], stop["where"]


def test_the_menu_opens_with_the_keyboard(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto("/en/")
    page.get_by_role("banner").get_by_text("Menu", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Organisations", exact=True).first).to_be_focused()


@pytest.mark.parametrize("path", ["/nl/", "/en/facilities/", "/nl/organisaties/janssen-vaccines/"])
def test_the_stops_are_in_the_order_of_the_page(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate("window.stops = []")
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body || !window.stops.push(document.activeElement)"):
            break
    follows = "(one, index, all) => index && !(all[index - 1].compareDocumentPosition(one) & 4)"
    assert page.evaluate(f"window.stops.filter({follows}).map((one) => one.outerHTML.slice(0, 120))") == []
    assert page.evaluate('document.querySelectorAll(\'[tabindex]:not([tabindex="0"], [tabindex="-1"])\').length') == 0
    regions = page.evaluate("window.stops.map((one) => one.closest('body > *').localName)")
    assert len([name for name, before in zip(regions, [None, *regions], strict=False) if name != before]) == len(
        set(regions)
    )
