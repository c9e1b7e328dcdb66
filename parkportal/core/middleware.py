"""What holds for every request: clean input, the caches' instructions, the staff's content policy."""

from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import has_vary_header, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language, get_language_from_path
from django.utils.translation import gettext_lazy as _

from .errors import BadInput, error_page
from .freshness import keeping_times

GetResponse = Callable[[HttpRequest], HttpResponse]
STAFF_PREFIX = "/cms/"
UNREADABLE = _("The address holds characters that can't be read. Check it, or begin at the home page.")


class PublicCacheMiddleware:
    """Lets any cache keep what everybody may see, and none keep what is for one person.

    Directives of RFC 9111 and RFC 5861.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.has_header("Cache-Control"):
            return response
        if is_public(request, response):
            fresh, stale = keeping_times()
            patch_cache_control(
                response,
                public=True,
                max_age=0,
                s_maxage=fresh,
                stale_while_revalidate=stale,
                stale_if_error=settings.CACHE_STALE_IF_ERROR,
            )
        else:
            patch_cache_control(response, private=True, no_store=True)
        return response


def is_public(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether the answer is the same for everybody: an anonymous GET that succeeded or moved for good."""
    return (
        request.method in ("GET", "HEAD")
        and response.status_code in (200, 301, 302, 304, 404, 410)
        and not request.path.startswith(STAFF_PREFIX)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not response.cookies
        and not has_vary_header(response, "Cookie")
    )


class LanguageMiddleware(LocaleMiddleware):
    """Django's, but an unknown address is not found instead of tried again in a language."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Say which language the answer is in; an error outside the languages depends on the visitor."""
        if not get_language_from_path(request.path_info) and response.status_code >= 400:
            patch_vary_headers(response, ["Accept-Language"])
        response.headers.setdefault("Content-Language", get_language())
        return response


class CleanQueryMiddleware:
    """Refuses NUL bytes and broken UTF-8, which PostgreSQL can't take, and shows BadInput as a page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_readable(request.META.get("QUERY_STRING", "")) or "\0" in request.path:
            return error_page(request, 400, UNREADABLE)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer BadInput with its message."""
        return error_page(request, 400, exception.message) if isinstance(exception, BadInput) else None


def is_readable(query: str) -> bool:
    """Whether a query string decodes to text without NUL."""
    raw = unquote_to_bytes(query.replace("+", " "))
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False


class StaffContentSecurityPolicyMiddleware:
    """Gives the staff's pages the looser policy that Wagtail's editor needs."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(STAFF_PREFIX):
            response._csp_config = settings.STAFF_CSP  # type: ignore[attr-defined]
        return response
