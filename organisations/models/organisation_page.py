from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from parkportal.core.models import StoryPage

from ..blocks import DIRECTORY_STORY_BLOCKS
from .organisation import Organisation


class OrganisationPage(StoryPage):
    """The story of an organisation, at its own address in the directory."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="stories"
    )
    body = StreamField(DIRECTORY_STORY_BLOCKS, verbose_name=_("story"), blank=True)

    record_field = "organisation"
    content_panels = [*Page.content_panels, FieldPanel("organisation"), FieldPanel("lead"), FieldPanel("body")]
    parent_page_types = ["organisations.OrganisationIndexPage"]

    class Meta:
        verbose_name = _("story of an organisation")
