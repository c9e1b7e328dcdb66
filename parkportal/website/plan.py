"""The park's plan with the organisations that are in its buildings now."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, cast

from django.db.models import Model, QuerySet
from django.utils import timezone
from django.utils.translation import ngettext

from organisations.models import Building, Facility, Organisation, OrganisationLocation
from organisations.plan import Plan, PlanPlace, View, draw_plan
from parkportal.core.record_urls import index_url

from .site_frame import site_frame

Pair = tuple[int, str]
"""A building's key and the identifier of a sector in it."""


HOME_BLEED = 1.2  # The hero is wider than the park: lines run on to the edges of a wide screen.
DOT = 12


def park_plan() -> Plan | None:
    """The whole park, a dot for each building with somebody in it; None while the park has no plan."""
    collection = site_frame().park.plan
    if not collection:
        return None
    view = View.named(collection, "full", bleed=HOME_BLEED, dot=DOT)
    tenancies = _tenancies(Organisation.objects.present())
    return draw_plan(collection, _places(tenancies, Organisation), view=view)


def plan_of(records: QuerySet[Any]) -> Plan | None:
    """The whole park with only the buildings of some organisations or facilities. Two queries."""
    collection = site_frame().park.plan
    pairs = PAIRS.get(records.model)
    if not collection or pairs is None:
        return None
    places = _places(pairs(records.order_by()), records.model)
    return draw_plan(collection, places, view=View.named(collection, "full", dot=DOT))


def _tenancies(organisations: QuerySet[Organisation]) -> Iterator[Pair]:
    """The buildings that organisations are in today, with their main sectors."""
    today = timezone.localdate()
    rows = OrganisationLocation.objects.filter(
        building__isnull=False, organisation__in=organisations.values("pk")
    ).select_related("organisation__sector")
    return (
        (row.building_id, row.organisation.sector.identifier) for row in rows if row.building_id and row.holds_on(today)
    )


def _sites(facilities: QuerySet[Facility]) -> Iterator[Pair]:
    """The buildings that facilities are in, with the main sectors of who runs them."""
    rows = Facility.objects.filter(pk__in=facilities.values("pk"), building__isnull=False).order_by()
    return iter(rows.values_list("building_id", "operator__sector__identifier"))


PAIRS: dict[type[Model], Callable[[Any], Iterator[Pair]]] = {Organisation: _tenancies, Facility: _sites}


def _places(pairs: Iterator[Pair], model: type[Model]) -> list[PlanPlace]:
    """The buildings that have a position, each with its most common sector."""
    sectors: dict[int, Counter[str]] = defaultdict(Counter)
    for building_id, sector in pairs:
        sectors[building_id][sector] += 1
    buildings = Building.objects.visible().filter(pk__in=sectors, latitude__isnull=False, longitude__isnull=False)
    return [_place(building, sectors[building.pk], model) for building in buildings.in_order()]


def _place(building: Building, sectors: Counter[str], model: type[Model]) -> PlanPlace:
    # The query leaves out the buildings without a position.
    latitude, longitude = cast("tuple[Decimal, Decimal]", (building.latitude, building.longitude))
    return PlanPlace(
        name=f"{building}: {_counted(model, sectors.total())}",
        latitude=float(latitude),
        longitude=float(longitude),
        url=f"{index_url(model) or ''}?building={building.key}",
        sector=sectors.most_common(1)[0][0],
        count=sectors.total(),
        key=building.key,
    )


def _counted(model: type[Model], count: int) -> str:
    if model is Facility:
        return ngettext("%(count)s facility", "%(count)s facilities", count) % {"count": count}
    return ngettext("%(count)s organisation", "%(count)s organisations", count) % {"count": count}
