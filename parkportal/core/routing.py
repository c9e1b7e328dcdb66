"""Finding the page at an address in two queries, however deep it lies.

Wagtail asks two queries for each step of a path; see docs/decisions/routing.md.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site
from wagtail.views import serve as wagtail_serve

from .languages import current_language
from .models import BasePage
from .models.record_index import ProfilesBelow
from .visibility import visible_pages


@csrf_exempt  # It takes no POST, and says so by 405 rather than 403.
@require_safe
def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the deepest visible page of a path, which may answer for what follows.

    Pages that only some may see go through Wagtail's own checks.
    """
    components = [part for part in path.split("/") if part]
    line = _visible_line(components)
    if not line:
        raise Http404
    rest = components[line[-1].depth - line[0].depth :]
    page = _for_serving(line[-1], rest)
    page.ancestors = line[:-1]
    try:
        result = page.route(request, rest)
    except Http404:
        return wagtail_serve(request, path)
    if result.page.pk != page.pk:  # A page below that not everybody may see.
        return wagtail_serve(request, path)
    request._wagtail_route_for_request = result  # type: ignore[attr-defined]
    return result.page.serve(request, *result.args, **result.kwargs)


def _visible_line(components: list[str]) -> list[Page]:
    """The visible pages from the home page in the active language down along the path."""
    language = current_language()
    roots = [root.root_path for root in Site.get_site_root_paths() if root.language_code == language]
    paths = roots[:1]
    for component in components[:20] if roots else []:
        paths.append(f"{paths[-1]}{component}/")
    pages = visible_pages().filter(url_path__in=paths).select_related("locale", "content_type")
    by_path = {page.url_path: page for page in pages}
    line = []
    for step in paths:
        if step not in by_path:
            break
        line.append(by_path[step])
    return line


def _for_serving(page: Page, rest: list[str]) -> BasePage:
    """The page as its own type, in one query with what it shows of itself; without one for a profile below it."""
    kind = page.specific_class
    if kind is None or not issubclass(kind, BasePage):
        raise Http404
    if rest and issubclass(kind, ProfilesBelow):
        deferred = page.specific_deferred
        deferred._state.fields_cache.update(page._state.fields_cache)
        return deferred
    return kind.objects.for_serving().get(pk=page.pk)
