"""What the site's search finds: each kind with its own rule of what the public may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Model, QuerySet
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from education.models import Course, Event, Internship, Partnership, Programme
from news.models import Article
from organisations.models import Building, Equipment, Facility, Organisation, Role
from parkportal.core.record_urls import index_url
from parkportal.core.search.hits import Hit
from parkportal.core.search.ranking import Tier
from parkportal.core.search.searchable import kind_of
from parkportal.core.visibility import visible_pages

from .shown_roles import as_shown, shown_roles


@dataclass(frozen=True)
class Kind:
    """A kind of hit: how the page calls it, what of it the public may see, and how hits are fetched."""

    key: str
    label: str | Promise
    model: type[Model]
    visible: Callable[[], QuerySet[Any]]
    fetch: Callable[[list[int]], Iterable[Any]]

    @property
    def list_url(self) -> str:
        """The list of them all, where there is one."""
        return index_url(self.model) or ""


def _records(key: str, label: Promise, model: Any) -> Kind:
    return Kind(
        key,
        label,
        model,
        lambda: model.objects.visible(),
        lambda keys: model.objects.visible().filter(pk__in=keys).for_hits(),
    )


def _pages(keys: list[int]) -> QuerySet[Any]:
    leads = (f"{name}__lead" for name in ("standardpage", "organisationpage", "facilitypage", "partnershippage"))
    return (
        visible_pages()
        .filter(pk__in=keys)
        .annotate(lead=Coalesce(*leads, "search_description", output_field=CharField()))
    )


KINDS = [
    _records("organisations", _("Organisations"), Organisation),
    _records("facilities", _("Facilities"), Facility),
    _records("equipment", _("Equipment"), Equipment),
    _records("buildings", _("Buildings"), Building),
    _records("courses", _("Courses"), Course),
    _records("programmes", _("Programmes"), Programme),
    _records("internships", _("Internships"), Internship),
    _records("partnerships", _("Partnerships"), Partnership),
    _records("events", _("Events"), Event),
    Kind("people", _("People"), Role, shown_roles, as_shown),
    Kind(
        "news", _("News"), Article, Article.objects.visible, lambda keys: Article.objects.visible().filter(pk__in=keys)
    ),
    Kind("pages", _("Pages"), Page, visible_pages, _pages),
]
PLAIN_KINDS = {"people", "news", "pages"}  # Found even where no list of them stands.


def searched_kinds() -> dict[str, Kind]:
    """The kinds that have pages in the active language, by their name in the index, in the order of the page."""
    return {kind_of(kind.model): kind for kind in KINDS if kind.key in PLAIN_KINDS or kind.list_url}


def by_kind(hits: list[Hit], kinds: dict[str, Kind]) -> list[tuple[Kind, list[Hit]]]:
    """The hits of each kind. The kind with the best hit comes first; of equals, in the order of the kinds."""
    grouped = {name: [hit for hit in hits if hit.kind == name] for name in kinds}
    found = [(kinds[name], of_kind) for name, of_kind in grouped.items() if of_kind]
    return sorted(found, key=lambda pair: min(map(_weight, pair[1])))


def _weight(hit: Hit) -> int:
    """A word in a headline says less than the same word in a record's name: it counts as a keyword."""
    return max(hit.tier, Tier.KEYWORDS) if hit.language and hit.tier != Tier.NAME else hit.tier
