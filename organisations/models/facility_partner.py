from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from .dated import Period
from .facility import Facility
from .organisation import Organisation


class FacilityPartner(Period, Orderable):
    """An organisation with which the operator shares a facility."""

    facility = ParentalKey(Facility, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="shared_facilities",
    )
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [
        FieldPanel("organisation"),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
        FieldPanel("source"),
    ]
