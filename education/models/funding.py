from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from organisations.models import Organisation
from organisations.models.named import check_one_organisation, outside_name
from parkportal.core.languages import in_every_language

from .partnership import Partnership


class Funding(Orderable):
    """Money for a partnership, with who gives it under which scheme; amounts in euros."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="funding")
    funder = models.ForeignKey(
        Organisation,
        verbose_name=_("funder"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="funded_partnerships",
    )
    funder_name = outside_name()
    scheme = models.CharField(_("scheme"), max_length=160, blank=True)
    amount = models.DecimalField(_("amount in euros"), max_digits=12, decimal_places=2, null=True, blank=True)
    period = models.CharField(_("period"), max_length=80, blank=True)
    note = models.CharField(_("note"), max_length=250, blank=True)
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        FieldPanel("funder"),
        FieldPanel("funder_name"),
        FieldPanel("amount"),
        *[FieldPanel(name) for name in in_every_language("scheme", "period", "note")],
        FieldPanel("source"),
    ]

    def clean(self) -> None:
        """One funder: from the directory, or by name."""
        super().clean()
        check_one_organisation(self, "funder", "funder_name")
