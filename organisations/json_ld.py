"""Organisations, facilities, equipment and buildings as schema.org data."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from parkportal.core.facts import joined
from parkportal.core.json_ld import Data, filled, property_value, reference, thing
from parkportal.core.languages import localise
from parkportal.core.partial_date import format_partial_date
from parkportal.core.visibility import shown

from .models import (
    Building,
    BuildingEntrance,
    Equipment,
    Facility,
    FacilityRoom,
    Organisation,
    OrganisationLocation,
    OrganisationRelation,
    Person,
    Role,
)
from .models.dated import ContactPoint
from .models.organisation_relation import RelationKind

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
STOPPED = ("closed", "merged")
HIDDEN_NAMES = ("misspelling",)
RELATION_PROPERTIES = {
    RelationKind.PARENT: "parentOrganization",
    RelationKind.OWNED_BY: "parentOrganization",
    RelationKind.ACQUIRED_BY: "parentOrganization",
    RelationKind.MEMBER_OF: "memberOf",
}


def organisation_json_ld(organisation: Organisation, locations: Iterable[OrganisationLocation]) -> Data:
    """An Organization, or the subtype that its type is, at its present addresses."""
    locations = list(locations)
    return thing(SCHEMA_TYPES.get(organisation.organisation_type.identifier, "Organization"), organisation) | filled(
        {
            "legalName": organisation.legal_name,
            "alternateName": [row.name for row in organisation.names.all() if row.kind not in HIDDEN_NAMES],
            "foundingDate": organisation.founded,
            "dissolutionDate": organisation.dissolved or _stopped_on(organisation),
            "knowsAbout": [str(term) for term in (organisation.sector, *organisation.other_sectors.all())],
            "tickerSymbol": organisation.ticker,
            "address": [address for row in locations if (address := _address_of(row))],
            "location": [place for row in locations if (place := place_json_ld(shown(row.building)))],
            "contactPoint": _contact_points(organisation.contacts.all()),
            "sameAs": organisation.website,
        }
    )


def relations_json_ld(relations: Iterable[OrganisationRelation]) -> Data:
    """The organisations that one belongs to now, among its own rows."""
    data: Data = {}
    for row in relations:
        name = RELATION_PROPERTIES.get(RelationKind(row.kind))
        other = reference("Organization", shown(row.other)) if row.other else filled({"name": row.other_name})
        if name and other and row.holds_now:
            data.setdefault(name, []).append({"@type": "Organization"} | other)
    return data


def facility_json_ld(facility: Facility) -> Data:
    """A Place that is also an Organization: it belongs to its operator, opens, closes and answers the phone."""
    building = shown(facility.building)
    return thing(["Place", "Organization"], facility) | filled(
        {
            "alternateName": facility.abbreviation,
            "address": _address(building),
            "geo": _geo(building),
            "containedInPlace": place_json_ld(building),
            "parentOrganization": reference("Organization", facility.shown_operator),
            "foundingDate": facility.opened,
            "dissolutionDate": facility.closed or _stopped_on(facility),
            "knowsAbout": [str(term) for term in facility.techniques.all()],
            "contactPoint": _contact_points(facility.contacts.all()),
            "sameAs": facility.website,
            "additionalProperty": [
                *(property_value(row.standard, row.status) for row in facility.standards.all()),
                *(property_value(localise(row, "name"), joined(row.classes)) for row in _classified(facility)),
            ],
        }
    )


def _classified(facility: Facility) -> list[FacilityRoom]:
    """The rooms of which a class is known."""
    return [room for room in facility.rooms.all() if room.classes]


def equipment_json_ld(equipment: Equipment) -> Data:
    """An IndividualProduct: one instrument, not a type of instrument."""
    facility = equipment.shown_facility
    properties = {
        _("Facility"): str(facility or ""),
        _("Technique"): joined(equipment.techniques.all()),
        _("Measures"): str(localise(equipment, "measured_variables")),
        _("In use since"): format_partial_date(equipment.commissioned),
        _("Out of use since"): format_partial_date(equipment.decommissioned),
    }
    doi = f"https://doi.org/{equipment.doi}" if equipment.doi else ""
    return thing("IndividualProduct", equipment) | filled(
        {
            "manufacturer": filled({"@type": "Organization", "name": equipment.manufacturer})
            if equipment.manufacturer
            else None,
            "model": equipment.model,
            "productID": equipment.institution_id,
            "category": [str(term) for term in equipment.techniques.all()],
            "sameAs": [url for url in (doi, equipment.website) if url],
            "additionalProperty": [property_value(name, value) for name, value in properties.items() if value],
        }
    )


def building_json_ld(building: Building) -> Data:
    """A Place with its address, its position and how to get in."""
    return thing("Place", building) | filled(
        {
            "alternateName": building.former_names,
            "address": _address(building),
            "geo": _geo(building),
            "amenityFeature": [
                {"@type": "LocationFeatureSpecification", "name": _step_free(row), "value": row.step_free}
                for row in building.entrances.all()
                if row.step_free is not None
            ],
        }
    )


def _stopped_on(record: Organisation | Facility) -> str:
    state = record.current_state
    return state.since if state and state.state.identifier in STOPPED else ""


def _postal_address(street: str, postcode: str, town: str) -> Data:
    data = filled({"streetAddress": street, "postalCode": postcode, "addressLocality": town})
    return {"@type": "PostalAddress"} | data if data else {}


def _address(building: Building | None) -> Data:
    return _postal_address(building.street, building.postcode, building.town) if building else {}


def _address_of(row: OrganisationLocation) -> Data:
    return _postal_address(row.street, row.postcode, row.town) or _address(shown(row.building))


def _geo(building: Building | None) -> Data:
    if building is None or building.position is None:
        return {}
    latitude, longitude = building.position
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def place_json_ld(building: Building | None) -> Data:
    """A building as the place of something else; nothing for one that is hidden."""
    if building is None:
        return {}
    own = {"@type": "Place", "name": str(building), "url": building.absolute_url}
    return filled(own | {"address": _address(building), "geo": _geo(building)})


def _contact_points(contacts: Iterable[ContactPoint]) -> list[Data]:
    return [
        filled(
            {
                "@type": "ContactPoint",
                "contactType": str(localise(row, "role")) or str(row.get_purpose_display()),
                "email": row.email,
                "telephone": row.phone,
                "availableLanguage": _codes(row),
            }
        )
        for row in contacts
    ]


def _codes(row: Any) -> list[str]:
    return [code.strip() for code in row.languages.split(",") if code.strip()]


def _step_free(entrance: BuildingEntrance) -> str:
    return _("Step-free: %(entrance)s") % {"entrance": localise(entrance, "name")}


def person_json_ld(person: Person) -> Data:
    """A Person with the public roles, each from when until when. Only a person's own page says this."""
    return thing("Person", person) | filled(
        {
            "givenName": person.given_name,
            "familyName": " ".join(filter(None, [person.infix, person.family_name])),
            "affiliation": [_role(role) for role in person.visible_roles],
        }
    )


def _role(role: Role) -> Data:
    organisation = {"@type": "Organization", "name": role.organisation_label} if role.organisation_label else None
    return filled(
        {
            "@type": "OrganizationRole",
            "roleName": str(role.localised_title),
            "startDate": role.since,
            "endDate": role.until,
            "affiliation": organisation,
        }
    )
