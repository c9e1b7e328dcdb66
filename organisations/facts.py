"""The facts of a profile, in the order in which people ask for them."""

from collections.abc import Iterable

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from parkportal.core.facts import Fact, joined, known, terms_fact
from parkportal.core.languages import localise
from parkportal.core.models import Term
from parkportal.core.partial_date import format_partial_date
from parkportal.core.record_urls import index_url
from parkportal.core.templatetags.park import marked
from parkportal.core.visibility import shown

from .models import Building, Equipment, Facility, Organisation
from .models.facility_room import FacilityRoom

NO_THERAPY = "not-applicable"


def organisation_facts(organisation: Organisation) -> list[Fact]:
    """What an organisation is and does."""
    directory = index_url(Organisation) or ""
    sector, kind = organisation.sector, organisation.organisation_type
    areas = (area for area in organisation.therapy_areas.all() if area.identifier != NO_THERAPY)
    return known(
        terms_fact(_("Type"), [kind], f"{directory}?type="),
        terms_fact(_("Main sector"), [sector], f"{directory}?sector="),
        terms_fact(_("Also in"), organisation.other_sectors.all(), f"{directory}?sector="),
        terms_fact(_("Services"), organisation.services.all(), f"{directory}?service="),
        terms_fact(_("Phases"), organisation.phases.all(), f"{directory}?phase="),
        terms_fact(_("Technology"), organisation.modalities.all(), f"{directory}?modality="),
        terms_fact(_("Therapy areas"), areas, f"{directory}?therapy="),
        Fact(_("Founded"), format_partial_date(organisation.founded)),
        Fact(_("Dissolved"), format_partial_date(organisation.dissolved)),
        _size(organisation),
        Fact(_("Stock exchange"), joined(filter(None, [organisation.exchange, organisation.ticker]))),
        Fact(_("Legal name"), organisation.legal_name),
    )


def _size(organisation: Organisation) -> Fact:
    if not organisation.size_band:
        return Fact(_("Size"), "")
    return Fact(_("Size"), str(organisation.size_band), note=as_of(organisation.size_as_of))


def facility_facts(facility: Facility) -> list[Fact]:
    """What a facility is, who runs it and where."""
    operator, building = facility.shown_operator, facility.shown_building
    index = index_url(Facility) or ""
    return known(
        terms_fact(_("Kind"), facility.kinds.all(), f"{index}?kind="),
        Fact(_("Run by"), str(operator or ""), operator.url if operator else ""),
        _shared_with(facility),
        Fact(_("Building"), str(building or ""), building.url if building else ""),
        Fact(_("Address"), building.address if building else ""),
        terms_fact(_("Techniques"), facility.techniques.all(), f"{index}?technique="),
        Fact(_("Opened"), format_partial_date(facility.opened)),
        Fact(_("Closed"), format_partial_date(facility.closed)),
    )


def _shared_with(facility: Facility) -> Fact:
    """The organisations with which it is shared today, as far as the public may see them."""
    partners = [row.organisation for row in facility.partners.all() if row.holds_now and shown(row.organisation)]
    return Fact(_("Shared with"), joined(partners), links=tuple((str(each), each.url) for each in partners))


def equipment_facts(equipment: Equipment) -> list[Fact]:
    """What an instrument is, who made it, where it stands and since when."""
    facility = equipment.shown_facility
    operator = facility.shown_operator if facility else None
    building = shown(facility.building) if facility else None
    return known(
        Fact(_("Facility"), str(facility or ""), facility.url if facility else ""),
        Fact(_("Run by"), str(operator or ""), operator.url if operator else ""),
        Fact(_("Manufacturer"), equipment.manufacturer),
        Fact(_("Model"), equipment.model),
        terms_fact(_("Techniques"), equipment.techniques.all(), f"{index_url(Equipment) or ''}?technique="),
        Fact(_("Measures"), marked(localise(equipment, "measured_variables"))),
        Fact(_("In use since"), format_partial_date(equipment.commissioned)),
        Fact(_("Out of use since"), format_partial_date(equipment.decommissioned)),
        Fact(_("Where"), joined(filter(None, [building, equipment.site_location]))),
        Fact(_("Department"), marked(localise(equipment, "managing_department"))),
        Fact(_("Inventory number"), equipment.institution_id),
        Fact(_("DOI"), equipment.doi, f"https://doi.org/{equipment.doi}" if equipment.doi else ""),
    )


def building_facts(building: Building) -> list[Fact]:
    """What a building is and who runs it."""
    operator = shown(building.operator)
    area = _("%(area)s m²") % {"area": number_format(building.floor_area)} if building.floor_area else ""
    return known(
        Fact(_("Run by"), str(operator or ""), operator.url if operator else ""),
        Fact(_("Formerly"), building.former_names),
        Fact(_("Opened"), format_partial_date(building.opened)),
        Fact(_("Storeys"), str(building.storeys or "")),
        Fact(_("Floor area"), area),
    )


def access_facts(facility: Facility) -> list[Fact]:
    """Who may use a facility and how."""
    return _access(facility.access_groups.all(), facility.access_modes.all(), facility.training_required)


def equipment_access_facts(equipment: Equipment) -> list[Fact]:
    """Who may use an instrument and how; where that is not said, what holds for its facility."""
    facility = equipment.shown_facility
    if facility is None:
        return _access(equipment.access_groups.all(), equipment.access_modes.all(), training_required=False)
    return _access(
        equipment.access_groups.all() or facility.access_groups.all(),
        equipment.access_modes.all() or facility.access_modes.all(),
        facility.training_required,
    )


def _access(groups: Iterable[Term], modes: Iterable[Term], training_required: bool) -> list[Fact]:
    index = index_url(Facility) or ""
    return known(
        terms_fact(_("Who may use it"), groups, f"{index}?access="),
        terms_fact(_("How"), modes, f"{index}?mode="),
        Fact(_("Training"), _("Needed before you may work there") if training_required else ""),
    )


def room_facts(room: FacilityRoom) -> str:
    """What kind of room it is, how many there are, how large and for how many people, in one line."""
    places = ngettext("%(count)s place", "%(count)s places", room.capacity or 0) % {"count": room.capacity}
    kind = str(localise(room, "kind"))
    parts = [
        f"{room.count} × {kind}".strip() if room.count else kind,
        f"{number_format(room.area)} m²" if room.area else "",
        places if room.capacity else "",
    ]
    return ", ".join(filter(None, parts))


def room_classes(room: FacilityRoom) -> tuple[tuple[str, str], ...]:
    """A room's cleanroom grade, ISO class and containment, each with the list of facilities that have it too."""
    index = index_url(Facility) or ""
    classes = {"grade": room.grade, "iso": room.iso_class, "containment": room.containment}
    return tuple((str(term), f"{index}?{name}={term.identifier}") for name, term in classes.items() if term)


def as_of(date: str) -> str:
    """“as of October 2025”, or nothing."""
    return _("as of %(date)s") % {"date": format_partial_date(date)} if date else ""
