from typing import Any

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.asked_day import asked_day
from parkportal.core.exports import Row, term_columns
from parkportal.core.facets import Facet
from parkportal.core.models import RecordIndexPage, Vocabulary

from .partnership import Partnership


class PartnershipIndexPage(RecordIndexPage):
    """The partnerships in which business, education and government work together."""

    record_model = Partnership
    record_template = "education/partnership.html"
    row_template = "education/partnership_row.html"
    total_label = ngettext_lazy("%(total)s partnership", "%(total)s partnerships", "total")
    facets = (Facet("kind", _("Kind"), "kind", Vocabulary.PARTNERSHIP_KIND),)
    parent_page_types = ["education.EducationPage"]
    subpage_types = ["education.PartnershipPage"]

    class Meta:
        verbose_name = _("list of partnerships")

    def profile_context(self, record: Partnership) -> dict[str, Any]:
        """The profile of a partnership."""
        from ..selectors import partnership_profile  # Selectors stand on the models.

        return partnership_profile(record)

    def asked_profile(self, record: Partnership, params: QueryDict) -> dict[str, Any]:
        """The profile on the day that the query string asks for."""
        from ..selectors import partnership_profile  # Selectors stand on the models.

        return partnership_profile(record, asked_day(params))

    def export_row(self, record: Partnership) -> Row:
        """A partnership as a row of a file."""
        return super().export_row(record) | {
            "abbreviation": record.abbreviation,
            **term_columns("kind", record.kind),
            "started": record.started,
            "ended": record.ended,
            "website": record.website,
            "members": record.member_count,
            "members_as_of": timezone.localdate().isoformat(),
        }
