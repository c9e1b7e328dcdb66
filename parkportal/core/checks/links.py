"""Links that lead nowhere: to pages and documents that are gone or not yet public, and to no page of our own site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from django.utils.translation import get_language_from_path
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import get_dummy_request
from wagtail.models import Page, Site

from ..models.document import ParkDocument
from ..visibility import visible_pages
from .finding import Finding, Severity
from .passages import Link, Passage
from .rules import rule


@dataclass(frozen=True)
class BrokenTarget:
    """A link that leads nowhere, where it stands, and what is wrong with it."""

    passage: Passage
    link: Link
    severity: Severity
    message: str


@rule(order=60)
def links(thing: Any, passages: list[Passage]) -> Iterator[Finding]:
    """A target that is gone is an error; one that is not public yet a warning, for it may come together with this."""
    for broken in broken_targets(passages):
        message = broken.message % {"text": broken.link.text}
        yield Finding("links", broken.severity, message, broken.passage.place)


def broken_targets(passages: list[Passage]) -> Iterator[BrokenTarget]:
    """The links of a text that lead nowhere."""
    placed = [(passage, link) for passage in passages for link in passage.links]
    pages, public, documents = _targets([link for _passage, link in placed])
    for passage, link in placed:
        severity, message = Severity.ERROR, ""
        if link.kind == "page" and link.target not in pages:
            message = _("The link “%(text)s” leads to a page that no longer exists.")
        elif link.kind == "page" and link.target not in public:
            severity, message = Severity.WARNING, _("The link “%(text)s” leads to a page that is not published.")
        elif link.kind == "document" and link.target not in documents:
            message = _("The link “%(text)s” leads to a document that no longer exists.")
        elif not link.kind and link.target in ("", "#"):
            severity, message = Severity.WARNING, _("The link “%(text)s” leads nowhere.")
        elif not link.kind and _is_own(link.target) and not answers(link.target):
            severity, message = (
                Severity.WARNING,
                _("The link “%(text)s” leads to an address of this site with nothing there."),
            )
        if message:
            yield BrokenTarget(passage, link, severity, message)


def _targets(found: list[Link]) -> tuple[set[str], set[str], set[str]]:
    pages = {link.target for link in found if link.kind == "page" and link.target.isdigit()}
    documents = {link.target for link in found if link.kind == "document" and link.target.isdigit()}
    return (
        _keys(Page.objects.filter(pk__in=pages)) if pages else set(),
        _keys(visible_pages().filter(pk__in=pages)) if pages else set(),
        _keys(ParkDocument.objects.filter(pk__in=documents)) if documents else set(),
    )


def _keys(queryset: Any) -> set[str]:
    return {str(key) for key in queryset.values_list("pk", flat=True)}


def _is_own(address: str) -> bool:
    parts = urlsplit(address)
    return parts.path.startswith("/") and parts.hostname in (None, urlsplit(settings.SITE_URL).hostname)


def answers(address: str) -> bool:
    """Whether an address of our own leads somewhere. Only pages are asked: another view might do something."""
    parts = urlsplit(address)
    path = parts.path if parts.path.endswith("/") or "." in parts.path.rsplit("/", 1)[-1] else f"{parts.path}/"
    with translation.override(get_language_from_path(path) or settings.LANGUAGE_CODE):
        try:
            match = resolve(path)
            return match.url_name != "wagtail_serve" or _is_served(match, path, parts.query)
        except (Http404, Resolver404):
            site = Site.objects.filter(is_default_site=True).first()
            return Redirect.get_for_site(site).filter(old_path=Redirect.normalise_path(path)).exists()


def _is_served(match: ResolverMatch, path: str, query: str) -> bool:
    request = get_dummy_request(path=path, site=Site.objects.filter(is_default_site=True).first())
    request.META["QUERY_STRING"], request.user = query, AnonymousUser()
    return bool(match.func(request, *match.args, **match.kwargs).status_code < 400)
