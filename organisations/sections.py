"""What the directory adds to its own profiles."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.sections import Section, section_of

from .models import Equipment, Facility, Organisation, Role


@section_of(Facility, order=20)
def equipment_at(facility: Facility) -> Section:
    """The instruments of a facility; those that are out of use come last."""
    equipment = Equipment.objects.visible().filter(facility_id=facility.pk).in_order().for_rows()
    items = sorted(equipment, key=lambda each: each.is_gone)
    return Section("equipment", _("Equipment"), "organisations/sections/equipment.html", items)


@section_of(Organisation, order=50)
def people_of(organisation: Organisation) -> Section:
    """Who has or had a public role at an organisation, those of today first."""
    roles = Role.objects.visible().filter(organisation_id=organisation.pk).select_related("person")
    items = sorted(roles, key=lambda role: not role.is_current)
    return Section("people", _("People"), "organisations/sections/people.html", items)
