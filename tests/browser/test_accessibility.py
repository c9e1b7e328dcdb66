"""No page breaks a rule of WCAG 2.2 AA, or a best practice, that a machine can check."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Page

from tests.browser import news_by_mail, own_entry
from tests.browser.demo_site import DemoSite
from tests.browser.every_page import Answer
from tests.browser.page_types import PAGE_TYPES

AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"]  # All that a theme changes is colour.
NARROW, WIDE = {"width": 360, "height": 780}, {"width": 1440, "height": 900}
RUN = """async (runOnly) => {
  const found = await axe.run({
    runOnly, preload: false, resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) =>
    `${id}: ${html.slice(0, 160)} | ${failureSummary.split("\\n").slice(1).join(" ").slice(0, 240)}`));
}"""


@pytest.fixture(scope="module")
def window(window: Page) -> Page:
    """One window for all pages, with axe in each."""
    window.add_init_script(AXE)
    window.emulate_media(reduced_motion="reduce")
    return window


@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_breaks_no_rule(window: Page, answers: dict[str, list[Answer]], name: str) -> None:
    for path, _html in answers[name]:
        window.goto(path)
        assert list(broken_rules(window)) == [], path


@pytest.mark.parametrize("language", news_by_mail.FORMS)
@pytest.mark.parametrize("walk", [news_by_mail.walk, own_entry.walk])
def test_the_personal_pages_of_a_reader_break_no_rule(
    window: Page, demo: DemoSite, walk: Callable[[Page, str, Path], Iterator[str]], language: str
) -> None:
    for name in walk(window, language, demo.folder / "var"):
        assert list(broken_rules(window)) == [], name


def test_the_page_of_our_own_mistakes_breaks_no_rule(window: Page) -> None:
    page = render_to_string("500.html")
    window.route("**/mistake/", lambda route: route.fulfill(body=page, content_type="text/html", status=500))
    window.goto("/mistake/")
    assert list(broken_rules(window)) == []


def broken_rules(window: Page) -> Iterator[tuple[Any, ...]]:
    """What is wrong on a wide screen as the page is served, and on a phone with everything unfolded, in both themes."""
    for size in (WIDE, NARROW):
        window.set_viewport_size(size)
        for theme, rules in (("light", {"type": "tag", "values": RULES}), ("dark", RULES_OF_COLOUR)):
            window.emulate_media(color_scheme=theme)
            yield from ((size["width"], theme, each) for each in window.evaluate(RUN, rules))
        window.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
