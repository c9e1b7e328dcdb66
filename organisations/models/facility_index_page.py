from typing import Any

from django.utils.translation import gettext_lazy as _

from parkportal.core.exports import Row
from parkportal.core.facets import Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet

from .building import Building
from .facility import Facility


class FacilityIndexPage(RecordIndexPage):
    """The facilities, found by what may be done there and by whom."""

    record_model = Facility
    record_template = "organisations/facility.html"
    facets = (
        Facet("kind", _("Kind"), "kinds", Vocabulary.FACILITY_KIND),
        Facet("technique", _("Technique"), "techniques", Vocabulary.TECHNIQUE),
        Facet("standard", _("Standard"), "standards__standard", Vocabulary.STANDARD),
        Facet("access", _("Who may use it"), "access_groups", Vocabulary.ACCESS_GROUP),
        RecordFacet("building", _("Building"), "building", Building),
    )
    template = "organisations/facility_index.html"
    parent_page_types = ["website.HomePage"]
    subpage_types = ["organisations.FacilityPage"]

    class Meta:
        verbose_name = _("list of facilities")

    def list_records(self) -> RecordQuerySet:
        """The facilities with what a row shows."""
        return super().list_records().for_rows()

    def profile_records(self) -> RecordQuerySet:
        """The facilities with what a profile shows."""
        return super().profile_records().for_profile()

    def profile_context(self, record: Facility) -> dict[str, Any]:
        """The profile of a facility."""
        from ..selectors import facility_profile  # Selectors stand on the models.

        return facility_profile(record)

    def export_row(self, record: Facility) -> Row:
        """A facility as a row of CSV or JSON."""
        return super().export_row(record) | {
            "operator": str(record.shown_operator or ""),
            "kinds": [kind.identifier for kind in record.kinds.all()],
            "techniques": [technique.identifier for technique in record.techniques.all()],
            "standards": [f"{row.standard.identifier}: {row.status.identifier}" for row in record.standards.all()],
            "access": [group.identifier for group in record.access_groups.all()],
        }
