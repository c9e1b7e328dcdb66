from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from news.blocks import PAGE_BLOCKS
from parkportal.core.models import BasePage


class HomePage(BasePage):
    """The front of the site in one language: what is here, what you can do, what is new."""

    headline = models.CharField(_("headline"), max_length=120)
    lead = models.CharField(_("lead"), max_length=250, blank=True)
    body = StreamField(PAGE_BLOCKS, verbose_name=_("more"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("headline"), FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["wagtailcore.Page"]
    template = "website/home.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Sectors, facilities, news, courses, figures and the plan."""
        from ..selectors import home  # Selectors stand on the models.

        return super().get_context(request, *args, **kwargs) | home()
