"""Organisations, facilities and buildings as schema.org data."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from parkportal.core.languages import localise

from .models import Building, BuildingEntrance, Facility, Organisation

SCHEMA_TYPES = {
    "university": "CollegeOrUniversity",
    "university-of-applied-sciences": "CollegeOrUniversity",
    "vocational-college": "EducationalOrganization",
    "trade-school": "EducationalOrganization",
    "university-medical-centre": "Hospital",
    "research-institute": "ResearchOrganization",
    "government": "GovernmentOrganization",
    "museum": "Museum",
    "foundation": "NGO",
    "association": "NGO",
    "company": "Corporation",
    "multinational": "Corporation",
}


def organisation_json_ld(organisation: Organisation) -> dict[str, Any]:
    """An Organization, or the subtype that its type is."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": SCHEMA_TYPES.get(organisation.organisation_type.identifier, "Organization"),
            "@id": f"{settings.SITE_URL}{organisation.url}",
            "url": organisation.website or f"{settings.SITE_URL}{organisation.url}",
            "name": str(organisation),
            "legalName": organisation.legal_name,
            "alternateName": [row.name for row in organisation.names.all() if row.kind != "misspelling"],
            "description": str(organisation.localised_summary),
            "foundingDate": organisation.founded,
            "dissolutionDate": organisation.dissolved,
            "knowsAbout": str(organisation.sector),
            "tickerSymbol": organisation.ticker,
        }
    )


def facility_json_ld(facility: Facility) -> dict[str, Any]:
    """A Place with the organisation that runs it."""
    building = facility.shown_building
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Place",
            "@id": f"{settings.SITE_URL}{facility.url}",
            "url": facility.website or f"{settings.SITE_URL}{facility.url}",
            "name": str(facility),
            "alternateName": facility.abbreviation,
            "description": str(facility.localised_summary),
            "address": building.address if building else "",
            "additionalProperty": [
                {"@type": "PropertyValue", "name": str(row.standard), "value": str(row.status)}
                for row in facility.standards.all()
            ],
        }
    )


def building_json_ld(building: Building) -> dict[str, Any]:
    """A Place with its address, its position and how to get in."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Place",
            "@id": f"{settings.SITE_URL}{building.url}",
            "url": f"{settings.SITE_URL}{building.url}",
            "name": str(building),
            "alternateName": building.former_names,
            "description": str(building.localised_summary),
            "address": _address(building),
            "geo": _geo(building.position),
            "amenityFeature": [
                {"@type": "LocationFeatureSpecification", "name": _step_free(row), "value": row.step_free}
                for row in building.entrances.all()
                if row.step_free is not None
            ],
        }
    )


def _step_free(entrance: BuildingEntrance) -> str:
    return _("Step-free: %(entrance)s") % {"entrance": localise(entrance, "name")}


def _address(building: Building) -> dict[str, Any] | None:
    parts = {"streetAddress": building.street, "postalCode": building.postcode, "addressLocality": building.town}
    return {"@type": "PostalAddress", **_filled(parts)} if any(parts.values()) else None


def _geo(position: tuple[float, float] | None) -> dict[str, Any] | None:
    return position and {"@type": "GeoCoordinates", "latitude": position[0], "longitude": position[1]}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
