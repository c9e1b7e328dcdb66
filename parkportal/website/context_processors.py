"""What every template of the site may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url
from django.utils.translation import get_language_info

from parkportal.core.frame import LanguageLink
from parkportal.core.languages import LANGUAGE_CODES, current_language
from parkportal.core.middleware import STAFF_PREFIX

from .site_frame import Link, site_frame


def frame(request: HttpRequest) -> dict[str, Any]:
    """The park, its menus, the search page, and language links for pages that are not in the page tree."""
    if request.path.startswith(STAFF_PREFIX) and not getattr(request, "is_preview", False):
        return {}
    around = site_frame()
    links = _language_links(request)
    return {
        "park": around.park,
        "navigation": {
            "header": _with_current(around.header, request.path),
            "footer": _with_current(around.footer, request.path),
        },
        "search_url": reverse("search"),
        "home_url": f"/{current_language()}/",
        "site_url": settings.SITE_URL,
        "language_links": links,
        "alternates": [link for link in links if link.exists],
    }


def _with_current(links: list[Link], path: str) -> list[dict[str, Any]]:
    return [{"label": link.label, "url": link.url, "current": path.startswith(link.url)} for link in links]


def _language_links(request: HttpRequest) -> list[LanguageLink]:
    language = current_language()
    links = []
    for code in LANGUAGE_CODES:
        url = translate_url(request.path, code)
        exists = code == language or url != request.path
        label = get_language_info(code)["name_local"].capitalize()
        links.append(LanguageLink(code, label, url if exists else f"/{code}/", exists, code == language))
    return links
