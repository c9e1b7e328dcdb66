from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from news.blocks import PAGE_BLOCKS
from parkportal.core.models import BasePage


class StandardPage(BasePage):
    """A page of text: about the park, contact, privacy, accessibility."""

    lead = models.CharField(_("lead"), max_length=250, blank=True)
    body = StreamField(PAGE_BLOCKS, verbose_name=_("text"), blank=True)
    reviewed_on = models.DateField(_("last checked on"), null=True, blank=True)

    search_fields = [*Page.search_fields, index.SearchField("lead"), index.SearchField("body")]
    content_panels = [*Page.content_panels, FieldPanel("lead"), FieldPanel("body"), FieldPanel("reviewed_on")]
    parent_page_types = ["website.HomePage", "website.StandardPage"]
    template = "website/standard_page.html"

    class Meta:
        verbose_name = _("page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page, and where it was translated from."""
        return self.with_original(super().get_context(request, *args, **kwargs))
