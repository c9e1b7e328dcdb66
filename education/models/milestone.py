from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from parkportal.core.languages import in_every_language, localise
from parkportal.core.partial_date import PartialDateField

from .partnership import Partnership


class Milestone(models.Model):
    """What happened in a partnership, and when."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="milestones")
    date = PartialDateField(_("date"))
    text = models.CharField(_("what happened"), max_length=250)
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        *[FieldPanel(name) for name in in_every_language("text")],
        FieldRowPanel([FieldPanel("date"), FieldPanel("source")]),
    ]

    class Meta:
        ordering = ["date", "pk"]

    def __str__(self) -> str:
        return str(localise(self, "text"))
