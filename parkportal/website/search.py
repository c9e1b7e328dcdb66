"""Searching the whole site: records in every language, pages in the visitor's, each kind in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from education.models import Course, Partnership, Programme
from news.models import Article
from organisations.models import Facility, Organisation
from parkportal.core.languages import current_language, in_every_language
from parkportal.core.models import Record
from parkportal.core.record_urls import index_url

from .models import StandardPage

SHOWN = 8


@dataclass(frozen=True)
class Hits:
    """What was found of one kind, and whether there is more."""

    kind: str
    label: str | Promise
    items: list[Any]
    more: bool
    list_url: str = ""


RECORD_KINDS: dict[str, tuple[type[Record], Promise]] = {
    "organisations": (Organisation, _("Organisations")),
    "facilities": (Facility, _("Facilities")),
    "courses": (Course, _("Courses")),
    "programmes": (Programme, _("Programmes")),
    "partnerships": (Partnership, _("Partnerships")),
}
PAGE_KINDS: dict[str, tuple[Any, Promise]] = {
    "news": (Article, _("News")),
    "pages": (StandardPage, _("Pages")),
}


def search(query: str) -> list[Hits]:
    """The kinds in which something was found, each with its best hits."""
    if not query:
        return []
    return [hits for hits in _search_every_kind(query) if hits.items]


def _search_every_kind(query: str) -> Iterable[Hits]:
    for kind, (model, label) in RECORD_KINDS.items():
        found = model.objects.visible().matching(query).for_rows().order_by(_name_first(query), "pk")[: SHOWN + 1]
        yield _hits(kind, label, list(found), index_url(model) or "")
    for kind, (page_model, label) in PAGE_KINDS.items():
        pages = page_model.objects.visible().filter(locale__language_code=current_language())
        titled_first = Case(When(title__icontains=query, then=Value(0)), default=Value(1), output_field=IntegerField())
        yield _hits(kind, label, list(pages.matching(query).order_by(titled_first, "-first_published_at")[: SHOWN + 1]))


def _hits(kind: str, label: Promise, items: list[Any], list_url: str = "") -> Hits:
    return Hits(kind, label, items[:SHOWN], len(items) > SHOWN, list_url)


def _name_first(query: str) -> Case:
    """Names that begin with the query, then names that hold it, then the rest."""
    begins = Q()
    holds = Q()
    for column in in_every_language("name"):
        begins |= Q(**{f"{column}__istartswith": query})
        holds |= Q(**{f"{column}__icontains": query})
    return Case(When(begins, then=Value(0)), When(holds, then=Value(1)), default=Value(2), output_field=IntegerField())
