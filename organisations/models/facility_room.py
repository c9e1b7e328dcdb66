from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from parkportal.core.admin_widgets import term_panel
from parkportal.core.languages import in_every_language, localise
from parkportal.core.models import Term, Vocabulary
from parkportal.core.models.term import term_key

from .facility import Facility


class FacilityRoomManager(models.Manager["FacilityRoom"]):
    """Rooms with their facilities, so that a list to choose from takes one query."""

    def get_queryset(self) -> models.QuerySet["FacilityRoom"]:
        """With the facility, in whose name a room is chosen."""
        return super().get_queryset().select_related("facility")


class FacilityRoom(Orderable):
    """A room or a number of like rooms, with its cleanroom grade (EU GMP Annex 1), ISO class or containment."""

    facility = ParentalKey(Facility, on_delete=models.CASCADE, related_name="rooms")
    name = models.CharField(_("name"), max_length=120)
    kind = models.CharField(_("kind of room"), max_length=120, blank=True)
    count = models.PositiveSmallIntegerField(_("how many"), null=True, blank=True)
    area = models.PositiveIntegerField(_("area in m²"), null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(_("places"), null=True, blank=True)
    grade = term_key(Vocabulary.CLEANROOM_GRADE, verbose_name=_("cleanroom grade"), null=True, blank=True)
    iso_class = term_key(Vocabulary.ISO_CLASS, verbose_name=_("ISO class"), null=True, blank=True)
    containment = term_key(Vocabulary.CONTAINMENT, verbose_name=_("containment"), null=True, blank=True)

    objects = FacilityRoomManager()

    panels = [
        *[FieldPanel(name) for name in in_every_language("name", "kind")],
        FieldRowPanel([FieldPanel("count"), FieldPanel("area"), FieldPanel("capacity")]),
        FieldRowPanel([term_panel("grade"), term_panel("iso_class"), term_panel("containment")]),
    ]

    @property
    def classes(self) -> list[Term]:
        """Its cleanroom grade, ISO class and containment, as far as they are known."""
        return [term for term in (self.grade, self.iso_class, self.containment) if term]

    def __str__(self) -> str:
        return f"{self.facility}: {localise(self, 'name')}"
