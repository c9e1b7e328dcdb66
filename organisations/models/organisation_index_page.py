from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import GEOJSON, TABLES, Row, term_columns
from parkportal.core.facets import Facet, FlagFacet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.visibility import shown

from ..offers import INTERNSHIPS, offering
from .building import Building, building_columns
from .dated import gone
from .facility import Facility
from .organisation import Organisation, OrganisationState


class OrganisationIndexPage(RecordIndexPage):
    """The directory of organisations."""

    record_model = Organisation
    record_template = "organisations/organisation.html"
    row_template = "organisations/organisation_row.html"
    total_label = ngettext_lazy("%(total)s organisation", "%(total)s organisations", "total")
    facets = (
        Facet("type", _("Type"), "organisation_type", Vocabulary.ORGANISATION_TYPE),
        Facet("sector", _("Sector"), "sector", Vocabulary.SECTOR),
        Facet("helix", _("Triple-helix role"), "triple_helix", Vocabulary.TRIPLE_HELIX),
        Facet("phase", _("Phase"), "phases", Vocabulary.PHASE),
        Facet("modality", _("Technology"), "modalities", Vocabulary.MODALITY),
        Facet("therapy", _("Therapy area"), "therapy_areas", Vocabulary.THERAPY_AREA),
        Facet("service", _("Service"), "services", Vocabulary.SERVICE),
        RecordFacet(
            "building", _("Building"), "locations__building", Building, rows="locations", dated=("since", "until")
        ),
        Facet("size", _("Size in full-time posts"), "size_band", Vocabulary.SIZE_BAND),
        Facet(
            "state",
            _("State"),
            "states__state",
            Vocabulary.ORGANISATION_STATE,
            rows="states",
            dated=("since", "ends"),
            hidden=lambda: gone(OrganisationState.objects.all()).values("organisation"),
        ),
        FlagFacet("internships", _("Offers internships"), lambda: offering(INTERNSHIPS)),
        FlagFacet("facility", _("Has a facility"), lambda: Q(pk__in=Facility.objects.visible().values("operator"))),
    )
    formats = (*TABLES, GEOJSON)
    parent_page_types = ["website.HomePage"]
    subpage_types = ["organisations.OrganisationPage"]

    class Meta:
        verbose_name = _("directory of organisations")

    def profile_context(self, record: Organisation) -> dict[str, Any]:
        """The profile of an organisation."""
        from ..selectors import organisation_profile  # Selectors stand on the models.

        return organisation_profile(record)

    def export_row(self, record: Organisation) -> Row:
        """An organisation as a row of a file, with where it is."""
        place = record.current_location
        return super().export_row(record) | {
            **term_columns("type", record.organisation_type),
            **term_columns("sector", record.sector),
            **term_columns("state", record.current_state and record.current_state.state),
            "founded": record.founded,
            "dissolved": record.dissolved,
            "website": record.website,
            **building_columns(place and shown(place.building), place.address if place else ""),
        }
