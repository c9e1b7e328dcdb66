"""What the map shows: a pin for each place with a match, and the list that is its equal."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.http import QueryDict
from django.utils.translation import gettext as _

from parkportal.core.facet_selection import without
from parkportal.core.listing import Listing
from parkportal.core.models import Record
from parkportal.core.record_urls import index_url

from .models import Building, Facility
from .models.map_page import MapPage, facilities_step
from .places import counted, first_in_buildings, sectors_by_building, total_in_buildings
from .plan import PlanPlace

NAMES_SHOWN = 8
SAME_PLACE = 4
"""Positions that are equal to so many decimals of a degree, about ten metres, share a pin."""


@dataclass(frozen=True)
class MapEntry:
    """A building with what of the list is in it: the first by name, and where the rest is."""

    building: Building
    sectors: Counter[str]
    records: list[Any]
    list_url: str
    total_label: str

    @property
    def total(self) -> int:
        """How many matches are in the building."""
        return self.sectors.total()

    @property
    def has_more(self) -> bool:
        """Whether the building holds more than is named."""
        return self.total > len(self.records)


@dataclass(frozen=True)
class MapSpot:
    """The buildings that stand at one place: one pin, one part of the list."""

    entries: list[MapEntry]

    @property
    def key(self) -> str:
        """The part of the list that the pin leads to."""
        return f"place-{self.entries[0].building.key}"

    @property
    def total(self) -> int:
        """The number on the pin."""
        return sum(entry.total for entry in self.entries)

    @property
    def name(self) -> str:
        """The buildings' names."""
        return ", ".join(str(entry.building) for entry in self.entries)

    @property
    def position(self) -> tuple[float, float] | None:
        """Where the pin stands."""
        return self.entries[0].building.position

    @property
    def sector(self) -> str:
        """The sector of most of what is there."""
        return sum((entry.sectors for entry in self.entries), Counter()).most_common(1)[0][0]


@dataclass(frozen=True)
class ParkMap:
    """The places of a list, and how much of the list has none."""

    spots: list[MapSpot]
    model: type[Model]
    elsewhere: int

    @property
    def building_total(self) -> int:
        """How many buildings have a match."""
        return sum(len(spot.entries) for spot in self.spots)

    @property
    def places(self) -> list[PlanPlace]:
        """The pins, for those places whose position is known."""
        return [
            PlanPlace(
                name=_("%(place)s: %(number)s") % {"place": spot.name, "number": counted(self.model, spot.total)},
                latitude=spot.position[0],
                longitude=spot.position[1],
                url=f"#{spot.key}",
                sector=spot.sector,
                count=spot.total,
                key=spot.key,
            )
            for spot in self.spots
            if spot.position
        ]


def map_context(page: MapPage, listing: Listing, model: type[Record]) -> dict[str, Any]:
    """The map of a list, and the ways to its other forms."""
    url, step = page.url or "", facilities_step(page.locale.language_code)
    list_url = index_url(model) or ""
    return {
        "listing": listing,
        "park_map": map_of(listing, list_url),
        "is_of_facilities": model is Facility,
        "organisations_map_url": url,
        "facilities_map_url": f"{url}{step}/" if step else "",
        "list_url": f"{list_url}?{listing.querystring}" if listing.querystring else list_url,
        "total_label": counted(model, listing.total),
        "tiles_url": settings.MAP_TILES_URL,
    }


def map_of(listing: Listing, list_url: str) -> ParkMap:
    """The buildings in which something of a list is, from the list's own query."""
    model = listing.records.model
    sectors = sectors_by_building(listing.records)
    inside = first_in_buildings(listing.records, NAMES_SHOWN)
    rest = without(QueryDict(listing.querystring), "building").replace("?", "&", 1).rstrip("&")
    entries = [
        MapEntry(
            building=building,
            sectors=sectors[building.pk],
            records=inside.get(building.pk, []),
            list_url=f"{list_url}?building={building.key}{rest}",
            total_label=counted(model, sectors[building.pk].total()),
        )
        for building in Building.objects.visible().filter(pk__in=sectors).in_order()
    ]
    placed = total_in_buildings(listing.records, [entry.building.pk for entry in entries])
    return ParkMap(_spots(entries), model, listing.total - placed)


def _spots(entries: list[MapEntry]) -> list[MapSpot]:
    """The entries by place, in the order of their names; one without a position stands alone."""
    spots: dict[object, MapSpot] = {}
    for entry in entries:
        position = entry.building.position
        place = tuple(round(degrees, SAME_PLACE) for degrees in position) if position else entry.building.pk
        spots.setdefault(place, MapSpot([])).entries.append(entry)
    return list(spots.values())
