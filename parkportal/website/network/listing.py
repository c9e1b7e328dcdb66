"""The table of ties that a query string asks for, with the filters that every list has."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from parkportal.core.asked_day import asked_day
from parkportal.core.exports import Row
from parkportal.core.facet_selection import Chip, Choice, FacetChoices, without
from parkportal.core.listing import text_query
from parkportal.core.loosening import WayOn
from parkportal.core.models import Term
from parkportal.core.paging import ListPage, list_page
from parkportal.core.partial_date import format_partial_date
from parkportal.core.term_cache import terms_by_pk

from .nodes import Node, all_nodes
from .picture import draw_network
from .sources import all_ties
from .ties import LARGEST_GROUP, Tie, TieKind

TIES_ON_A_PAGE = 50


@dataclass
class Network:
    """The ties that a query string asks for. Several values of a filter are OR, filters are AND."""

    params: QueryDict
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.nodes = all_nodes()
        asked = asked_day(self.params)
        self.day = asked.day
        self.notices += [asked.notice] if asked.notice else []
        self.centre = self._asked_centre()
        self.kinds = self._known("tie", _("Kind of tie"), TieKind.values)
        self.sectors = self._known("sector", _("Sector"), self.sector_labels)

    @cached_property
    def terms(self) -> dict[int, Term]:
        """The sectors by their keys."""
        return terms_by_pk()

    @cached_property
    def sector_labels(self) -> dict[str, str]:
        """The sectors in which somebody has a tie."""
        keys = {self.nodes[end].sector for tie in self._around for end in tie.pair}
        ordered = sorted((self.terms[key] for key in keys), key=lambda term: term.order)
        return {term.identifier: str(term) for term in ordered}

    @property
    def query(self) -> str:
        """The text that is asked for."""
        return text_query(self.params)

    @cached_property
    def ties(self) -> list[Tie]:
        """What was asked for, the strongest first, then by name."""
        found = self._passing(self._fits_kind, self._fits_sector)
        return sorted(found, key=lambda tie: (-tie.strength, tie.kind, self._names(tie)))

    @cached_property
    def _around(self) -> list[Tie]:
        """The ties of the day, around the centre if there is one, that have every word of the query."""
        words = self.query.casefold().split()
        ties = [tie for tie in all_ties(self.day) if tie.one in self.nodes and tie.other in self.nodes]
        if self.centre:
            ties = [tie for tie in ties if self.centre.pk in tie.pair]
        return [tie for tie in ties if all(word in self._text(tie) for word in words)] if words else ties

    def _passing(self, *tests: Callable[[Tie], bool]) -> list[Tie]:
        return [tie for tie in self._around if all(test(tie) for test in tests)]

    def _fits_kind(self, tie: Tie) -> bool:
        return not self.kinds or tie.kind in self.kinds

    def _fits_sector(self, tie: Tie) -> bool:
        return not self.sectors or not self.sectors.isdisjoint(self._sectors_of(tie))

    def _sectors_of(self, tie: Tie) -> set[str]:
        return {self.terms[self.nodes[end].sector].identifier for end in tie.pair}

    def _names(self, tie: Tie) -> tuple[str, str]:
        return self.nodes[tie.one].name.casefold(), self.nodes[tie.other].name.casefold()

    def _text(self, tie: Tie) -> str:
        return " ".join([*self._names(tie), tie.via.name.casefold() if tie.via else ""])

    def _known(self, parameter: str, label: str, known: Iterable[str]) -> set[str]:
        values = set(filter(None, self.params.getlist(parameter)))
        for value in sorted(values.difference(known))[:3]:
            message = _("%(facet)s: “%(value)s” does not exist, so the list is shown without it.")
            self.notices.append(message % {"facet": label, "value": value[:80]})
        return values.intersection(known)

    def _asked_centre(self) -> Node | None:
        key = self.params.get("from", "")
        found = next((node for node in self.nodes.values() if node.key == key), None) if key else None
        if key and not found:
            message = _("There is no organisation “%(value)s”, so the whole network is shown.")
            self.notices.append(message % {"value": key[:80]})
        return found

    def facets(self) -> list[FacetChoices]:
        """The filters, each counted under the others."""
        of_kind = Counter(str(tie.kind) for tie in self._passing(self._fits_sector))
        of_sector = Counter(sector for tie in self._passing(self._fits_kind) for sector in self._sectors_of(tie))
        labels = {kind.value: str(kind.label) for kind in TieKind}
        return [
            _choices("tie", _("Kind of tie"), labels, of_kind, self.kinds),
            _choices("sector", _("Sector"), self.sector_labels, of_sector, self.sectors),
        ]

    def chips(self) -> list[Chip]:
        """What was chosen, each with the query string that takes it away."""
        chips = [Chip(_("“%(query)s”") % {"query": self.query}, without(self.params, "q"))] if self.query else []
        if self.centre:
            chips.append(Chip(self.centre.name, without(self.params, "from")))
        if self.day != timezone.localdate():
            on = _("on %(date)s") % {"date": format_partial_date(self.day.isoformat())}
            chips.append(Chip(on, without(self.params, "on")))
        chips += [Chip(str(kind.label), without(self.params, "tie", kind)) for kind in TieKind if kind in self.kinds]
        return chips + [
            Chip(label, without(self.params, "sector", value))
            for value, label in self.sector_labels.items()
            if value in self.sectors
        ]

    def ways_on(self) -> list[WayOn]:
        """What there would be without the kinds or without the sectors that were asked."""
        kinds = ", ".join(str(kind.label) for kind in TieKind if kind in self.kinds)
        sectors = ", ".join(label for value, label in self.sector_labels.items() if value in self.sectors)
        ways = [
            WayOn(kinds, without(self.params, "tie"), len(self._passing(self._fits_sector))),
            WayOn(sectors, without(self.params, "sector"), len(self._passing(self._fits_kind))),
        ]
        return [way for way in ways if way.total]


@dataclass
class TieListing:
    """What the templates of a list read."""

    page_obj: ListPage
    total: int
    query: str
    facets: list[FacetChoices]
    chips: list[Chip]
    notices: list[str]
    querystring: str
    kept: list[tuple[str, str]]
    """What the form of the filters passes on."""
    ways_on: list[WayOn]

    @property
    def is_filtered(self) -> bool:
        """Whether anything was asked."""
        return bool(self.chips)

    @property
    def reset_url(self) -> str:
        """The table without anything asked."""
        return "?" if self.chips else ""


@dataclass(frozen=True)
class TieRow:
    """A row of the table."""

    tie: Tie
    one: Node
    other: Node
    one_sector: str
    other_sector: str

    @property
    def source_url(self) -> str:
        """The source, if it is one address."""
        source = self.tie.source
        return source if source.startswith(("https://", "http://")) and " " not in source else ""

    @property
    def source_host(self) -> str:
        """Whose address that is."""
        return urlsplit(self.source_url).netloc.removeprefix("www.")


def network_context(params: QueryDict) -> dict[str, Any]:
    """The picture and the table; NothingHere for a page that the table does not have."""
    network = Network(params)
    page = list_page(network.ties, params, page_size=TIES_ON_A_PAGE)  # type: ignore[arg-type]
    return {
        "listing": TieListing(
            page_obj=page,
            total=page.total,
            query=network.query,
            facets=network.facets(),
            chips=network.chips(),
            notices=network.notices,
            querystring=without(params, "page").removeprefix("?"),
            kept=[(name, params.get(name, "")) for name in ("from", "on") if params.get(name)],
            ways_on=[] if page.total else network.ways_on(),
        ),
        "centre": network.centre,
        "largest_group": LARGEST_GROUP,
        "picture": draw_network(network.ties, network.nodes, network.terms, network.centre),
        "rows": [_row(tie, network) for tie in page],
    }


def tie_rows(params: QueryDict) -> Iterable[Row]:
    """Every tie that the query string asks for, as rows of CSV or JSON."""
    network = Network(params)
    for tie in network.ties:
        one, other = network.nodes[tie.one], network.nodes[tie.other]
        yield {
            "organisation": one.name,
            "organisation_id": one.key,
            "kind": tie.kind.value,
            "tie": tie.label,
            "via": tie.via.name if tie.via else "",
            "other": other.name,
            "other_id": other.key,
            "since": tie.since,
            "until": tie.until,
            "source": tie.source,
        }


def _row(tie: Tie, network: Network) -> TieRow:
    one, other = network.nodes[tie.one], network.nodes[tie.other]
    sectors = [network.terms[node.sector].identifier for node in (one, other)]
    return TieRow(tie, one, other, *sectors)


def _choices(
    parameter: str, label: str, labels: dict[str, str], counts: Counter[str], chosen: set[str]
) -> FacetChoices:
    choices = [
        Choice(value, text, counts[value], value in chosen)
        for value, text in labels.items()
        if counts[value] or value in chosen
    ]
    return FacetChoices(parameter, label, choices)
