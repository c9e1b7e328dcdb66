from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from organisations.models import Organisation

from .programme import Programme


class ProgrammePartner(Orderable):
    """An organisation that gives a programme together with its institution."""

    programme = ParentalKey(Programme, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="partnered_programmes",
    )

    panels = [FieldPanel("organisation")]
