"""Old addresses lead to where a page is now, if the public may see it: an address tells of what is hidden, too."""

from urllib.parse import urlparse

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from .visibility import visible_pages


class VisibleRedirectMiddleware(RedirectMiddleware):  # type: ignore[misc]
    """Wagtail's redirects, none to a page that is not visible; what a moved page answers below itself moves along."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Lead on from an address that is not found."""
        if response.status_code != 404:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        paths = dict.fromkeys([path, urlparse(path).path])
        redirect = next((found for each in paths if (found := get_redirect(request, each))), None)
        if redirect is None:
            target = _below_moved(request)
            return HttpResponsePermanentRedirect(target) if target else response
        if not redirect.link or not _is_public(redirect):
            return response
        kind = HttpResponsePermanentRedirect if redirect.is_permanent else HttpResponseRedirect
        return kind(redirect.link if "?" in redirect.old_path else _with_query(redirect.link, request))


def _is_public(redirect: Redirect) -> bool:
    page = redirect.redirect_page_id
    return page is None or visible_pages().filter(pk=page).exists()


def _below_moved(request: HttpRequest) -> str:
    """Where a profile, a feed or a file is now that a page above it has another address; empty if nowhere."""
    steps = [step for step in request.path.split("/") if step]
    above = {f"/{'/'.join(steps[:depth])}": steps[depth:] for depth in range(1, len(steps))}
    if not above or "\0" in request.path:
        return ""
    redirects = Redirect.get_for_site(Site.find_for_request(request))
    moved = redirects.filter(old_path__in=above, redirect_page__isnull=False)
    nearest = max(moved, key=lambda redirect: len(redirect.old_path), default=None)
    page = visible_pages().filter(pk=nearest.redirect_page_id).first() if nearest else None
    if nearest is None or page is None or not _answers(page, request, above[nearest.old_path]):
        return ""
    return _with_query(f"{page.url}{'/'.join(above[nearest.old_path])}/", request)


def _answers(page: Page, request: HttpRequest, steps: list[str]) -> bool:
    try:
        page.specific.route(request, steps)
    except Http404:
        return False
    return True


def _with_query(address: str, request: HttpRequest) -> str:
    query = request.GET.urlencode()
    return f"{address}?{query}" if query and "?" not in address else address
