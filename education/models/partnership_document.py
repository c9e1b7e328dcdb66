from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Orderable

from .partnership import Partnership


class PartnershipDocument(Orderable):
    """A document of a partnership, as public as the partnership: a plan, a covenant, a report."""

    partnership = ParentalKey(Partnership, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "core.ParkDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]
