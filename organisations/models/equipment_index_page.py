from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import GEOJSON, TABLES, Format, Row, record_columns, terms_columns
from parkportal.core.facets import Facet, RecordFacet, ValueFacet
from parkportal.core.listing import found_records
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.visibility import shown

from ..uniquip import UNIQUIP, uniquip_row
from .building import building_columns
from .equipment import Equipment, UseState
from .facility import Facility


def _manufacturers() -> dict[str, str]:
    names = Equipment.objects.visible().exclude(manufacturer="").order_by("manufacturer")
    return {name: name for name in names.values_list("manufacturer", flat=True).distinct()}


def _use_states() -> dict[str, str]:
    return {value: str(label) for value, label in UseState.choices}


class EquipmentIndexPage(RecordIndexPage):
    """The instruments of all facilities, found by what they can do and how one gets to use them."""

    record_model = Equipment
    record_template = "organisations/equipment.html"
    row_template = "organisations/equipment_row.html"
    total_label = ngettext_lazy("%(total)s instrument", "%(total)s instruments", "total")
    facets = (
        Facet("technique", _("Technique"), "techniques", Vocabulary.TECHNIQUE),
        ValueFacet("manufacturer", _("Manufacturer"), "manufacturer", _manufacturers),
        RecordFacet("facility", _("Facility"), "facility", Facility),
        Facet("mode", _("How it is used"), "access_modes", Vocabulary.ACCESS_MODE),
        ValueFacet("state", _("State"), "decommissioned__use_state", _use_states),
    )
    formats = (*TABLES, GEOJSON, UNIQUIP)
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("list of equipment")

    def found(self, params: QueryDict) -> QuerySet:
        """The instruments that a query string asks for, with what files hold."""
        return found_records(
            Equipment.objects.visible().in_order().for_files(), params, facets=self.facets, sorts=self.sorts
        )

    def profile_context(self, record: Equipment) -> dict[str, Any]:
        """The profile of an instrument."""
        from ..selectors import equipment_profile  # Selectors stand on the models.

        return equipment_profile(record)

    def row_maker(self, file_format: Format) -> Callable[[Any], Row]:
        """UNIQUIP has columns of its own."""
        return uniquip_row if file_format is UNIQUIP else super().row_maker(file_format)

    def export_row(self, record: Equipment) -> Row:
        """An instrument as a row of a file."""
        facility = record.shown_facility
        return super().export_row(record) | {
            **record_columns("facility", facility),
            "manufacturer": record.manufacturer,
            "model": record.model,
            **terms_columns("techniques", record.techniques.all()),
            "commissioned": record.commissioned,
            "decommissioned": record.decommissioned,
            **terms_columns("access", record.access_groups.all()),
            **terms_columns("access_modes", record.access_modes.all()),
            "institution_id": record.institution_id,
            "doi": record.doi,
            "website": record.website,
            **building_columns(shown(facility.building) if facility else None),
        }
