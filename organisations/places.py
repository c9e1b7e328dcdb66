"""Who and what is in the buildings today: one rule for the plan, the map, its list and the buildings' pages."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Count, F, Model, OuterRef, QuerySet, Value, Window
from django.db.models.functions import Coalesce, RowNumber
from django.utils.translation import ngettext

from parkportal.core.languages import translated
from parkportal.core.partial_date import holds_q

from .models import Building, Facility, Organisation, OrganisationLocation

Sectors = dict[int, Counter[str]]
"""By the key of a building: how many are in it of each sector, by the sector's identifier."""


def tenancies_now(organisations: QuerySet[Any]) -> QuerySet[OrganisationLocation]:
    """Where organisations are today, as far as it is in a building of the park."""
    rows = OrganisationLocation.objects.filter(holds_q("since", "until"), building__isnull=False)
    return rows.filter(organisation__in=organisations.order_by().values("pk")).order_by()


def facilities_in_buildings(facilities: QuerySet[Any]) -> QuerySet[Facility]:
    """The facilities whose building is known."""
    found = Facility.objects.filter(pk__in=facilities.order_by().values("pk"), building__isnull=False)
    return found.order_by()  # type: ignore[no-any-return]


def sectors_by_building(records: QuerySet[Any]) -> Sectors:
    """How many organisations, facilities or tenants are in each building, by main sector. One query."""
    sectors: Sectors = defaultdict(Counter)
    for building, sector, total in COUNTS[records.model](records):
        sectors[building][sector or ""] += total
    return sectors


def _organisation_counts(organisations: QuerySet[Any]) -> QuerySet[Any, Any]:
    rows = tenancies_now(organisations).values_list("building_id", "organisation__sector__identifier")
    return rows.annotate(total=Count("organisation_id", distinct=True))


def _facility_counts(facilities: QuerySet[Any]) -> QuerySet[Any, Any]:
    rows = facilities_in_buildings(facilities).values_list("building_id", "operator__sector__identifier")
    return rows.annotate(total=Count("pk"))


def _building_counts(buildings: QuerySet[Any]) -> QuerySet[Any, Any]:
    """Every building once, with the sector that most of its tenants are in."""
    tenants = _organisation_counts(Organisation.objects.visible()).filter(building_id=OuterRef("pk"))
    sector = tenants.order_by("-total", "organisation__sector__identifier").values("organisation__sector__identifier")
    found = Building.objects.filter(pk__in=buildings.order_by().values("pk")).order_by()
    return found.annotate(  # type: ignore[no-any-return]
        sector=Coalesce(sector[:1], Value("")), total=Value(1)
    ).values_list("pk", "sector", "total")


COUNTS: dict[type[Model], Callable[[QuerySet[Any]], QuerySet[Any, Any]]] = {
    Organisation: _organisation_counts,
    Facility: _facility_counts,
    Building: _building_counts,
}


def total_in_buildings(records: QuerySet[Any], buildings: Sequence[int]) -> int:
    """How many of the organisations or facilities are in one of these buildings, each counted once."""
    if records.model is Facility:
        return facilities_in_buildings(records).filter(building__in=buildings).count()
    return tenancies_now(records).filter(building__in=buildings).values("organisation_id").distinct().count()


def first_in_buildings(records: QuerySet[Any], limit: int) -> dict[int, list[Any]]:
    """The first organisations or facilities of each building, by name. One query, whatever their number."""
    inside: dict[int, list[Any]] = defaultdict(list)
    if records.model is Facility:
        rows = _ranked(facilities_in_buildings(records).select_related("operator__sector"), "name", limit)
        for facility in rows:
            inside[facility.building_id].append(facility)
        return inside
    tenancies = tenancies_now(records).select_related("organisation__sector")
    for row in _ranked(tenancies, "organisation__name", limit):
        if row.organisation not in inside[row.building_id]:
            inside[row.building_id].append(row.organisation)
    return inside


def _ranked(rows: QuerySet[Any], name: str, limit: int) -> QuerySet[Any]:
    rank = Window(RowNumber(), partition_by=F("building_id"), order_by=[translated(name), "pk"])
    return rows.annotate(rank=rank).filter(rank__lte=limit).order_by("building_id", "rank")


def counted(model: type[Model], count: int) -> str:
    """“3 organisations”, “1 facility”."""
    if model is Facility:
        return ngettext("%(count)s facility", "%(count)s facilities", count) % {"count": count}
    return ngettext("%(count)s organisation", "%(count)s organisations", count) % {"count": count}
