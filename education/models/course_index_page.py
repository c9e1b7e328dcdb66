from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from parkportal.core.exports import Row
from parkportal.core.facets import Facet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.querysets import RecordQuerySet

from .course import Course


class CourseIndexPage(RecordIndexPage):
    """The courses, found by whom they are for and which standard they teach."""

    record_model = Course
    record_template = "education/course.html"
    row_template = "education/course_row.html"
    total_label = ngettext_lazy("%(total)s course", "%(total)s courses", "total")
    facets = (
        Facet("audience", _("For whom"), "audience", Vocabulary.AUDIENCE),
        Facet("standard", _("Standard"), "standards", Vocabulary.STANDARD),
        Facet("level", _("Level"), "level", Vocabulary.EDUCATION_LEVEL),
    )
    parent_page_types = ["education.EducationPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of courses")

    def list_records(self) -> RecordQuerySet:
        """The courses with what a row shows."""
        return super().list_records().for_rows()

    def profile_records(self) -> RecordQuerySet:
        """The courses with what a profile shows."""
        return self.record_model.objects.visible().for_profile()

    def profile_context(self, record: Course) -> dict[str, Any]:
        """The profile of a course."""
        from ..selectors import course_profile  # Selectors stand on the models.

        return course_profile(record)

    def export_row(self, record: Course) -> Row:
        """A course as a row of CSV or JSON."""
        return super().export_row(record) | {
            "provider": str(record.shown_provider or ""),
            "facility": str(record.shown_facility or ""),
            "level": record.level.identifier if record.level else "",
            "audience": [term.identifier for term in record.audience.all()],
            "standards": [term.identifier for term in record.standards.all()],
            "languages": record.language_codes,
            "next_start": record.coming_runs[0].starts.isoformat() if record.coming_runs else "",
        }
