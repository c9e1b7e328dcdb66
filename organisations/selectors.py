"""What the pages of the directory show."""

from collections.abc import Iterable
from typing import Any

from parkportal.core.facts import joined
from parkportal.core.json_ld import merged
from parkportal.core.languages import localise
from parkportal.core.sections import sections_for, structured
from parkportal.core.visibility import is_published, shown

from .facts import (
    access_facts,
    building_facts,
    equipment_access_facts,
    equipment_facts,
    facility_facts,
    organisation_facts,
    room_classes,
    room_facts,
)
from .json_ld import (
    building_json_ld,
    equipment_json_ld,
    facility_json_ld,
    organisation_json_ld,
    person_json_ld,
    relations_json_ld,
)
from .models import Building, Equipment, Facility, Organisation, OrganisationRelation, Person
from .timeline import building_timeline, facility_timeline, organisation_timeline

SHOWN_ALIASES = {"brand", "abbreviation", "translated"}


def organisation_profile(organisation: Organisation) -> dict[str, Any]:
    """The profile of an organisation: facts, ties both ways, where, whom to call, and what other apps add."""
    names = organisation.names.all()
    locations = [row for row in organisation.locations.all() if row.holds_now]
    ties = _ties(organisation)
    sections = sections_for(organisation)
    own_ties = [row for row in ties if row.organisation_id == organisation.pk]
    return {
        "record": organisation,
        "facts": organisation_facts(organisation),
        "former_names": joined(row.name for row in names if row.kind == "former"),
        "other_names": joined(row.name for row in names if row.kind in SHOWN_ALIASES),
        "timeline": organisation_timeline(organisation),
        "relations": organisation_relations(organisation, ties),
        "locations": locations,
        "facilities": list(Facility.objects.visible().used_by(organisation).in_order().for_rows()),
        "sections": sections,
        "json_ld": merged(
            organisation_json_ld(organisation, locations), relations_json_ld(own_ties), *structured(sections)
        ),
    }


def _ties(organisation: Organisation) -> list[OrganisationRelation]:
    own = OrganisationRelation.objects.filter(organisation_id=organisation.pk)
    others = OrganisationRelation.objects.filter(other_id=organisation.pk)
    return list((own | others).select_related("other", "organisation"))


def organisation_relations(organisation: Organisation, ties: Iterable[OrganisationRelation]) -> list[dict[str, Any]]:
    """The ties of an organisation, from its own rows and from those of others; told by both, a tie shows once."""
    relations = {}
    for row in ties:
        own = row.organisation_id == organisation.pk
        other = row.other if own else row.organisation
        if other and not is_published(other):
            continue
        label = row.get_kind_display() if own else row.inverse_label
        name = str(other) if other else row.other_name
        relations.setdefault(
            (str(label), name),
            {
                "label": label,
                "name": name,
                "url": other.url if other else "",
                "period": row.period,
                "note": localise(row, "note"),
                "source": row.source,
            },
        )
    return list(relations.values())


def equipment_profile(equipment: Equipment) -> dict[str, Any]:
    """The profile of an instrument: what it can do, where it stands, and how one gets to use it."""
    facility = equipment.shown_facility
    return {
        "record": equipment,
        "facility": facility,
        "building": shown(facility.building) if facility else None,
        "sector": facility.operator.sector if facility else None,
        "facts": equipment_facts(equipment),
        "access": equipment_access_facts(equipment),
        "contact_record": equipment if equipment.contacts.all() else facility,
        "sections": sections_for(equipment),
        "json_ld": equipment_json_ld(equipment),
    }


def facility_profile(facility: Facility) -> dict[str, Any]:
    """The profile of a facility: what may be done there, by whom, to which standard, and how to get in."""
    return {
        "record": facility,
        "facts": facility_facts(facility),
        "access": access_facts(facility),
        "rooms": [
            {"room": localise(room, "name"), "facts": room_facts(room), "classes": room_classes(room)}
            for room in facility.rooms.all()
        ],
        "timeline": facility_timeline(facility),
        "sections": sections_for(facility),
        "json_ld": facility_json_ld(facility),
    }


def building_profile(building: Building) -> dict[str, Any]:
    """The profile of a building: where it is, how to get in, who is and was there, what may be used there."""
    tenancies = [
        row
        for row in building.tenancies.select_related("organisation__sector", "organisation__organisation_type")
        if shown(row.organisation)
    ]
    tenancies.sort(key=lambda row: str(row.organisation).casefold())
    return {
        "record": building,
        "facts": building_facts(building),
        "entrances": [
            {"entrance": row, "name": localise(row, "name"), "note": localise(row, "note")}
            for row in building.entrances.all()
        ],
        "step_free_note": localise(building, "step_free_note"),
        "tenancies": [row for row in tenancies if row.holds_now],
        "former_tenancies": [row for row in tenancies if row.until and not row.holds_now],
        "facilities": list(building.facilities.visible().in_order().for_rows()),  # type: ignore[attr-defined]
        "timeline": building_timeline(building),
        "sections": sections_for(building),
        "json_ld": building_json_ld(building),
    }


def person_page(person: Person) -> dict[str, Any]:
    """The page of a person: the public roles, and where other apps say that the person appears."""
    roles = person.visible_roles
    return {
        "record": person,
        "current_roles": [role for role in roles if role.is_current],
        "earlier_roles": [role for role in roles if not role.is_current],
        "sections": sections_for(person),
        "json_ld": person_json_ld(person),
    }
