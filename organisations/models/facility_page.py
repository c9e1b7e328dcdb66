from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from parkportal.core.models import StoryPage

from ..blocks import DIRECTORY_STORY_BLOCKS
from .facility import Facility


class FacilityPage(StoryPage):
    """The story of a facility, at its own address in the directory."""

    facility = models.ForeignKey(Facility, verbose_name=_("facility"), on_delete=models.PROTECT, related_name="stories")
    body = StreamField(DIRECTORY_STORY_BLOCKS, verbose_name=_("story"), blank=True)

    record_field = "facility"
    content_panels = [*Page.content_panels, FieldPanel("facility"), FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["organisations.FacilityIndexPage"]

    class Meta:
        verbose_name = _("story of a facility")
