"""The demo's menus."""

import uuid

from wagtail.models import Locale

from parkportal.website.models import Menu

from .pages import SITE_NAMESPACE, Pages
from .source import Entry, entries


def load_menus(pages: Pages) -> None:
    """A header and a footer in every language."""
    for entry in entries("menus", "menu"):
        locale = Locale.objects.get(language_code=entry["language"])
        if Menu.objects.filter(place=entry["place"], locale=locale).exists():
            continue
        key = uuid.uuid5(SITE_NAMESPACE, f"menu-{entry['place']}")
        links = [("link", _link(item, pages, entry["language"])) for item in entry["items"]]
        Menu.objects.create(place=entry["place"], locale=locale, translation_key=key, links=links)


def _link(item: Entry, pages: Pages, language: str) -> dict[str, object]:
    page = pages[item["page"], language] if item.get("page") else None
    return {"label": item["label"], "page": page, "url": item.get("url", "")}
