"""What the search box offers while somebody types: organisations, facilities, techniques, people and news."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from organisations.models import Facility, Organisation
from parkportal.core.languages import current_language
from parkportal.core.models import Vocabulary
from parkportal.core.record_urls import index_url
from parkportal.core.search.hits import Hit, best_hits
from parkportal.core.search.query import Query
from parkportal.core.search.ranking import Tier
from parkportal.core.search.understanding import terms_answering, understand

from .search_kinds import Kind, by_kind, searched_kinds

SHORTEST_TEXT = 2
OF_EACH_KIND = 3
SUGGESTED = {"organisations": _("Organisation"), "facilities": _("Facility"), "people": _("Person"), "news": _("News")}


@dataclass(frozen=True)
class Suggestion:
    """A line under the box: what it is called, what kind of thing it is, and where it is."""

    label: str
    kind: str
    url: str


def suggest(text: str) -> dict[str, Any]:
    """The suggestions for a text, and how many they are in a sentence that a screen reader says."""
    found = [asdict(each) for each in _suggested(text)]
    message = ngettext("%(total)s suggestion", "%(total)s suggestions", len(found)) % {"total": len(found)}
    return {"message": message if found else str(_("No suggestions")), "suggestions": found}


def _suggested(text: str) -> list[Suggestion]:
    """The best few of each kind, the best kind first, then techniques."""
    query = understand(text)
    if len(text) < SHORTEST_TEXT or not query:
        return []
    kinds = {name: kind for name, kind in searched_kinds().items() if kind.key in SUGGESTED}
    hits = best_hits(query, {name: kind.visible for name, kind in kinds.items()}, OF_EACH_KIND)
    hits = [hit for hit in hits if hit.language in ("", current_language()) and hit.tier <= Tier.PARTS_OF_NAME]
    return [*_suggestions(hits, kinds), *_techniques(query)]


def _suggestions(hits: list[Hit], kinds: dict[str, Kind]) -> Iterator[Suggestion]:
    for kind, of_kind in by_kind(hits, kinds):
        if kind.list_url and kind.model in (Organisation, Facility):
            yield from (_of_record(kind, hit) for hit in of_kind)
        else:
            yield from _of_objects(kind, of_kind)


def _of_record(kind: Kind, hit: Hit) -> Suggestion:
    """The index keeps the names and addresses of records."""
    name, slug = hit.labels[current_language()]
    return Suggestion(name, str(SUGGESTED[kind.key]), f"{kind.list_url}{slug}/")


def _of_objects(kind: Kind, hits: list[Hit]) -> Iterator[Suggestion]:
    items = {item.pk: item for item in kind.fetch([hit.object_id for hit in hits])}
    for hit in hits:
        if item := items.get(hit.object_id):
            yield Suggestion(str(item), str(SUGGESTED[kind.key]), item.url)


def _techniques(query: Query) -> Iterator[Suggestion]:
    """The techniques of visible facilities, each with the list of those."""
    terms = [term for term in terms_answering(query) if term.vocabulary == Vocabulary.TECHNIQUE and not term.retired]
    url = index_url(Facility)
    if not terms or not url:
        return
    used = set(Facility.objects.visible().filter(techniques__in=terms).values_list("techniques", flat=True))
    for term in [term for term in terms if term.pk in used][:OF_EACH_KIND]:
        yield Suggestion(str(term), str(_("Technique")), f"{url}?technique={term.identifier}")
