"""What the directory adds to its own profiles."""

from django.utils.translation import gettext_lazy as _

from parkportal.core.sections import Section, section_of

from .models import Equipment, Facility


@section_of(Facility, order=20)
def equipment_at(facility: Facility) -> Section:
    """The instruments of a facility; those that are out of use come last."""
    equipment = Equipment.objects.visible().filter(facility_id=facility.pk).in_order().for_rows()
    items = sorted(equipment, key=lambda each: each.is_gone)
    return Section("equipment", _("Equipment"), "organisations/sections/equipment.html", items)
