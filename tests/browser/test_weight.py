"""What a page costs a visitor who was never here: requests, bytes as nginx sends them, and whether anything moves."""

import gzip
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, Page, Response, Route

from tests.browser.page_types import PAGE_TYPES

PROFILES = (
    *("organisation", "facility", "instrument", "building", "person"),
    *("programme", "course", "internship", "partnership", "event"),
)
ARTICLES = ("article", "interview", "press-release", "background", "statement", "report", "event-report")
LOOKED_AT = (
    "home",
    "directory",
    "organisation",
    "facility",
    "article",
    "press-release",
    "partnership",
    "agenda",
    "map",
)
MOST = {"document": 8_192, "stylesheet": 12_288, "script": 5_120}
MOST_IN_ALL = 61_440
MOST_REQUESTS = 8
MOST_SHIFT = 0.05
"""Half of what Core Web Vitals call good."""
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "document": partial(gzip.compress, compresslevel=5),  # nginx's gzip_comp_level.
    "stylesheet": brotli.compress,  # The others are compressed once, as well as possible.
    "font": bytes,
}
PHONE = {"width": 412, "height": 823}
HIGH_PHONE = {"width": 412, "height": 4000}
"""What waits for the visitor to come near is near."""

WATCH_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: "layout-shift", buffered: true });
"""
PICTURES_ARE_THERE = "[...document.images].every((img) => img.loading === 'lazy' || img.complete)"
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 200)))"
FACES_ARE_THERE = "document.fonts.ready.then((faces) => [...faces].some(({ status }) => status === 'loaded'))"
PICTURES = """() => [...document.querySelectorAll("main img")].map((img) => ({
  shown: img.outerHTML,
  light: img.closest("picture")?.querySelector("source[type='image/webp']") != null || img.src.endsWith(".webp"),
  sized: img.hasAttribute("width") && img.hasAttribute("height"),
  waits: img.loading === "lazy",
  leads: img.fetchPriority === "high",
}))"""


class Visit(NamedTuple):
    """What a page asked for, and its pictures."""

    weights: list[tuple[str, int, str]]
    pictures: list[dict[str, Any]]


@pytest.fixture(scope="module")
def visit(request: pytest.FixtureRequest, browser: Browser, base_url: str) -> Iterator[Visit]:
    """A first visit with a phone."""
    context = browser.new_context(base_url=base_url, viewport=HIGH_PHONE, device_scale_factor=2, is_mobile=True)
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(PAGE_TYPES[request.param].path, wait_until="networkidle")
    yield Visit(list(weighed(answers)), page.evaluate(PICTURES))
    context.close()


@pytest.mark.parametrize("visit", PROFILES + ARTICLES, indirect=True)
def test_a_page_is_light(visit: Visit) -> None:
    weights = visit.weights
    told = "\n".join(f"{kind:<11}{weight:>7}  {path}" for kind, weight, path in weights)
    for kind, most in MOST.items():
        assert sum(weight for each, weight, _path in weights if each == kind) <= most, told
    assert sum(weight for _kind, weight, _path in weights) <= MOST_IN_ALL, told
    assert len(weights) <= MOST_REQUESTS, told


@pytest.mark.parametrize("visit", PROFILES + ARTICLES, indirect=True)
def test_pictures_are_light_and_keep_their_place(visit: Visit) -> None:
    for picture in visit.pictures:
        assert picture["light"], picture["shown"]
        assert picture["sized"], picture["shown"]
        assert picture["waits"] != picture["leads"], picture["shown"]


@pytest.mark.parametrize("name", LOOKED_AT)
def test_nothing_moves_until_the_faces_come_and_then_next_to_nothing(page: Page, name: str) -> None:
    faces: list[Route] = []
    page.set_viewport_size(PHONE)
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.woff2", lambda route: faces.append(route))
    page.goto(PAGE_TYPES[name].path, wait_until="domcontentloaded")
    page.wait_for_function(PICTURES_ARE_THERE)
    page.evaluate(PAINTED)
    assert page.evaluate("shifts") == []
    page.route("**/*.woff2", lambda route: route.continue_())
    for face in faces:
        face.continue_()
    page.wait_for_function(FACES_ARE_THERE)
    page.evaluate(PAINTED)
    assert sum(page.evaluate("shifts")) < MOST_SHIFT


def weighed(answers: list[Response]) -> Iterator[tuple[str, int, str]]:
    """Kind, bytes and path of each file but the content’s pictures; the mark is the icon too, and asked for once."""
    for path, answer in {urlsplit(answer.url).path: answer for answer in answers}.items():
        kind = answer.request.resource_type
        if not path.startswith("/media/"):
            body = answer.body()
            yield kind, min(len(body), len(PACKED.get(kind, gzip.compress)(body))), path
