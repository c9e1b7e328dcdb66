from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel
from wagtail.models import Orderable

from organisations.models import Organisation, Role
from organisations.models.dated import Period

from .body import Body


class Seat(Period, Orderable):
    """Who sits in a body, in which role, and for which organisation. Rows of one number are one seat:
    two people of one organisation, or one person in two roles."""

    body = ParentalKey(Body, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveSmallIntegerField(
        _("seat number"),
        null=True,
        blank=True,
        help_text=_("Who shares a seat has the same number. Left empty, it is a seat of its own."),
    )
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
        HelpPanel(_("Someone new in the seat: fill in “until” here and add a row, so that the past stays true.")),
        FieldRowPanel([FieldPanel("role"), FieldPanel("represents")]),
        FieldRowPanel([FieldPanel("number"), FieldPanel("chair"), FieldPanel("executive")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("body", "seat")
        verbose_name_plural = pgettext_lazy("body", "seats")
