from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy
from wagtail.url_routing import RouteResult

from organisations.models import Organisation
from organisations.models.building import building_columns
from parkportal.core.errors import error_page
from parkportal.core.exports import GEOJSON, TABLES, Row, record_columns, term_columns, terms_columns
from parkportal.core.facets import CodesFacet, Facet, RecordFacet
from parkportal.core.models import RecordIndexPage, Vocabulary
from parkportal.core.sorting import NAME, NEWEST, RELEVANCE, Key, Sort
from parkportal.core.visibility import is_published

from .internship import Internship
from .programme import Programme
from .taught_in import languages_of_the_site

CLOSED = _("This place is no longer open. Look at what the organisations of the park offer now.")
CLOSING = Sort("closing", pgettext_lazy("order", "Closes first"), lambda: (Key(F("open_until")), Key(F("pk"))))


class InternshipIndexPage(RecordIndexPage):
    """What organisations offer to students and starters, found by level and field."""

    record_model = Internship
    record_template = "education/internship.html"
    row_template = "education/internship_row.html"
    list_template = "education/internship_index.html"
    total_label = ngettext_lazy("%(total)s place", "%(total)s places", "total")
    formats = (*TABLES, GEOJSON)
    facets = (
        Facet("kind", _("Kind"), "kind", Vocabulary.INTERNSHIP_KIND),
        Facet("level", _("Level"), "levels", Vocabulary.EDUCATION_LEVEL),
        Facet("sector", _("Field"), "sectors", Vocabulary.SECTOR),
        RecordFacet("programme", _("Programme"), "programmes", Programme),
        RecordFacet("organisation", _("Organisation"), "organisation", Organisation),
        CodesFacet("language", _("Language"), "languages", languages_of_the_site),
    )
    sorts = (RELEVANCE, CLOSING, NAME, NEWEST)
    parent_page_types = ["education.EducationPage"]
    subpage_types = []

    class Meta:
        verbose_name = _("list of internships")

    def profile_context(self, record: Internship) -> dict[str, Any]:
        """The profile of an internship."""
        from ..selectors import internship_profile  # Selectors stand on the models.

        return internship_profile(record)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """One that was offered and no longer is has an answer of its own."""
        try:
            return super().route(request, path_components)
        except Http404:
            if len(path_components) == 1 and is_published(self) and Internship.objects.closed_at(path_components[0]):
                return RouteResult(self, kwargs={"closed": True})
            raise

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, a profile, or 410 for what is no longer offered: search engines drop that within days."""
        if "closed" in kwargs:
            return error_page(request, 410, CLOSED, url=self.url)
        return super().serve(request, *args, **kwargs)

    def export_row(self, record: Internship) -> Row:
        """An internship as a row of a file."""
        return super().export_row(record) | {
            **record_columns("organisation", record.shown_organisation),
            **term_columns("kind", record.kind),
            **terms_columns("levels", record.levels.all()),
            **terms_columns("sectors", record.sectors.all()),
            **building_columns(record.shown_building),
            "place": record.place,
            "start": record.start,
            "weeks": record.weeks,
            "hours": record.hours,
            "languages": record.language_codes,
            "open_until": record.open_until.isoformat(),
            "application_url": record.application_url,
        }
