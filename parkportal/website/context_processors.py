"""What every template of the site may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse, translate_url

from parkportal.core.frame import LanguageLink, language_link
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
        "suggestions_url": reverse("suggestions"),
        "home_url": f"/{current_language()}/",
        "site_url": settings.SITE_URL,
        "canonical_url": _canonical_url(request),
        "footer_plan": around.park.strip,
        "map_url": around.map_url,
        "network_url": around.network_url,
        "glossary_url": around.glossary_url,
        "language_links": links,
        "alternates": [link for link in links if link.exists],
    }


def _canonical_url(request: HttpRequest) -> str:
    """The address without its filters; a page of an unfiltered list is one of its own."""
    page = request.GET.get("page", "")
    own = page.isdecimal() and page != "1" and set(request.GET) == {"page"}
    return f"{settings.SITE_URL}{request.path}{f'?page={page}' if own else ''}"


def _with_current(links: list[Link], path: str) -> list[dict[str, Any]]:
    return [{"label": link.label, "url": link.url, "current": path.startswith(link.url)} for link in links]


def _language_links(request: HttpRequest) -> list[LanguageLink]:
    """For pages that are not in the page tree: their address translated, where that leads somewhere else."""
    language = current_language()
    urls = {code: translate_url(request.path, code) for code in LANGUAGE_CODES}
    exists = {code: code == language or url != request.path for code, url in urls.items()}
    return [
        language_link(code, url if exists[code] else "", exists=exists[code], current=language)
        for code, url in urls.items()
    ]
