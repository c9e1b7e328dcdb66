"""What surrounds a page's own content: the way up, and the way to its counterpart in another language."""

from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language_info
from wagtail.models import Page

from .visibility import visible_pages


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


def page_language_links(page: Page, ancestors: list[Page], path_suffix: dict[str, str]) -> list[LanguageLink]:
    """A link for every language. ``path_suffix`` is what follows the page's own address, by language."""
    line = [page, *reversed(ancestors)]
    keys = [each.translation_key for each in line]
    counterparts = visible_pages().filter(translation_key__in=keys).select_related("locale")
    found = {(each.translation_key, each.locale.language_code): each for each in counterparts}
    links = []
    for code, _name in settings.LANGUAGES:
        target = next((found[key, code] for key in keys if (key, code) in found), None)
        exists = target is not None and target.translation_key == page.translation_key
        url = target.url if target and target.url else f"/{code}/"
        links.append(
            LanguageLink(
                code=code,
                label=get_language_info(code)["name_local"].capitalize(),
                url=url + path_suffix.get(code, "") if exists else url,
                exists=exists,
                current=code == page.locale.language_code,
            )
        )
    return links
