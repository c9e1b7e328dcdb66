"""Old addresses lead to where a page is now, if the public may see it: an address tells of what is hidden, too."""

from urllib.parse import urlparse

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from .visibility import visible_pages


class VisibleRedirectMiddleware(RedirectMiddleware):  # type: ignore[misc]
    """Wagtail's redirects, but none to a page that is not visible."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Lead on from an address that is not found."""
        if response.status_code != 404:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        paths = dict.fromkeys([path, urlparse(path).path])
        redirect = next((found for each in paths if (found := get_redirect(request, each))), None)
        if redirect is None or not redirect.link or not _is_public(redirect):
            return response
        kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
        return kind(redirect.link)


def _is_public(redirect: Redirect) -> bool:
    page = redirect.redirect_page_id
    return page is None or visible_pages().filter(pk=page).exists()
