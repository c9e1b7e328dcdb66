from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import GEOJSON, TABLES, Row, record_columns, term_columns, terms_columns
from parkportal.core.facets import Facet, FlagFacet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.visibility import shown

from .building import Building, building_columns
from .dated import gone
from .equipment import Equipment
from .facility import Facility, FacilityState
from .organisation import Organisation


class FacilityIndexPage(RecordIndexPage):
    """The facilities, found by what may be done there and by whom."""

    record_model = Facility
    record_template = "organisations/facility.html"
    row_template = "organisations/facility_row.html"
    total_label = ngettext_lazy("%(total)s facility", "%(total)s facilities", "total")
    facets = (
        Facet("kind", _("Kind"), "kinds", Vocabulary.FACILITY_KIND),
        Facet("technique", _("Technique"), "techniques", Vocabulary.TECHNIQUE),
        RecordFacet("equipment", _("Equipment"), "equipment", Equipment),
        Facet("standard", _("Standard"), "standards__standard", Vocabulary.STANDARD, rows="standards"),
        Facet("status", _("Status of the standard"), "standards__status", Vocabulary.STANDARD_STATUS, rows="standards"),
        Facet("grade", _("Cleanroom grade"), "rooms__grade", Vocabulary.CLEANROOM_GRADE, rows="rooms"),
        Facet("iso", _("ISO class"), "rooms__iso_class", Vocabulary.ISO_CLASS, rows="rooms"),
        Facet("containment", _("Containment"), "rooms__containment", Vocabulary.CONTAINMENT, rows="rooms"),
        Facet("access", _("Who may use it"), "access_groups", Vocabulary.ACCESS_GROUP),
        Facet("mode", _("How it is used"), "access_modes", Vocabulary.ACCESS_MODE),
        FlagFacet("training", _("Training needed first"), lambda: Q(training_required=True)),
        RecordFacet("operator", _("Run by"), "operator", Organisation),
        RecordFacet("building", _("Building"), "building", Building),
        Facet(
            "state",
            _("State"),
            "states__state",
            Vocabulary.ORGANISATION_STATE,
            rows="states",
            dated=("since", "ends"),
            hidden=lambda: gone(FacilityState.objects.all()).values("facility"),
        ),
    )
    formats = (*TABLES, GEOJSON)
    parent_page_types = ["website.HomePage"]
    subpage_types = ["organisations.FacilityPage"]

    class Meta:
        verbose_name = _("list of facilities")

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
