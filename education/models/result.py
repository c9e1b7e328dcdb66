from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from parkportal.core.languages import in_every_language, localise
from parkportal.core.partial_date import PartialDateField

from .partnership import Partnership


class Result(models.Model):
    """What a partnership has brought about, and when."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="results")
    date = PartialDateField(_("date"))
    text = models.CharField(_("what it brought"), max_length=250)
    url = models.URLField(_("where to read more"), blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        *[FieldPanel(name) for name in in_every_language("text")],
        FieldRowPanel([FieldPanel("date"), FieldPanel("url")]),
        FieldPanel("source"),
    ]

    class Meta:
        ordering = ["-date", "pk"]
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return str(localise(self, "text"))
