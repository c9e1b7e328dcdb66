from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from parkportal.core.models import BasePage


class EducationPage(BasePage):
    """Education on the park in one language: from vocational to academic, courses, partnerships."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "education/education.html"
    parent_page_types = ["website.HomePage"]
    subpage_types = [
        "education.ProgrammeIndexPage",
        "education.CourseIndexPage",
        "education.InternshipIndexPage",
        "education.PartnershipIndexPage",
    ]
    max_count_per_parent = 1
    schema_type = "CollectionPage"

    class Meta:
        verbose_name = _("education page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The overview."""
        from ..selectors import education_overview  # Selectors stand on the models.

        return super().get_context(request, *args, **kwargs) | education_overview()
