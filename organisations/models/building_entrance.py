from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from parkportal.core.languages import in_every_language, localise

from .building import Building
from .position import Position


class BuildingEntrance(Position, Orderable):
    """A way into a building, and whether it has steps."""

    building = ParentalKey(Building, on_delete=models.CASCADE, related_name="entrances")
    name = models.CharField(_("name"), max_length=120)
    step_free = models.BooleanField(
        _("step-free"), null=True, blank=True, choices=[(True, _("Step-free")), (False, _("With steps"))]
    )
    note = models.CharField(_("note"), max_length=250, blank=True)

    panels = [
        *[FieldPanel(name) for name in in_every_language("name")],
        FieldRowPanel([FieldPanel("step_free"), FieldPanel("latitude"), FieldPanel("longitude")]),
        *[FieldPanel(name) for name in in_every_language("note")],
    ]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return str(localise(self, "name"))
