from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from organisations.models import Facility
from parkportal.core.exports import Row, record_columns
from parkportal.core.facets import Facet, RecordFacet
from parkportal.core.listing import Listing, found_records, make_listing
from parkportal.core.models import ListPage, Vocabulary

from .course_run import CourseRun


class CalendarPage(ListPage):
    """The coming runs of courses by month, found by audience, standard and facility."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "education/calendar.html"
    parent_page_types = ["website.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    facets = (
        Facet("audience", _("For whom"), "course__audience", Vocabulary.AUDIENCE),
        Facet("standard", _("Standard"), "course__standards", Vocabulary.STANDARD),
        RecordFacet("facility", _("Facility"), "course__facility", Facility),
    )

    class Meta:
        verbose_name = _("calendar")

    def listing(self, request: HttpRequest) -> Listing:
        """The runs that the query string asks for, cancelled ones too."""
        return make_listing(self.list_runs(), request.GET, facets=self.facets)

    def list_runs(self) -> QuerySet:
        """The coming runs of visible courses."""
        return CourseRun.objects.visible().coming().for_rows()

    def found(self, params: QueryDict) -> QuerySet:
        """The runs that a query string asks for."""
        return found_records(self.list_runs(), params, facets=self.facets)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list, and what of it falls in each month."""
        from ..selectors import by_month  # Selectors stand on the models.

        listing = self.listing(request)
        return super().get_context(request, *args, **kwargs) | {
            "listing": listing,
            "months": by_month(listing.page_obj.object_list),
        }

    def export_row(self, run: CourseRun) -> Row:
        """A run as a row of a file."""
        return {
            "course": run.course.key,
            "course_label": str(run.course),
            "starts": run.starts.isoformat(),
            "ends": run.ends.isoformat(),
            "language": run.language,
            "seats": run.seats,
            "state": run.state,
            "state_label": run.get_state_display(),
            **record_columns("provider", run.course.shown_provider),
            **record_columns("facility", run.course.shown_facility),
            "url": run.course.absolute_url,
        }
