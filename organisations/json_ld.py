"""Organisations and facilities as schema.org data."""

from typing import Any

from django.conf import settings

from .models import Facility, Organisation, Person, Role

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
    building = facility.building
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


def person_json_ld(person: Person) -> dict[str, Any]:
    """A Person with the public roles, each from when until when. Only a person's own page says this."""
    return _filled(
        {
            "@context": "https://schema.org",
            "@type": "Person",
            "@id": f"{settings.SITE_URL}{person.url}",
            "url": f"{settings.SITE_URL}{person.url}",
            "name": str(person),
            "givenName": person.given_name,
            "familyName": " ".join(filter(None, [person.infix, person.family_name])),
            "affiliation": [_role(role) for role in person.visible_roles],
        }
    )


def _role(role: Role) -> dict[str, Any]:
    organisation = {"@type": "Organization", "name": role.organisation_label} if role.organisation_label else None
    return _filled(
        {
            "@type": "OrganizationRole",
            "roleName": str(role.localised_title),
            "startDate": role.since,
            "endDate": role.until,
            "affiliation": organisation,
        }
    )


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
