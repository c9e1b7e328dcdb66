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
NAMED = ("/nl/organisaties/", "/nl/organisaties/janssen-vaccines/", "/nl/kaart/", "/nl/netwerk/")
RENAME = """([pattern, other]) => {
  const words = new RegExp(pattern, "g");
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  let renamed = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode.data.replace(words, other);
    if (text !== texts.currentNode.data) renamed += 1;
    texts.currentNode.data = text;
  }
  return renamed;
}"""
LONG_WORD = "Hottentottententententoonstellingsmakersopleiding" * 2


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


@pytest.mark.parametrize("path", NAMED)
def test_a_name_or_text_of_one_long_word_breaks(window: Page, path: str) -> None:
    window.set_viewport_size({"width": WIDTHS[1], "height": 800})
    window.goto(path)
    assert window.evaluate(RENAME, ["Janssen Vaccines|Vaccinbedrijf", LONG_WORD])
    found = window.evaluate(MEASURE)
    assert found["tooWide"] <= 0, found["culprits"]
