from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from organisations.models import Organisation
from organisations.models.named import check_one_organisation, outside_name
from parkportal.core.visibility import shown

from .event import Event


class EventOrganiser(Orderable):
    """Who organises an event: an organisation of the directory, or one by name."""

    event = ParentalKey(Event, on_delete=models.CASCADE, related_name="organisers")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="organised_events",
    )
    organisation_name = outside_name()

    panels = [FieldRowPanel([FieldPanel("organisation"), FieldPanel("organisation_name")])]

    class Meta(Orderable.Meta):
        verbose_name = _("organiser")
        verbose_name_plural = _("organisers")

    def __str__(self) -> str:
        return str(shown(self.organisation) or self.organisation_name)

    def clean(self) -> None:
        """One organisation: from the directory, or by name."""
        super().clean()
        check_one_organisation(self, "organisation", "organisation_name")
