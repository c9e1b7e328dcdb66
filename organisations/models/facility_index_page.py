from typing import Any

from django.utils.translation import gettext_lazy as _

from parkportal.core.exports import GEOJSON, TABLES, Row, record_columns, term_columns, terms_columns
from parkportal.core.facets import Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet
from parkportal.core.visibility import shown

from .building import Building, building_columns
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
    formats = (*TABLES, GEOJSON)
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
        """A facility as a row of a file, with where it is."""
        standards = list(record.standards.all())
        return super().export_row(record) | {
            **record_columns("operator", record.shown_operator),
            **terms_columns("kinds", record.kinds.all()),
            **terms_columns("techniques", record.techniques.all()),
            "standards": [f"{row.standard.identifier}: {row.status.identifier}" for row in standards],
            "standards_label": [f"{row.standard}: {row.status}" for row in standards],
            **terms_columns("access", record.access_groups.all()),
            **term_columns("state", record.current_state and record.current_state.state),
            "website": record.website,
            **building_columns(shown(record.building)),
        }
