"""What a page costs a visitor who was never here: requests, and bytes as nginx sends them."""

import gzip
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Page, Response

from tests.browser.page_types import PAGE_TYPES

PROFILES = (
    "organisation",
    "facility",
    "instrument",
    "building",
    "person",
    "programme",
    "course",
    "event",
    "internship",
    "partnership",
)
ARTICLES = ("article", "interview", "press-release", "background", "statement", "report", "event-report")
MOST = {"document": 8_192, "stylesheet": 12_288, "script": 5_120}
MOST_IN_ALL = 61_440
MOST_REQUESTS = 8
PACKED: dict[str, Callable[[bytes], bytes]] = {
    "document": partial(gzip.compress, compresslevel=5),  # nginx's gzip_comp_level.
    "stylesheet": brotli.compress,  # The others are compressed once, as well as possible.
    "font": bytes,
}


@pytest.mark.parametrize("name", PROFILES + ARTICLES)
def test_a_page_is_light(page: Page, name: str) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.set_viewport_size({"width": 1440, "height": 4000})
    page.goto(PAGE_TYPES[name].path, wait_until="networkidle")
    weights = list(weighed(answers))
    told = "\n".join(f"{kind:<11}{weight:>7}  {path}" for kind, weight, path in weights)
    for kind, most in MOST.items():
        assert sum(weight for each, weight, _path in weights if each == kind) <= most, told
    assert sum(weight for _kind, weight, _path in weights) <= MOST_IN_ALL, told
    assert len(weights) <= MOST_REQUESTS, told


def weighed(answers: list[Response]) -> Iterator[tuple[str, int, str]]:
    """Kind, bytes and path of each file but the content’s pictures; the mark is the icon too, and asked for once."""
    for path, answer in {urlsplit(answer.url).path: answer for answer in answers}.items():
        kind = answer.request.resource_type
        if not path.startswith("/media/"):
            body = answer.body()
            yield kind, min(len(body), len(PACKED.get(kind, gzip.compress)(body))), path
