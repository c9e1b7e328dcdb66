from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import in_every_language
from parkportal.core.models import Record, Vocabulary
from parkportal.core.models.term import term_keys
from parkportal.core.partial_date import PartialDateField
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
    closed = PartialDateField(_("closed"))
    website = models.URLField(_("website"), blank=True)
    picture = models.ForeignKey(
        "core.ParkImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = FacilityQuerySet.as_manager()

    text_fields = ("name", "summary", "description")
    text_lookups = ("abbreviation", *(f"techniques__{column}" for column in in_every_language("label")))

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

    @property
    def shown_operator(self) -> Organisation | None:
        """Who runs it, if the public may see that organisation."""
        return shown(self.operator)

    @property
    def shown_building(self) -> Building | None:
        """Where it is, if the public may see that building."""
        return shown(self.building)

    @property
    def row_facts(self) -> list[Fact]:
        """Its standards and who may use it, for a row of a list."""
        return known(
            Fact(_("Standard"), joined(dict.fromkeys(row.standard for row in self.standards.all()))),
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
