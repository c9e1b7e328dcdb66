"""What the pages of the directory show."""

from typing import Any

from parkportal.core.facts import joined
from parkportal.core.languages import localise
from parkportal.core.sections import sections_for
from parkportal.core.visibility import is_published

from .facts import access_facts, facility_facts, organisation_facts, room_facts
from .json_ld import facility_json_ld, organisation_json_ld, person_json_ld
from .models import Facility, Organisation, OrganisationRelation, Person
from .timeline import facility_timeline, organisation_timeline

SHOWN_ALIASES = {"brand", "abbreviation", "translated"}


def organisation_profile(organisation: Organisation) -> dict[str, Any]:
    """The profile of an organisation: facts, ties both ways, where, whom to call, and what other apps add."""
    names = organisation.names.all()
    return {
        "record": organisation,
        "facts": organisation_facts(organisation),
        "former_names": joined(row.name for row in names if row.kind == "former"),
        "other_names": joined(row.name for row in names if row.kind in SHOWN_ALIASES),
        "timeline": organisation_timeline(organisation),
        "relations": organisation_relations(organisation),
        "locations": [row for row in organisation.locations.select_related("building") if row.holds_now],
        # django-stubs loses the manager of a relation.
        "facilities": list(organisation.facilities.visible().in_order().for_rows()),  # type: ignore[attr-defined]
        "sections": sections_for(organisation),
        "json_ld": organisation_json_ld(organisation),
    }


def organisation_relations(organisation: Organisation) -> list[dict[str, Any]]:
    """The ties of an organisation, from its own rows and from those of others; told by both, a tie shows once."""
    rows = OrganisationRelation.objects.filter(organisation_id=organisation.pk) | OrganisationRelation.objects.filter(
        other_id=organisation.pk
    )
    relations = {}
    for row in rows.select_related("other", "organisation"):
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


def facility_profile(facility: Facility) -> dict[str, Any]:
    """The profile of a facility: what may be done there, by whom, to which standard, and how to get in."""
    return {
        "record": facility,
        "facts": facility_facts(facility),
        "access": access_facts(facility),
        "rooms": [{"room": localise(room, "name"), "facts": room_facts(room)} for room in facility.rooms.all()],
        "timeline": facility_timeline(facility),
        "sections": sections_for(facility),
        "json_ld": facility_json_ld(facility),
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
