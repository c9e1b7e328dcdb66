from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from parkportal.core.exports import TABLES, export, format_named
from parkportal.core.models import BasePage


class NetworkPage(BasePage):
    """Who works with whom: the ties between the organisations, as a picture and as a table."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["website.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    formats = TABLES
    schema_type = "CollectionPage"
    template = "website/network.html"

    class Meta:
        verbose_name = _("network")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, or the table in the format that was asked."""
        from ..network.listing import tie_rows  # The network stands on the models.

        if request.GET.get("format"):
            return export(tie_rows(request.GET), format_named(request.GET["format"], self.formats), self.slug)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The ties that the query string asks for."""
        from ..network.listing import network_context  # The network stands on the models.

        return super().get_context(request, *args, **kwargs) | network_context(request.GET)
