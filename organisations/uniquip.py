"""Equipment in the columns of UNIQUIP, by which institutions exchange lists of research equipment.

The columns and their order are those of equipment.data.ac.uk/uniquip. The last five are not among them: its successor's
data model asks for them, and who reads by the first columns' names passes them over.
"""

from typing import TYPE_CHECKING, Any

from django.utils.html import strip_tags

from parkportal.core.exports import CSV_TYPE, Format, Row, write_csv
from parkportal.core.facts import joined
from parkportal.core.languages import localise
from parkportal.core.record_urls import absolute
from parkportal.core.sizes import size_of
from parkportal.core.visibility import shown

if TYPE_CHECKING:
    from .models import Equipment

UNIQUIP = Format("uniquip", "UNIQUIP", "uniquip.csv", CSV_TYPE, write_csv)
PHOTO_SIZE = "width-1200|format-jpeg"


def uniquip_row(equipment: "Equipment") -> Row:
    """An instrument as a row of UNIQUIP; its facility's contact points stand in for its own."""
    facility = equipment.shown_facility
    building = shown(facility.building) if facility else None
    contacts = [*equipment.contacts.all(), *(facility.contacts.all() if facility else [])][:2]
    first, second = [_contact(row) for row in contacts] + [_contact(None)] * (2 - len(contacts))
    photo = size_of(equipment.picture, PHOTO_SIZE)
    return {
        "Type": "equipment",
        "Name": str(equipment),
        "Description": _description(equipment),
        "Related Facility ID": facility.key if facility else "",
        "Technique": joined(equipment.techniques.all()),
        "Location": building.town if building else "",
        **{f"Contact {name}": value for name, value in first.items()},
        **{f"Secondary Contact {name}": value for name, value in second.items()},
        "ID": equipment.institution_id or str(equipment.uuid),
        "Photo": absolute(photo.url) if photo else "",
        "Department": str(localise(equipment, "managing_department")),
        "Site Location": equipment.site_location,
        "Building": str(building or ""),
        "Service Level": joined(equipment.access_modes.all()),
        "Web Address": equipment.website or equipment.absolute_url,
        "doi": equipment.doi,
        "manufacturer": equipment.manufacturer,
        "model": equipment.model,
        "commissionedDate": equipment.commissioned,
        "decommissionedDate": equipment.decommissioned,
    }


def _description(equipment: "Equipment") -> str:
    text = strip_tags(str(localise(equipment, "description")).replace("</p>", "\n"))
    return text.strip() or str(equipment.localised_summary)


def _contact(row: Any) -> Row:
    return {
        "Name": str(localise(row, "role")) if row else "",
        "Telephone": row.phone if row else "",
        "URL": "",
        "Email": row.email if row else "",
    }
