"""The park's plan with its buildings: drawn where the park's own shapes are known."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from django.db.models import Model, QuerySet

from organisations.models import Building, Organisation
from organisations.places import COUNTS, counted, sectors_by_building
from organisations.plan import Plan, PlanPlace, View, draw_plan
from parkportal.core.record_urls import index_url

from .site_frame import site_frame

HOME_BLEED = 1.2  # The hero is wider than the park: lines run on to the edges of a wide screen.
DOT = 12
PIN = 19  # In the viewBox; wide enough for a number, and for a finger on the smallest map.


def park_plan() -> Plan | None:
    """The whole park, a dot for each building with somebody in it; None while the park has no plan."""
    collection = site_frame().park.plan
    if not collection:
        return None
    view = View.named(collection, "full", bleed=HOME_BLEED, dot=DOT)
    return draw_plan(collection, _places(Organisation.objects.present()), view=view)


def plan_of(records: QuerySet[Any]) -> Plan | None:
    """The whole park with only the buildings of some records. Two queries."""
    collection = site_frame().park.plan
    if not collection or records.model not in COUNTS:
        return None
    return draw_plan(collection, _places(records), view=View.named(collection, "full", dot=DOT))


def map_plan(places: Sequence[PlanPlace]) -> Plan | None:
    """The map: pins on the park's plan, or on empty ground while the park has none."""
    collection = site_frame().park.plan
    if collection:
        return draw_plan(collection, places, view=View.named(collection, "full", dot=PIN))
    view = View.holding([(place.latitude, place.longitude) for place in places], dot=PIN)
    return draw_plan({"features": []}, places, view=view) if view else None


def _places(records: QuerySet[Any]) -> list[PlanPlace]:
    """The buildings that have a position, each with its most common sector."""
    sectors = sectors_by_building(records)
    buildings = Building.objects.visible().on_the_plan().filter(pk__in=sectors)
    return [_place(building, sectors[building.pk], records.model) for building in buildings.in_order()]


def _place(building: Building, sectors: Counter[str], model: type[Model]) -> PlanPlace:
    latitude, longitude = building.position or (0, 0)  # The query leaves out the buildings without one.
    total = sectors.total()
    return PlanPlace(
        name=str(building) if model is Building else f"{building}: {counted(model, total)}",
        latitude=latitude,
        longitude=longitude,
        url=building.url if model is Building else f"{index_url(model) or ''}?building={building.key}",
        sector=sectors.most_common(1)[0][0],
        count=total,
        key=building.key,
    )
