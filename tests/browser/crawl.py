"""A visit of everything that links lead to."""

import re
from collections import defaultdict, deque
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Error, Response

SIBLINGS, TOP = 3, 3  # All of /nl/nieuws/ and its like, and three below each.
LINK = re.compile(r'<a [^>]*href="([^"]+)"')
FACTS = (Path(__file__).parent / "page_facts.js").read_text()
LISTEN = """
window.policyViolations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.policyViolations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""


@dataclass
class Visit:
    """A page as Chromium saw it."""

    url: str
    arrived_at: str = ""
    status: int = 0
    facts: dict[str, Any] = field(default_factory=dict)
    console: list[str] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language that the address names."""
        return urlsplit(self.arrived_at).path.split("/")[1]


class Crawl:
    """Every page that links lead to, in one Chromium window; feeds and downloads are only asked for.

    Of the links with a query each page of a list is followed, and one of every other set of parameters per address.
    Of the pages below one address the first are looked at; the others must answer.
    """

    def __init__(self, context: BrowserContext, base_url: str) -> None:
        self.context = context
        self.base_url = base_url
        self.visits: list[Visit] = []
        self.answers: dict[str, int] = {}
        self.in_sitemap: set[str] = set()
        self.requests: set[str] = set()
        self.cookie_setters: set[str] = set()
        self._unread: list[Response] = []
        self._seen: set[tuple[str, ...]] = set()
        self._looked_at: defaultdict[str, set[str]] = defaultdict(set)
        self.page = context.new_page()
        self.page.add_init_script(LISTEN)
        self.page.on("request", lambda request: self.requests.add(request.url))
        self.page.on("response", lambda response: self._unread.append(response))
        self.page.on("console", self._note_message)
        self.page.on("pageerror", self._note_error)

    def read_sitemap(self) -> None:
        """Note what the sitemap names before the visit: other tests may publish pages meanwhile."""
        sitemap = self.context.request.get(f"{self.base_url}/sitemap.xml").text()
        self.in_sitemap = {urlsplit(location).path for location in re.findall(r"<loc>([^<]+)</loc>", sitemap)}

    def run(self, *paths: str) -> None:
        """Visit these pages, what they lead to, what that leads to, and so on."""
        waiting = deque(f"{self.base_url}{path}" for path in paths if self._is_new(f"{self.base_url}{path}"))
        while waiting:
            url = waiting.popleft()
            looks = is_page(url) and self._is_among_the_first(url)
            links = self._visit(url).facts["links"] if looks else self._ask(url)
            waiting.extend(link for link in map(strip_fragment, links) if self._is_new(link))

    def _visit(self, url: str) -> Visit:
        visit = Visit(url)
        self.visits.append(visit)
        answer = self.page.goto(url, wait_until="load")
        visit.facts = self.page.evaluate(FACTS)
        visit.arrived_at = self.page.url
        visit.status = answer.status if answer else 0
        while self._unread:
            response = self._unread.pop()
            if response.url not in self.answers:
                self._note_answer(response.url, response.status, response.headers_array())
        return visit

    def _ask(self, url: str) -> list[str]:
        """Only whether it answers, and the links of a page."""
        answer = self.context.request.get(url, max_redirects=0)
        self._note_answer(url, answer.status, answer.headers_array)
        return [urljoin(url, unescape(link)) for link in LINK.findall(answer.text())] if is_page(url) else []

    def _is_new(self, url: str) -> bool:
        """Whether to go there: to the site's public addresses, to none of them twice."""
        parts = urlsplit(url)
        if not url.startswith(f"{self.base_url}/") or parts.path.startswith("/cms/"):
            return False
        key = (parts.path, *(value if name in ("page", "format") else name for name, value in parse_qsl(parts.query)))
        is_new = key not in self._seen
        self._seen.add(key)
        return is_new

    def _is_among_the_first(self, url: str) -> bool:
        """Whether few of its siblings have been looked at."""
        path = urlsplit(url).path
        siblings = self._looked_at[path.rstrip("/").rpartition("/")[0]]
        if len(siblings) < SIBLINGS:
            siblings.add(path)
        return path in siblings or path.count("/") <= TOP

    def _note_answer(self, url: str, status: int, headers: Any) -> None:
        self.answers[url] = status
        if any(header["name"].lower() == "set-cookie" for header in headers):
            self.cookie_setters.add(url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.visits[-1].console.append(message.text)

    def _note_error(self, error: Error) -> None:
        self.visits[-1].console.append(str(error))


def strip_fragment(url: str) -> str:
    """The address of the whole page."""
    return urldefrag(url).url


def is_page(url: str) -> bool:
    """Whether an address is that of a page, rather than of a feed, a download or a picture."""
    parts = urlsplit(url)
    names = {name for name, value in parse_qsl(parts.query)}
    below = set(parts.path.split("/"))
    is_file = bool(below & {"feed", "ics", "press-pack", "text"}) or "format" in names
    return parts.path.endswith("/") and not is_file
