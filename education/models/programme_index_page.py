from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from organisations.models import Organisation
from parkportal.core.exports import Row, record_columns, term_columns, terms_columns
from parkportal.core.facets import CodesFacet, Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary

from .programme import Programme
from .taught_in import languages_of_the_site


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
        RecordFacet("partner", _("Partner"), "partners__organisation", Organisation),
        CodesFacet("language", _("Language"), "languages", languages_of_the_site),
    )
    parent_page_types = ["education.EducationPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of programmes")

    def profile_context(self, record: Programme) -> dict[str, Any]:
        """The profile of a programme."""
        from ..selectors import programme_profile  # Selectors stand on the models.

        return programme_profile(record)

    def export_row(self, record: Programme) -> Row:
        """A programme as a row of a file."""
        return super().export_row(record) | {
            **record_columns("institution", record.shown_institution),
            **term_columns("level", record.level),
            **terms_columns("modes", record.modes.all()),
            "years": record.years,
            "credits": record.credits,
            "town": record.town,
            "languages": record.language_codes,
            "website": record.website,
        }
