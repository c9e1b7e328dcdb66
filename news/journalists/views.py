"""What a journalist sees under an embargo. No cache keeps any of it, no search engine finds it, no host is told."""

from functools import partial, wraps
from typing import Any

from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
)
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from parkportal.core.errors import error_page
from parkportal.core.frame import language_link
from parkportal.core.languages import LANGUAGE_CODES, current_language
from parkportal.core.private_files import files_at
from parkportal.core.visibility import is_visible

from ..models import Article, JournalistLink, JournalistView, PressRelease
from ..models.press_release import PACK_PART, TEXT_PART
from ..press_pack.answers import press_pack, text_answer
from . import access

GONE = _("This personal link does not work, or no longer does. Ask the press contact for a new one.")
PRIVATE = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


def for_one_reader(view: Any) -> Any:
    """Answers that concern nobody else. A wrong, expired or revoked link always has the same one."""

    @wraps(view)
    @require_safe
    def answer(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, _open(token), token=token, **kwargs)
        except Http404:
            response = error_page(request, 404, GONE)
        for name, value in PRIVATE.items():
            response.headers[name] = value
        return response

    return answer


def _open(token: str) -> JournalistLink:
    """The link of a token that nobody revoked."""
    link = JournalistLink.objects.with_token(token)
    if link is None or link.revoked:
        raise Http404
    return link


def _check_time(link: JournalistLink, version: Article) -> None:
    """A link ends at its own time; at the end of the embargo there is no more secret to keep."""
    now = timezone.now()
    is_lifted = version.embargo_until is None or version.embargo_until <= now
    if link.expires <= now and not is_lifted:
        raise Http404


@for_one_reader
def article(request: HttpRequest, link: JournalistLink, *, token: str) -> HttpResponse:
    """The article as it will be; once it is public, the way there."""
    pages = access.languages_of(link.article)
    page = pages.get(current_language())
    if page is not None and is_visible(page):
        return HttpResponseRedirect(page.url)
    addresses = access.addresses(token, pages)
    version = access.planned_version(page) if page else None
    if version is None:
        elsewhere = next((url for code, url in addresses.items() if code != current_language()), None)
        if elsewhere is None:
            raise Http404
        return HttpResponseRedirect(elsewhere)
    _check_time(link, version)
    _note(request, link, str(version))
    with files_at(partial(access.file_address, link, token)):
        response = version.serve(request)
        response.context_data |= {
            "embargo": {"until": version.embargo_until, "link": link},
            "language_links": _language_links(addresses),
            "alternates": [],
            **_taken_along(version, token),
        }
        return response.render()


def _taken_along(version: Article, token: str) -> dict[str, str]:
    """Where a release is as plain text and as a ZIP; what lies below its public address is not there yet."""
    if not isinstance(version, PressRelease):
        return {"text_url": "", "pack_url": ""}
    names = {"text_url": "journalist-text", "pack_url": "journalist-pack"}
    return {key: access.address(token, current_language(), name) for key, name in names.items()}


def _planned_releases(link: JournalistLink, pages: dict[str, Article]) -> list[PressRelease]:
    """The planned versions in every language, that of the reader first; 404 where there is none in the reader's."""
    planned = [access.planned_version(page) for page in pages.values() if not is_visible(page)]
    releases = [version for version in planned if isinstance(version, PressRelease)]
    for version in releases:
        _check_time(link, version)
    releases.sort(key=lambda release: release.locale.language_code != current_language())
    if not releases or releases[0].locale.language_code != current_language():
        raise Http404
    return releases


def _part(request: HttpRequest, link: JournalistLink, token: str, part: str) -> HttpResponseBase:
    """A form in which the press takes a release; once it is public, the way there."""
    pages = access.languages_of(link.article)
    page = pages.get(current_language())
    if isinstance(page, PressRelease) and is_visible(page):
        return HttpResponseRedirect(f"{page.url}{part}/")
    releases = _planned_releases(link, pages)
    _note(request, link, f"{releases[0]} · {part}")
    file_address = partial(access.file_address, link, token)
    if part == PACK_PART:
        return press_pack(releases[0], releases, file_address)
    with files_at(file_address):
        return text_answer(releases[0])


@for_one_reader
def text(request: HttpRequest, link: JournalistLink, *, token: str) -> HttpResponseBase:
    """The release as plain text."""
    return _part(request, link, token, TEXT_PART)


@for_one_reader
def pack(request: HttpRequest, link: JournalistLink, *, token: str) -> HttpResponseBase:
    """The release in every language with its images and documents, in one ZIP."""
    return _part(request, link, token, PACK_PART)


@for_one_reader
def file(
    request: HttpRequest, link: JournalistLink, *, token: str, kind: str, key: int, seal: str, filename: str
) -> FileResponse:
    """An image or a document of the article."""
    found = access.sealed_file(link, kind, key, seal)
    if found is None:
        raise Http404
    version = access.planned_version(link.article)
    if version is None and not is_visible(link.article):
        raise Http404
    if version is not None:
        _check_time(link, version)
    if kind == "document":
        _note(request, link, filename)
    return FileResponse(found.file.open(), as_attachment=kind == "document", filename=filename)


def _note(request: HttpRequest, link: JournalistLink, what: str) -> None:
    if request.method == "GET":
        JournalistView.objects.create(link=link, what=f"{what} ({current_language()})"[:200])


def _language_links(addresses: dict[str, str]) -> list[Any]:
    current = current_language()
    return [
        language_link(code, addresses.get(code), exists=code in addresses, current=current) for code in LANGUAGE_CODES
    ]
