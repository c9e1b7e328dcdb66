"""On every width nothing sticks out of the window, and nothing lies over something else."""

import pytest
from playwright.sync_api import Page

from tests.browser.page_types import PAGE_TYPES

WIDTHS = (320, 360, 768, 1440)
MEASURE = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [header, main, footer] = ["body > header", "body > main", "body > footer"].map(box);
  const isCut = (element) => getComputedStyle(element).overflowX !== "visible" || element.clientWidth <= 1;
  const sticksOut = (element) => element.scrollWidth > element.clientWidth + 1 && !isCut(element);
  return {
    tooWide: document.documentElement.scrollWidth - innerWidth,
    culprits: [...document.querySelectorAll("main *")].filter(sticksOut).slice(-3).map((element) => element.outerHTML),
    headerOverMain: Math.round(header.bottom - main.top),
    mainOverFooter: Math.round(main.bottom - footer.top),
  };
}"""


@pytest.mark.parametrize("path", [each.path for each in PAGE_TYPES.values()], ids=PAGE_TYPES)
def test_a_page_fits_every_window(window: Page, path: str) -> None:
    window.set_viewport_size({"width": WIDTHS[0], "height": 800})
    window.goto(path)
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 800})
        found = window.evaluate(MEASURE)
        assert found["tooWide"] <= 0, (width, found["culprits"])
        assert found["headerOverMain"] <= 0, width
        assert found["mainOverFooter"] <= 0, width
