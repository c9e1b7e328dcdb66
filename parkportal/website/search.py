"""Searching the whole site: records in every language, pages in the visitor's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import get_language_info, override

from parkportal.core.languages import current_language
from parkportal.core.search.hits import Hit, Visible, best_hits
from parkportal.core.search.shortening import shortened
from parkportal.core.search.spelling import corrections
from parkportal.core.search.understanding import understand
from parkportal.core.visibility import visible_pages

from .enquiries.recipients import park_recipient
from .models import ParkSettings
from .search_kinds import Kind, by_kind, searched_kinds

SHOWN = 8


@dataclass(frozen=True)
class Hits:
    """What was found of one kind: the best of it, and how much there is."""

    key: str
    label: str | Promise
    items: list[Any]
    total: int
    list_url: str

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.total - len(self.items)


@dataclass(frozen=True)
class Found:
    """What a query found, or the words asked in its place; and how many pages there are in other languages."""

    query: str
    kinds: list[Hits] = field(default_factory=list)
    corrected: str = ""
    elsewhere: dict[str, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How much was found of every kind."""
        return sum(hits.total for hits in self.kinds)


def search(text: str, *, literally: bool = False) -> Found:
    """What the public may see that answers a text, or else a correction of it or fewer words."""
    kinds = searched_kinds()
    hits = _best(text, kinds)
    if not hits and not literally and text:
        for other in _other_texts(text, {name: kind.visible for name, kind in kinds.items()}):
            if hits := _best(other, kinds):
                return _found(text, hits, kinds, other)
    return _found(text, hits, kinds)


def _other_texts(text: str, visible: dict[str, Visible]) -> Iterator[str]:
    """Other spellings, the likeliest first, then fewer words."""
    yield from corrections(text, visible)
    if shorter := shortened(text, visible):
        yield shorter


def _best(text: str, kinds: dict[str, Kind]) -> list[Hit]:
    return best_hits(understand(text), {name: kind.visible for name, kind in kinds.items()}, SHOWN)


def _found(text: str, hits: list[Hit], kinds: dict[str, Kind], corrected: str = "") -> Found:
    here = [hit for hit in hits if hit.language in ("", current_language())]
    return Found(
        query=text,
        kinds=[_hits(kind, of_kind) for kind, of_kind in by_kind(here, kinds)],
        corrected=corrected,
        elsewhere=_elsewhere(hits, {hit.kind for hit in here if hit.language}),
    )


def _hits(kind: Kind, hits: list[Hit]) -> Hits:
    by_key = {item.pk: item for item in kind.fetch([hit.object_id for hit in hits])}
    items = [by_key[hit.object_id] for hit in hits if hit.object_id in by_key]
    return Hits(kind.key, kind.label, items, hits[0].total, kind.list_url)


def _elsewhere(hits: list[Hit], here: set[str]) -> dict[str, int]:
    """How many pages other languages have, of the kinds of which this one has none."""
    there = {(hit.language, hit.kind): hit.total for hit in hits if hit.language and hit.kind not in here}
    totals: dict[str, int] = {}
    for (language, _kind), total in there.items():
        if language != current_language():
            totals[language] = totals.get(language, 0) + total
    return totals


def search_page_context(found: Found) -> dict[str, Any]:
    """What the page shows: what was found, where else to look, or a way on."""
    elsewhere = [
        {"language": get_language_info(code), "total": total, "url": _search_url(code, found.query)}
        for code, total in found.elsewhere.items()
    ]
    return {"found": found, "elsewhere": elsewhere} | (ways_on() if found.query and not found.kinds else {})


def ways_on() -> dict[str, Any]:
    """For who finds nothing: the lists, and where to ask the park."""
    lists = [kind for kind in searched_kinds().values() if kind.list_url]
    return {"lists": lists, "contact_url": _contact_url()}


def _search_url(language: str, query: str) -> str:
    with override(language):
        return f"{reverse('search')}?{urlencode({'q': query})}"


def _contact_url() -> str:
    if park_recipient():
        return reverse("ask-park")
    chosen = ParkSettings.load().contact_page
    if chosen is None:
        return ""
    pages = visible_pages().filter(translation_key=chosen.translation_key, locale__language_code=current_language())
    page = pages.first()
    return page.url if page else ""


def as_data(found: Found) -> dict[str, Any]:
    """What was found, as JSON."""
    return {
        "query": found.query,
        "corrected": found.corrected,
        "total": found.total,
        "kinds": [
            {
                "kind": hits.key,
                "label": str(hits.label),
                "total": hits.total,
                "hits": [{"name": str(item), "url": item.url} for item in hits.items],
            }
            for hits in found.kinds
        ],
    }
