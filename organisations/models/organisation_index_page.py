from typing import Any

from django.utils.translation import gettext_lazy as _

from parkportal.core.exports import GEOJSON, TABLES, Row, term_columns
from parkportal.core.facets import Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet
from parkportal.core.visibility import shown

from .building import Building, building_columns
from .organisation import Organisation


class OrganisationIndexPage(RecordIndexPage):
    """The directory of organisations."""

    record_model = Organisation
    record_template = "organisations/organisation.html"
    facets = (
        Facet("type", _("Type"), "organisation_type", Vocabulary.ORGANISATION_TYPE),
        Facet("sector", _("Sector"), "sector", Vocabulary.SECTOR),
        Facet("phase", _("Phase"), "phases", Vocabulary.PHASE),
        RecordFacet("building", _("Building"), "locations__building", Building),
    )
    formats = (*TABLES, GEOJSON)
    template = "organisations/organisation_index.html"
    parent_page_types = ["website.HomePage"]
    subpage_types = ["organisations.OrganisationPage"]

    class Meta:
        verbose_name = _("directory of organisations")

    def list_records(self) -> RecordQuerySet:
        """The organisations with what a row shows."""
        return super().list_records().for_rows()

    def profile_records(self) -> RecordQuerySet:
        """The organisations with what a profile shows."""
        return super().profile_records().for_profile()

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
