"""The park's plan with the organisations that are in its buildings now."""

from collections import Counter, defaultdict

from django.utils import timezone
from django.utils.translation import ngettext

from organisations.models import Building, Organisation, OrganisationLocation
from organisations.plan import Plan, PlanPlace, draw_plan
from parkportal.core.record_urls import index_url

from .site_frame import site_frame


def park_plan() -> Plan | None:
    """The whole park, a dot for each building with somebody in it; None while the park has no plan."""
    collection = site_frame().park.plan
    return draw_plan(collection, park_places()) if collection else None


def park_places() -> list[PlanPlace]:
    """The buildings that have a position and tenants, each with its most common main sector. Two queries."""
    sectors = _sectors_by_building()
    buildings = Building.objects.visible().filter(pk__in=sectors, latitude__isnull=False, longitude__isnull=False)
    return [_place(building, sectors[building.pk]) for building in buildings.in_order()]


def _sectors_by_building() -> dict[int, Counter[str]]:
    today = timezone.localdate()
    tenancies = OrganisationLocation.objects.filter(
        building__isnull=False, organisation__in=Organisation.objects.visible()
    ).select_related("organisation__sector")
    sectors: dict[int, Counter[str]] = defaultdict(Counter)
    for tenancy in tenancies:
        if tenancy.holds_on(today):
            sectors[tenancy.building_id][tenancy.organisation.sector.identifier] += 1
    return sectors


def _place(building: Building, sectors: Counter[str]) -> PlanPlace:
    count = sectors.total()
    label = ngettext("%(name)s: %(count)s organisation", "%(name)s: %(count)s organisations", count)
    return PlanPlace(
        name=label % {"name": building, "count": count},
        latitude=float(building.latitude),
        longitude=float(building.longitude),
        url=f"{index_url(Organisation) or ''}?building={building.key}",
        sector=sectors.most_common(1)[0][0],
        count=count,
        key=building.key,
    )
