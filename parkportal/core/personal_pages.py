"""Pages whose address is a secret of one person: kept nowhere, told nobody, and never a hint why there is none."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest
from django.utils.functional import Promise
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .errors import NothingHere, error_page

PRIVATE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    # No host but ours hears of the address. Not “no-referrer”: then browsers hide from our own forms who sends them.
    "Referrer-Policy": "same-origin",
}

View = Callable[..., Any]


def kept_private(view: View) -> View:
    """An answer that concerns nobody else, also where there is none."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        try:
            response = view(request, *args, **kwargs)
        except Http404 as missing:
            response = error_page(request, 404, _message(missing))
        if hasattr(response, "render") and not response.is_rendered:
            response.render()
        for name, value in PRIVATE.items():
            response.headers[name] = value
        return response

    return answer


def acts_by_post(view: View) -> View:
    """A private page without a cookie: without its address no other site can forge a POST, and a GET does nothing."""
    return csrf_exempt(kept_private(never_cache(require_http_methods(["GET", "HEAD", "POST"])(view))))


def _message(missing: Http404) -> str | Promise:
    return missing.message if isinstance(missing, NothingHere) else ""
