"""Bad input: pages that say in the visitor's language what was wrong."""

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.functional import Promise


class NothingHere(Http404):
    """A 404 whose message the visitor gets to see."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


class BadInput(Exception):
    """A request that can't be understood: a 400 whose message the visitor gets to see."""

    def __init__(self, message: str | Promise) -> None:
        super().__init__(message)
        self.message = message


def error_page(request: HttpRequest, status: int, message: str | Promise = "", *, url: str = "") -> HttpResponse:
    """The error page of a status, in the frame of the site; ``url`` is where to go on."""
    context = {"message": message, "status": status, "url": url}
    response = TemplateResponse(request, f"{status}.html", context, status=status)
    return response.render()


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler404``."""
    return error_page(request, 404, exception.message if isinstance(exception, NothingHere) else "")


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler400``."""
    return error_page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """``handler403``."""
    return error_page(request, 403)
