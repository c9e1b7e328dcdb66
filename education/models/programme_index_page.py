from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from organisations.models import Organisation
from parkportal.core.exports import Row
from parkportal.core.facets import Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet

from .programme import Programme


class ProgrammeIndexPage(RecordIndexPage):
    """The programmes that lead to a diploma or degree."""

    record_model = Programme
    record_template = "education/programme.html"
    row_template = "education/programme_row.html"
    total_label = ngettext_lazy("%(total)s programme", "%(total)s programmes", "total")
    facets = (
        Facet("level", _("Level"), "level", Vocabulary.EDUCATION_LEVEL),
        Facet("mode", _("Mode"), "modes", Vocabulary.STUDY_MODE),
        RecordFacet("institution", _("Institution"), "institution", Organisation),
    )
    parent_page_types = ["education.EducationPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of programmes")

    def list_records(self) -> RecordQuerySet:
        """The programmes with what a row shows."""
        return super().list_records().for_rows()

    def profile_records(self) -> RecordQuerySet:
        """The programmes with what a profile shows."""
        return self.record_model.objects.visible().for_profile()

    def profile_context(self, record: Programme) -> dict[str, Any]:
        """The profile of a programme."""
        from ..selectors import programme_profile  # Selectors stand on the models.

        return programme_profile(record)

    def export_row(self, record: Programme) -> Row:
        """A programme as a row of CSV or JSON."""
        return super().export_row(record) | {
            "institution": str(record.shown_institution or ""),
            "level": record.level.identifier,
            "modes": [mode.identifier for mode in record.modes.all()],
            "town": record.town,
            "languages": record.language_codes,
        }
