"""The directory: buildings, organisations, facilities, equipment, people and their roles."""

from typing import Any

from organisations.models import (
    Building,
    BuildingEntrance,
    Equipment,
    Facility,
    FacilityPartner,
    FacilityRoom,
    FacilityStandard,
    Organisation,
    OrganisationLocation,
    OrganisationName,
    OrganisationRelation,
    Person,
    Role,
)
from organisations.models.building import BuildingState
from organisations.models.facility import FacilityClaim, FacilityContact, FacilityState
from organisations.models.organisation import OrganisationContact, OrganisationState
from parkportal.core.models import ParkImage, Vocabulary

from .source import Entry, by_language, entries, keyed, provenance, publish, publish_first, some, term, terms

Pictures = dict[str, ParkImage]


def load_directory(pictures: Pictures) -> None:
    """Everything of the directory, in the order in which it refers to itself."""
    _load_buildings()
    _load_organisations(pictures)
    _link_organisations()
    _load_facilities(pictures)
    _load_equipment()
    _load_roles()


def _states(entry: Entry, model: type[Any]) -> list[Any]:
    return [
        model(
            state=term(Vocabulary.ORGANISATION_STATE, row["state"]),
            **some(row, "since", "until", "source"),
            **by_language(row, "note"),
        )
        for row in entry.get("states", [])
    ]


def _contacts(entry: Entry, model: type[Any]) -> list[Any]:
    return [
        model(
            languages=",".join(row.get("languages", [])),
            **some(row, "purpose", "email", "phone"),
            **by_language(row, "role", "hours"),
        )
        for row in entry.get("contacts", [])
    ]


def _load_buildings() -> None:
    there = keyed(Building)
    for entry in entries("buildings", "building"):
        if entry["slug"] in there:
            continue
        publish(
            Building(
                slug_nl=entry["slug"],
                former_names=", ".join(entry.get("former_names", [])),
                states=_states(entry, BuildingState),
                entrances=[
                    BuildingEntrance(step_free=row.get("step_free"), **by_language(row, "name", "note"))
                    for row in entry.get("entrances", [])
                ],
                **by_language(entry, "name", "summary", "step_free_note"),
                **some(entry, "street", "postcode", "town", "latitude", "longitude", "opened", "storeys", "floor_area"),
                **some(entry, "step_free"),
                **provenance(entry),
            )
        )


def _load_organisations(pictures: Pictures) -> None:
    there, buildings = keyed(Organisation), keyed(Building)
    for entry in entries("organisations", "organisation"):
        if entry["slug"] not in there:
            publish(_organisation(entry, buildings, pictures))


def _organisation(entry: Entry, buildings: dict[str, Building], pictures: Pictures) -> Organisation:
    return Organisation(
        slug_nl=entry["slug"],
        organisation_type=term(Vocabulary.ORGANISATION_TYPE, entry["type"]),
        triple_helix=term(Vocabulary.TRIPLE_HELIX, entry["triple_helix"]),
        sector=term(Vocabulary.SECTOR, entry["sector"]),
        size_band=term(Vocabulary.SIZE_BAND, entry.get("size_band")),
        other_sectors=terms(Vocabulary.SECTOR, entry.get("other_sectors")),
        phases=terms(Vocabulary.PHASE, entry.get("phases")),
        modalities=terms(Vocabulary.MODALITY, entry.get("modalities")),
        services=terms(Vocabulary.SERVICE, entry.get("services")),
        therapy_areas=terms(Vocabulary.THERAPY_AREA, entry.get("therapy_areas")),
        picture=pictures.get(entry.get("picture", "")),
        names=[OrganisationName(**some(row, "name", "kind", "since", "until")) for row in entry.get("names", [])],
        states=_states(entry, OrganisationState),
        contacts=_contacts(entry, OrganisationContact),
        locations=[
            OrganisationLocation(
                building=buildings[row["building"]] if row.get("building") else None,
                **some(row, "street", "postcode", "town", "since", "until", "unit"),
            )
            for row in entry.get("locations", [])
        ],
        **some(entry, "legal_name", "founded", "dissolved", "size_as_of", "exchange", "ticker", "website"),
        **by_language(entry, "name", "summary", "description", "boilerplate"),
        **provenance(entry),
    )


def _link_organisations() -> None:
    """Relations and buildings' operators, once every organisation is there."""
    organisations = keyed(Organisation)
    for entry in entries("organisations", "organisation"):
        organisation = organisations[entry["slug"]]
        if not entry.get("relations") or organisation.relations.exists():
            continue
        organisation.relations = [
            OrganisationRelation(
                other=organisations[row["to"]] if row.get("to") else None,
                other_name=row.get("to_name", ""),
                **some(row, "kind", "since", "until", "source"),
                **by_language(row, "note"),
            )
            for row in entry["relations"]
        ]
        publish(organisation)
    buildings = keyed(Building)
    for entry in entries("buildings", "building"):
        building = buildings[entry["slug"]]
        if entry.get("operator") and building.operator is None:
            building.operator = organisations[entry["operator"]]
            publish(building)


def _load_facilities(pictures: Pictures) -> None:
    there, buildings, organisations = keyed(Facility), keyed(Building), keyed(Organisation)
    for entry in entries("facilities", "facility"):
        if entry["slug"] in there:
            continue
        publish(
            Facility(
                slug_nl=entry["slug"],
                operator=organisations[entry["operator"]],
                building=buildings[entry["building"]] if entry.get("building") else None,
                picture=pictures.get(entry.get("picture", "")),
                kinds=terms(Vocabulary.FACILITY_KIND, entry.get("kinds")),
                techniques=terms(Vocabulary.TECHNIQUE, entry.get("techniques")),
                access_groups=terms(Vocabulary.ACCESS_GROUP, entry.get("access_groups")),
                access_modes=terms(Vocabulary.ACCESS_MODE, entry.get("access_modes")),
                training_required=entry.get("training_required", False),
                partners=[
                    FacilityPartner(
                        organisation=organisations[row["organisation"]], **some(row, "since", "until", "source")
                    )
                    for row in entry.get("partners", [])
                ],
                rooms=[_room(row) for row in entry.get("rooms", [])],
                standards=[_standard(row) for row in entry.get("standards", [])],
                states=_states(entry, FacilityState),
                contacts=_contacts(entry, FacilityContact),
                claims=[
                    FacilityClaim(**some(row, "source", "date"), **by_language(row, "text"))
                    for row in entry.get("claims", [])
                ],
                **some(entry, "abbreviation", "opened", "closed", "website"),
                **by_language(entry, "name", "summary", "description", "access_steps"),
                **provenance(entry),
            )
        )


def _room(row: Entry) -> FacilityRoom:
    return FacilityRoom(
        grade=term(Vocabulary.CLEANROOM_GRADE, row.get("grade")),
        iso_class=term(Vocabulary.ISO_CLASS, row.get("iso_class")),
        containment=term(Vocabulary.CONTAINMENT, row.get("containment")),
        **some(row, "area", "capacity", "count"),
        **by_language(row, "name", "kind"),
    )


def _standard(row: Entry) -> FacilityStandard:
    return FacilityStandard(
        standard=term(Vocabulary.STANDARD, row["standard"]),
        status=term(Vocabulary.STANDARD_STATUS, row["status"]),
        **some(row, "body", "number", "valid_until", "source"),
        **by_language(row, "scope"),
    )


def _load_equipment() -> None:
    there, facilities = keyed(Equipment), keyed(Facility)
    for entry in entries("equipment", "equipment"):
        if entry["slug"] in there:
            continue
        publish(
            Equipment(
                slug_nl=entry["slug"],
                facility=facilities[entry["facility"]],
                techniques=terms(Vocabulary.TECHNIQUE, entry.get("techniques")),
                access_groups=terms(Vocabulary.ACCESS_GROUP, entry.get("access_groups")),
                access_modes=terms(Vocabulary.ACCESS_MODE, entry.get("access_modes")),
                **some(entry, "manufacturer", "model", "commissioned", "decommissioned", "institution_id"),
                **by_language(entry, "name", "summary", "measured_variables"),
                **provenance(entry),
            )
        )


def _load_roles() -> None:
    organisations = keyed(Organisation)
    people: dict[str, Person] = {}
    for entry in entries("people", "person"):
        names = {"given_name": entry["given"], "infix": entry.get("infix", ""), "family_name": entry["family"]}
        person, created = Person.objects.get_or_create(**names, defaults=some(entry, "has_page"))
        people[entry["key"]] = person
        if created:
            publish_first(person)
    for entry in entries("people", "role"):
        role, created = Role.objects.get_or_create(
            person=people[entry["person"]],
            organisation=organisations.get(entry.get("organisation", "")),
            title_nl=entry["title_nl"],
            defaults=some(entry, "organisation_name", "since", "until", "as_of", "source")
            | some(entry, "is_spokesperson", "phone", "languages")
            | by_language(entry, "title", "hours"),
        )
        if created:
            publish_first(role)


def roles_by_key() -> dict[str, Role]:
    """The roles by their keys in the data."""
    organisations = keyed(Organisation)
    people = {entry["key"]: entry for entry in entries("people", "person")}
    roles = {}
    for entry in entries("people", "role"):
        person = people[entry["person"]]
        roles[entry["key"]] = Role.objects.get(
            person__given_name=person["given"],
            person__family_name=person["family"],
            organisation=organisations.get(entry.get("organisation", "")),
            title_nl=entry["title_nl"],
        )
    return roles
