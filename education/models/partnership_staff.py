from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from organisations.models import Role

from .partnership import Partnership


class PartnershipStaff(Orderable):
    """Who works for a partnership, by role: programme manager, practor."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="staff")
    role = models.ForeignKey(Role, verbose_name=_("person in role"), on_delete=models.CASCADE, related_name="staffed")

    panels = [FieldPanel("role")]
