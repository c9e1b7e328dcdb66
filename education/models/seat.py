from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from organisations.models import Organisation, Role
from organisations.models.dated import Period

from .body import Body


class Seat(Period, Orderable):
    """Who sits in a body, in which role, and for which organisation."""

    body = ParentalKey(Body, on_delete=models.CASCADE, related_name="seats")
    role = models.ForeignKey(Role, verbose_name=_("person in role"), on_delete=models.CASCADE, related_name="seats")
    represents = models.ForeignKey(
        Organisation,
        verbose_name=_("represents"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seats",
        help_text=_("If not the organisation of the role."),
    )
    chair = models.BooleanField(_("chairs"), default=False)
    executive = models.BooleanField(_("executive committee"), default=False)

    panels = [
        FieldPanel("role"),
        FieldPanel("represents"),
        FieldRowPanel([FieldPanel("chair"), FieldPanel("executive")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        pass
