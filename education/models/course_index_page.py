from collections.abc import Iterable
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from organisations.models import Facility
from organisations.models.building import building_columns
from parkportal.core.exports import GEOJSON, TABLES, Format, Row, record_columns, term_columns, terms_columns
from parkportal.core.facets import CodesFacet, Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary

from ..calendar.ics import ICS
from .course import Course
from .taught_in import languages_of_the_site


class CourseIndexPage(RecordIndexPage):
    """The courses, found by whom they are for and which standard they teach."""

    record_model = Course
    record_template = "education/course.html"
    row_template = "education/course_row.html"
    total_label = ngettext_lazy("%(total)s course", "%(total)s courses", "total")
    formats = (*TABLES, GEOJSON, ICS)
    facets = (
        Facet("topic", _("Topic"), "topics", Vocabulary.COURSE_TOPIC),
        Facet("audience", _("For whom"), "audience", Vocabulary.AUDIENCE),
        Facet("standard", _("Standard"), "standards", Vocabulary.STANDARD),
        Facet("level", _("Level"), "level", Vocabulary.EDUCATION_LEVEL),
        CodesFacet("language", _("Language"), "languages", languages_of_the_site),
        RecordFacet("facility", _("Facility"), "facility", Facility),
    )
    parent_page_types = ["education.EducationPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of courses")

    def profile_context(self, record: Course) -> dict[str, Any]:
        """The profile of a course."""
        from ..selectors import course_profile  # Selectors stand on the models.

        return course_profile(record)

    def rows(self, file_format: Format, params: QueryDict) -> Iterable[Any]:
        """The courses, or as iCalendar the dates of theirs that are not over."""
        if file_format is not ICS:
            return super().rows(file_format, params)
        from ..calendar.runs import events_of  # The calendar stands on the models.

        return events_of(self.found(params))

    def export_row(self, record: Course) -> Row:
        """A course as a row of a file."""
        return super().export_row(record) | {
            **record_columns("provider", record.shown_provider),
            **record_columns("facility", record.shown_facility),
            **term_columns("level", record.level),
            "nlqf": record.level.nlqf if record.level else "",
            **terms_columns("topics", record.topics.all()),
            **terms_columns("audience", record.audience.all()),
            **terms_columns("standards", record.standards.all()),
            "languages": record.language_codes,
            "duration_days": record.duration_days,
            "group_size": record.group_size,
            "next_start": record.coming_runs[0].starts.isoformat() if record.coming_runs else "",
            **building_columns(record.shown_building),
        }
