from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import GEOJSON, TABLES, Row
from parkportal.core.facets import ValueFacet
from parkportal.core.models import RecordIndexPage

from .building import Building, StepFree


def _step_free() -> dict[str, str]:
    return {value: str(label) for value, label in StepFree.choices}


def _towns() -> dict[str, str]:
    """The towns that the buildings stand in."""
    towns = Building.objects.visible().exclude(town="").order_by("town").values_list("town", flat=True).distinct()
    return {town: town for town in towns}


class BuildingIndexPage(RecordIndexPage):
    """The buildings of the park: where they are, how to get in, who is there."""

    record_model = Building
    record_template = "organisations/building.html"
    row_template = "organisations/building_row.html"
    total_label = ngettext_lazy("%(total)s building", "%(total)s buildings", "total")
    facets = (
        ValueFacet("access", _("Step-free access"), "step_free", _step_free),
        ValueFacet("town", _("Town"), "town", _towns),
    )
    formats = (*TABLES, GEOJSON)
    parent_page_types = ["website.HomePage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of buildings")

    def profile_context(self, record: Building) -> dict[str, Any]:
        """The profile of a building."""
        from ..selectors import building_profile  # Selectors stand on the models.

        return building_profile(record)

    def export_row(self, record: Building) -> Row:
        """A building as a row of a file."""
        return super().export_row(record) | {
            "street": record.street,
            "postcode": record.postcode,
            "town": record.town,
            "latitude": record.position[0] if record.position else None,
            "longitude": record.position[1] if record.position else None,
            "step_free": record.step_free,
            "opened": record.opened,
        }
