"""What surrounds a page's own content: the way up, and the way to its counterpart in another language."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import get_language_info
from wagtail.models import Page

from .languages import LANGUAGE_CODES, current_language
from .visibility import visible_pages

if TYPE_CHECKING:
    from .models import Record


@dataclass(frozen=True)
class Crumb:
    """A step of the way up."""

    label: str
    url: str


@dataclass(frozen=True)
class LanguageLink:
    """A link to another language: to the counterpart if it exists, else to the nearest page above it."""

    code: str
    label: str
    url: str
    exists: bool
    current: bool


def breadcrumbs(ancestors: list[Page]) -> list[Crumb]:
    """The way up, from the home page."""
    return [Crumb(page.title, page.url) for page in ancestors if page.depth > 1 and page.url]


def page_language_links(page: Page, ancestors: list[Page]) -> list[LanguageLink]:
    """A link for every language, in one query."""
    line = [page, *reversed(ancestors)]
    keys = [each.translation_key for each in line]
    counterparts = visible_pages().filter(translation_key__in=keys).select_related("locale")
    found = {(each.translation_key, each.locale.language_code): each for each in counterparts}
    current = page.locale.language_code
    links = []
    for code in LANGUAGE_CODES:
        target = next((found[key, code] for key in keys if (key, code) in found), None)
        exists = target is not None and target.translation_key == page.translation_key
        links.append(language_link(code, target.url if target else "", exists=exists, current=current))
    return links


def record_language_links(record: "Record") -> list[LanguageLink]:
    """A link for every language to a record's profile."""
    urls = {code: record.url_in(code) for code in LANGUAGE_CODES}
    return [language_link(code, url, exists=bool(url), current=current_language()) for code, url in urls.items()]


def language_link(code: str, url: str | None, *, exists: bool, current: str) -> LanguageLink:
    """A link to a language; without an address it leads to that language's home page."""
    label = get_language_info(code)["name_local"].capitalize()
    return LanguageLink(code, label, url or f"/{code}/", exists, code == current)
