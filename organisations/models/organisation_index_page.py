from typing import Any

from django.utils.translation import gettext_lazy as _

from parkportal.core.exports import Row
from parkportal.core.facets import Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet

from .building import Building
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
        """An organisation as a row of CSV or JSON, with term identifiers beside labels."""
        return super().export_row(record) | {
            "type": record.organisation_type.identifier,
            "type_label": str(record.organisation_type),
            "sector": record.sector.identifier,
            "sector_label": str(record.sector),
            "founded": record.founded,
            "website": record.website,
        }
