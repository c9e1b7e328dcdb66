from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext as text
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from parkportal.core.admin import record_tabs
from parkportal.core.exports import Row, record_columns
from parkportal.core.facts import Fact, known
from parkportal.core.models import Record
from parkportal.core.partial_date import PartialDateField
from parkportal.core.search.searchable import Texts

from ..querysets import BuildingQuerySet
from .dated import DatedState, HasStates
from .position import Position


class StepFree(models.TextChoices):
    """How far somebody comes who can take no steps; the values stand in URLs."""

    YES = "yes", _("Step-free from the street to every floor")
    PARTLY = "partly", _("Partly step-free")
    NO = "no", _("Not step-free")


class Building(HasStates, Position, Record):
    """A building of the park (schema.org Place): where it is and how to get in."""

    former_names = models.CharField(_("former names"), max_length=250, blank=True)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    step_free = models.CharField(_("step-free access"), max_length=10, choices=StepFree, blank=True)
    step_free_note = models.CharField(_("note on step-free access"), max_length=250, blank=True)
    opened = PartialDateField(_("opened"))
    storeys = models.PositiveSmallIntegerField(_("storeys"), null=True, blank=True)
    floor_area = models.PositiveIntegerField(_("floor area in m²"), null=True, blank=True)
    operator = models.ForeignKey(
        "organisations.Organisation",
        verbose_name=_("operator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="operated_buildings",
    )

    objects = BuildingQuerySet.as_manager()

    same_in_every_language = ("name",)
    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldPanel("former_names"),
                    FieldRowPanel([FieldPanel("street"), FieldPanel("postcode"), FieldPanel("town")]),
                    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                    FieldRowPanel([FieldPanel("opened"), FieldPanel("storeys"), FieldPanel("floor_area")]),
                    FieldPanel("operator"),
                ],
                heading=_("Building"),
            ),
            FieldPanel("step_free"),
            InlinePanel("entrances", heading=_("Entrances"), label=_("Entrance")),
            InlinePanel("states", heading=_("States in time"), label=_("State")),
        ],
        translated=["step_free_note"],
    )

    class Meta:
        verbose_name = _("building")
        verbose_name_plural = _("buildings")

    def search_names(self) -> Iterable[str]:
        """Its names, now and before."""
        return [*super().search_names(), *filter(None, self.former_names.split(","))]

    def search_keywords(self) -> Texts:
        """Its address."""
        return [("", self.address)]

    @property
    def address(self) -> str:
        """Street, postcode and town in one line."""
        return ", ".join(filter(None, [self.street, f"{self.postcode} {self.town}".strip()]))

    @property
    def row_facts(self) -> list[Fact]:
        """How to get in, for a row of a list."""
        return known(Fact(text("Access"), str(self.get_step_free_display())))


def building_columns(building: Building | None, address: str = "") -> Row:
    """A building and its place as columns of a file; an address of one's own goes before the building's."""
    latitude, longitude = building.position if building and building.position else (None, None)
    return {
        **record_columns("building", building),
        "address": address or (building.address if building else ""),
        "latitude": latitude,
        "longitude": longitude,
    }


class BuildingState(DatedState):
    """A building's state in time."""

    building = ParentalKey(Building, on_delete=models.CASCADE, related_name="states")
