from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from organisations.models import Organisation
from organisations.models.dated import Period
from parkportal.core.languages import in_every_language

from .partnership import Partnership


class ProgrammeLine(Period, Orderable):
    """One of the lines along which a partnership works, with the organisation that leads it."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=160)
    aim = models.TextField(_("aim"), blank=True)
    lead = models.ForeignKey(
        Organisation,
        verbose_name=_("led by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_programme_lines",
    )

    panels = [
        *[FieldPanel(name) for name in in_every_language("title", "aim")],
        FieldPanel("lead"),
        FieldRowPanel([FieldPanel("number"), FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        pass
