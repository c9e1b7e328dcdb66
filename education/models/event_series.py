from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import RevisionMixin

from parkportal.core.admin import language_tabs
from parkportal.core.languages import localise


class EventSeries(RevisionMixin, models.Model):
    """Events that belong together (schema.org EventSeries): a yearly event, a week of events."""

    name = models.CharField(_("name"), max_length=120)
    website = models.URLField(_("website"), blank=True)

    edit_handler = language_tabs(translated=["name"], shared=[FieldPanel("website")])

    class Meta:
        verbose_name = _("series of events")
        verbose_name_plural = _("series of events")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return str(localise(self, "name"))
