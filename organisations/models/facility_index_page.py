from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import Row
from parkportal.core.facets import Facet, FlagFacet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet

from .building import Building
from .dated import gone
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
