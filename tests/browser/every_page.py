"""What the server says at every page type: in each language, and its variants in one."""

import re
from html import unescape
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

from tests.browser.page_types import PAGE_TYPES, PageType

COUNTERPART = re.compile(r'<a href="([^"]+)" [^>]*rel="alternate"')


class Answer(NamedTuple):
    """A page as the server sends it."""

    path: str
    html: str


def every_page(base_url: str) -> dict[str, list[Answer]]:
    """The answers by the name of the page type."""
    return {name: in_each_language(base_url, page_type) for name, page_type in PAGE_TYPES.items()}


def in_each_language(base_url: str, page_type: PageType) -> list[Answer]:
    """The page, and what its language switch leads to, with the same question."""
    first = answer_at(base_url, page_type.path, page_type.status)
    found = COUNTERPART.search(first.html) if page_type.shows else None
    if found is None:
        return [first]
    query = urlsplit(page_type.path).query
    path = urlsplit(unescape(found[1])).path + (f"?{query}" if query else "")
    return [first, answer_at(base_url, path, page_type.status)]


def answer_at(base_url: str, path: str, status: int) -> Answer:
    """What the server says there, if it says it with that status."""
    try:
        answer = urlopen(f"{base_url}{path}", timeout=60)
    except HTTPError as error:
        answer = error
    with answer:
        assert answer.status == status, f"{path}: {answer.status}"
        return Answer(path, answer.read().decode())
