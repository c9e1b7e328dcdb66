"""The sitemap: every visible page and record in every language, each with its counterparts."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from organisations.models import Person
from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.record_urls import index_url
from parkportal.core.visibility import visible_pages

from .roles import record_models

LIMIT = 50_000  # sitemaps.org


@dataclass(frozen=True)
class Entry:
    """An address with when it changed and its counterparts by language."""

    url: str
    changed: datetime.datetime | None
    alternates: dict[str, str]


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """``/sitemap.xml`` with hreflang alternates."""
    entries = {entry.url: entry for entry in [*page_entries(), *record_entries()]}
    context = {"entries": list(entries.values())[:LIMIT], "site_url": settings.SITE_URL}
    return TemplateResponse(request, "website/sitemap.xml", context, content_type="application/xml")


def page_entries() -> Iterable[Entry]:
    """The visible pages; translations share a key."""
    pages = [page for page in visible_pages().filter(depth__gt=1).select_related("locale").order_by("path") if page.url]
    by_key: dict[object, dict[str, str]] = defaultdict(dict)
    for page in pages:
        by_key[page.translation_key][page.locale.language_code] = page.url
    for page in pages:
        yield Entry(page.url, page.last_published_at, by_key[page.translation_key])


def record_entries() -> Iterable[Entry]:
    """The visible records that have a profile, and the people with a page."""
    models: list[type[Any]] = [*record_models(), Person]
    for model in models:
        if not any(index_url(model, code) for code in LANGUAGE_CODES):
            continue
        for record in model.objects.visible().order_by("pk").iterator():
            urls = {code: url for code in LANGUAGE_CODES if (url := record.url_in(code))}
            for url in urls.values():
                yield Entry(url, record.updated, urls)
