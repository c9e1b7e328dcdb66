from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from organisations.models import Organisation, Role
from organisations.models.dated import Period
from parkportal.core.languages import in_every_language

from .partnership import Partnership


class LineState(models.TextChoices):
    """How far a line is."""

    PLANNED = "planned", pgettext_lazy("programme line", "In preparation")
    RUNNING = "running", pgettext_lazy("programme line", "Under way")
    PAUSED = "paused", pgettext_lazy("programme line", "Paused")
    DONE = "done", pgettext_lazy("programme line", "Completed")


class ProgrammeLine(Period, Orderable):
    """One of the lines along which a partnership works, and who leads it.

    A line that is changed ends, and a new one begins: both stay, so that a past day shows the lines of that day.
    """

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=160)
    aim = models.TextField(_("aim"), blank=True)
    results = models.TextField(_("results"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=LineState, blank=True)
    lead = models.ForeignKey(
        Organisation,
        verbose_name=_("led by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="led_programme_lines",
    )
    lead_role = models.ForeignKey(
        Role,
        verbose_name=_("person who leads it"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="led_programme_lines",
    )
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        *[FieldPanel(name) for name in in_every_language("title", "aim", "results")],
        FieldRowPanel([FieldPanel("lead"), FieldPanel("lead_role")]),
        FieldRowPanel([FieldPanel("number"), FieldPanel("state"), FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("source"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("programme line")
        verbose_name_plural = _("programme lines")

    @property
    def state_tag(self) -> dict[str, str]:
        """The state as the state component shows it, or nothing."""
        return {"identifier": self.state, "label": self.get_state_display()} if self.state else {}
