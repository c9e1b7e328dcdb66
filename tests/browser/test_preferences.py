"""The site as visitors have set their device: colours of their own, no motion, large text, a finger for a mouse."""

import pytest
from playwright.sync_api import Page

from tests.browser.page_types import PAGE_TYPES

LOOKED_AT = ("home", "directory", "organisation", "facility", "partnership", "agenda", "article", "map", "question")
PHONE = {"width": 360, "height": 780}
HIDDEN_TEXTS = """() => {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && element.clientWidth > 1;
  const ownText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const colour = getComputedStyle(each).backgroundColor;
      if (!/^rgba\\(.*, 0\\)$/.test(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => element instanceof HTMLElement && ownText(element) && seen(element))
    .filter((element) => getComputedStyle(element).color === ground(element))
    .map((element) => element.outerHTML.slice(0, 120));
}"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  const times = [...style.transitionDuration.split(","), ...style.animationDuration.split(",")];
  return times.some((time) => parseFloat(time) > 0) || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 120))"""
SMALL_TARGETS = """() => {
  const inText = (element) => {
    const around = element.closest("p, dd, dt, li, td, th, figcaption, small, h1, h2, h3, legend, label");
    return around && getComputedStyle(element).display === "inline" && around !== element;
  };
  return [...document.querySelectorAll("a[href], button, summary, input:not([type=hidden]), select, textarea")]
    .filter((element) => element instanceof HTMLElement && !element.closest(".visually-hidden") && !inText(element))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".visually-hidden"))
    .map((element) => [element, (element.closest("label") || element).getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && Math.min(box.width, box.height) < 24)
    .map(([element, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${element.outerHTML.slice(0, 99)}`);
}"""
SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"
CUT = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, a, button, label)")]
  .filter((element) => element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 1)
  .filter((element) => getComputedStyle(element).overflowY !== "visible")
  .map((element) => element.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("name", LOOKED_AT)
def test_a_page_serves_every_preference(window: Page, name: str) -> None:
    window.set_viewport_size(PHONE)
    window.emulate_media(forced_colors="active", reduced_motion="reduce")
    window.goto(PAGE_TYPES[name].path)
    assert window.evaluate(HIDDEN_TEXTS) == [], "in forced colours"
    assert window.evaluate(MOVING) == []
    assert window.evaluate(SMALL_TARGETS) == [], "smaller than 24 pixels"
    window.set_viewport_size({"width": 640, "height": 780})
    window.evaluate("document.documentElement.style.fontSize = '200%'")
    assert window.evaluate(SIDEWAYS) <= 0, "with text of twice the size"
    assert window.evaluate(CUT) == [], "with text of twice the size"
