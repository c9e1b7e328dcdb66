"""The pages that are not in the page tree."""

import datetime

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.listing import text_query

from .models import ParkSettings
from .search import as_data, search, search_page_context
from .suggestions import suggest

DAYS_OF_SECURITY_TXT = 180
HOUR = 60 * 60


@require_safe
def front_door(request: HttpRequest) -> HttpResponse:
    """``/`` leads to the home page in the visitor's language."""
    language = get_language_from_request(request)
    response = HttpResponseRedirect(f"/{language if language in LANGUAGE_CODES else settings.LANGUAGE_CODE}/")
    patch_vary_headers(response, ["Accept-Language"])
    return response


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """What the whole site has on a text, as a page or as JSON."""
    found = search(text_query(request.GET), literally="literally" in request.GET)
    if request.GET.get("format") == "json":
        return JsonResponse(as_data(found))
    return TemplateResponse(
        request,
        "website/search.html",
        {"query": found.query, "asked": found.corrected or found.query, **search_page_context(found)},
    )


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """What the box offers while somebody types."""
    return JsonResponse(suggest(text_query(request.GET)))


@cache_control(public=True, max_age=HOUR)
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be indexed."""
    sitemaps = [f"Sitemap: {settings.SITE_URL}/{name}" for name in ("sitemap.xml", "news-sitemap.xml")]
    lines = ["User-agent: *", "Disallow: /cms/", *sitemaps, ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116). It is 404 while the park names no address."""
    contact = ParkSettings.load().security_contact
    if not contact:
        return HttpResponse(status=404)
    expires = (timezone.now() + datetime.timedelta(days=DAYS_OF_SECURITY_TXT)).replace(hour=0, minute=0, second=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(LANGUAGE_CODES)}",
        f"Canonical: {settings.SITE_URL}/.well-known/security.txt",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@never_cache
@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    """``/healthz``: the process answers."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """``/readyz``: the database answers too; 503 while it does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Exception:  # Whatever the driver raises, the answer is that we are not ready.
        return JsonResponse({"status": "the database does not answer"}, status=503)
    return JsonResponse({"status": "ok"})


def server_error(request: HttpRequest) -> HttpResponse:
    """``handler500``: a page in every language that needs neither the database nor the session."""
    return HttpResponse(render_to_string("500.html"), status=500)
