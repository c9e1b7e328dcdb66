from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from organisations.blocks import DIRECTORY_STORY_BLOCKS
from parkportal.core.models import StoryPage

from .partnership import Partnership


class PartnershipPage(StoryPage):
    """The story of a partnership, at its own address."""

    partnership = models.ForeignKey(
        Partnership, verbose_name=_("partnership"), on_delete=models.PROTECT, related_name="stories"
    )
    body = StreamField(DIRECTORY_STORY_BLOCKS, verbose_name=_("story"), blank=True)

    record_field = "partnership"
    content_panels = [*Page.content_panels, FieldPanel("partnership"), FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["education.PartnershipIndexPage"]

    class Meta:
        verbose_name = _("story of a partnership")
