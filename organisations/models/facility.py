from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import in_every_language
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_keys
from parkportal.core.partial_date import PartialDateField
from parkportal.core.pictograms import drawn
from parkportal.core.search.indexing import write_entries
from parkportal.core.search.searchable import Texts, texts_of
from parkportal.core.visibility import shown

from ..querysets import FacilityQuerySet
from .building import Building
from .dated import ContactPoint, DatedState, HasStates
from .organisation import Organisation


class Facility(HasStates, Record):
    """A place with a service that others may use: a cleanroom, a microscope centre, a training facility."""

    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    description = RichTextField(_("description"), blank=True)
    kinds = term_keys(Vocabulary.FACILITY_KIND, verbose_name=_("kinds"))
    operator = models.ForeignKey(
        Organisation, verbose_name=_("operator"), on_delete=models.PROTECT, related_name="facilities"
    )
    building = models.ForeignKey(
        Building,
        verbose_name=_("building"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="facilities",
    )
    techniques = term_keys(Vocabulary.TECHNIQUE, verbose_name=_("techniques"))
    access_groups = term_keys(Vocabulary.ACCESS_GROUP, verbose_name=_("who may use it"))
    access_modes = term_keys(Vocabulary.ACCESS_MODE, verbose_name=_("how it is used"))
    training_required = models.BooleanField(_("training needed first"), default=False)
    access_steps = RichTextField(_("how to get access"), blank=True)
    opened = PartialDateField(_("opened"))
    closed = PartialDateField(_("closed"), begins="opened")
    website = models.URLField(_("website"), blank=True)
    picture = models.ForeignKey(
        "core.ParkImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    equipment_count = 0  # A row of a list brings it along.

    objects = FacilityQuerySet.as_manager()

    searched_fields = ("description", "access_steps")
    found_by_names_of = ("operator",)

    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldPanel("abbreviation"),
                    FieldPanel("operator"),
                    FieldPanel("building"),
                    FieldRowPanel([FieldPanel("opened"), FieldPanel("closed")]),
                    FieldPanel("website"),
                    FieldPanel("picture"),
                ],
                heading=_("Facility"),
            ),
            MultiFieldPanel([terms_panel("kinds"), terms_panel("techniques")], heading=_("What can be done there")),
            MultiFieldPanel(
                [terms_panel("access_groups"), terms_panel("access_modes"), FieldPanel("training_required")],
                heading=_("Access"),
            ),
            InlinePanel("partners", heading=_("Shared with"), label=_("Organisation")),
            InlinePanel("rooms", heading=_("Rooms"), label=_("Room")),
            InlinePanel("standards", heading=_("Standards"), label=_("Standard")),
            InlinePanel("states", heading=_("States in time"), label=_("State")),
            InlinePanel("contacts", heading=_("Contact"), label=_("Contact point")),
            InlinePanel("claims", heading=_("Claims with their source"), label=_("Claim")),
        ],
        translated=["description", "access_steps"],
    )

    class Meta:
        verbose_name = _("facility")
        verbose_name_plural = _("facilities")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Its instruments are found by its names."""
        super().save(*args, **kwargs)
        write_entries(self.equipment.all())

    def search_names(self) -> Iterable[str]:
        """Its names and its abbreviation."""
        return filter(None, [*super().search_names(), self.abbreviation])

    def search_terms(self) -> Iterable[Term | None]:
        """What can be done there, by which standards, in rooms of which grade."""
        for terms in (self.kinds, self.techniques):
            yield from terms.all()
        yield from (row.standard for row in self.standards.all())
        for room in self.rooms.all():
            yield from (room.grade, room.iso_class, room.containment)

    def search_text(self) -> Texts:
        """Its texts and its rooms."""
        return [*super().search_text(), *(each for room in self.rooms.all() for each in texts_of(room, "name", "kind"))]

    @property
    def shown_operator(self) -> Organisation | None:
        """Who runs it, if the public may see that organisation."""
        return shown(self.operator)

    @property
    def drawn_kind(self) -> str:
        """The kind whose pictogram stands for it; empty where none of its kinds has one."""
        return next((kind.identifier for kind in self.kinds.all() if kind.identifier in drawn("facilities")), "")

    @property
    def shown_building(self) -> Building | None:
        """Where it is, if the public may see that building."""
        return shown(self.building)

    @property
    def row_facts(self) -> list[Fact]:
        """Its standards, instruments and who may use it, for a row of a list."""
        instruments = ngettext("%(count)s instrument", "%(count)s instruments", self.equipment_count)
        return known(
            Fact(_("Standard"), joined(dict.fromkeys(row.standard for row in self.standards.all()))),
            Fact(_("Equipment"), instruments % {"count": self.equipment_count} if self.equipment_count else ""),
            Fact(_("Open to"), joined(self.access_groups.all())),
        )


class FacilityState(DatedState):
    """A facility's state in time."""

    facility = ParentalKey(Facility, on_delete=models.CASCADE, related_name="states")


class FacilityContact(ContactPoint):
    """A way to get in touch about a facility."""

    facility = ParentalKey(Facility, on_delete=models.CASCADE, related_name="contacts")


class FacilityClaim(Orderable):
    """What somebody said of the facility (“the only one but …”), never without who said it and when."""

    facility = ParentalKey(Facility, on_delete=models.CASCADE, related_name="claims")
    text = models.CharField(_("claim"), max_length=250)
    source = models.CharField(_("source"), max_length=250)
    date = PartialDateField(_("date"))

    panels = [
        *[FieldPanel(name) for name in in_every_language("text")],
        FieldRowPanel([FieldPanel("source"), FieldPanel("date")]),
    ]
