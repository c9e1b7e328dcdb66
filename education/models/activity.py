from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from parkportal.core.languages import in_every_language

from .partnership import Partnership


class Activity(Orderable):
    """What a partnership does again and again: a yearly event, a lecture series."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="activities")
    name = models.CharField(_("name"), max_length=160)
    description = models.TextField(_("description"), blank=True)
    frequency = models.CharField(_("how often"), max_length=80, blank=True)

    panels = [FieldPanel(name) for name in in_every_language("name", "frequency", "description")]
