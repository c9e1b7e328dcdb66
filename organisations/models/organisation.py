from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import term_panel, terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import name_indexes
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_key, term_keys
from parkportal.core.partial_date import PartialDateField

from ..querysets import OrganisationQuerySet
from .dated import ContactPoint, DatedState, HasStates

if TYPE_CHECKING:
    from .organisation_location import OrganisationLocation


class Organisation(HasStates, Record):
    """Who is, or was, on the park (schema.org Organization)."""

    legal_name = models.CharField(_("legal name"), max_length=160, blank=True)
    description = RichTextField(_("description"), blank=True)
    boilerplate = models.TextField(
        _("boilerplate"), blank=True, help_text=_("“About …” below press releases; at most 100 words.")
    )
    organisation_type = term_key(Vocabulary.ORGANISATION_TYPE, verbose_name=_("type"))
    triple_helix = term_key(Vocabulary.TRIPLE_HELIX, verbose_name=_("triple-helix role"))
    sector = term_key(Vocabulary.SECTOR, verbose_name=_("main sector"))
    other_sectors = term_keys(Vocabulary.SECTOR, verbose_name=_("other sectors"))
    phases = term_keys(Vocabulary.PHASE, verbose_name=_("value-chain phases"))
    modalities = term_keys(Vocabulary.MODALITY, verbose_name=_("modalities and technologies"))
    therapy_areas = term_keys(Vocabulary.THERAPY_AREA, verbose_name=_("therapy areas"))
    services = term_keys(Vocabulary.SERVICE, verbose_name=_("services offered"))
    founded = PartialDateField(_("founded"))
    dissolved = PartialDateField(_("dissolved"), begins="founded")
    size_band = term_key(Vocabulary.SIZE_BAND, verbose_name=_("size in full-time posts"), null=True, blank=True)
    size_as_of = PartialDateField(_("size as of"))
    exchange = models.CharField(_("stock exchange"), max_length=80, blank=True)
    ticker = models.CharField(_("ticker"), max_length=20, blank=True)
    website = models.URLField(_("website"), blank=True)
    logo = models.ForeignKey(
        "core.ParkImage", verbose_name=_("logo"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    picture = models.ForeignKey(
        "core.ParkImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = OrganisationQuerySet.as_manager()

    searched_fields = ("description",)

    same_in_every_language = ("name",)
    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldPanel("legal_name"),
                    FieldRowPanel([term_panel("organisation_type"), term_panel("triple_helix"), term_panel("sector")]),
                    FieldRowPanel([FieldPanel("founded"), FieldPanel("dissolved")]),
                    FieldRowPanel([term_panel("size_band"), FieldPanel("size_as_of")]),
                    FieldRowPanel([FieldPanel("exchange"), FieldPanel("ticker")]),
                    FieldPanel("website"),
                    FieldRowPanel([FieldPanel("logo"), FieldPanel("picture")]),
                ],
                heading=_("Organisation"),
            ),
            MultiFieldPanel(
                [terms_panel(name) for name in ("other_sectors", "phases", "modalities", "therapy_areas", "services")],
                heading=_("What it does"),
                classname="collapsed",
            ),
            InlinePanel("names", heading=_("Other names"), label=_("Name")),
            InlinePanel("states", heading=_("States in time"), label=_("State")),
            InlinePanel("relations", heading=_("Relations"), label=_("Relation")),
            InlinePanel("locations", heading=_("Where it is"), label=_("Address")),
            InlinePanel("contacts", heading=_("Contact"), label=_("Contact point")),
        ],
        translated=["description", "boilerplate"],
    )

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        # The second says who is visible without reading the organisations: a search asks it of many.
        indexes = [
            *name_indexes("organisation"),
            models.Index(fields=["live", "go_live_at", "expire_at", "id"], name="organisation_visible"),
        ]

    @property
    def current_location(self) -> "OrganisationLocation | None":
        """The first of the addresses that hold today."""
        return next((row for row in self.locations.all() if row.holds_now), None)

    def search_names(self) -> Iterable[str]:
        """Every name it ever had, and those it is given by mistake."""
        other = (row.name for row in self.names.all())
        return filter(None, [*super().search_names(), self.legal_name, self.ticker, *other])

    def search_terms(self) -> Iterable[Term | None]:
        """What it is and does."""
        yield from (self.organisation_type, self.triple_helix, self.sector)
        for terms in (self.other_sectors, self.phases, self.modalities, self.therapy_areas, self.services):
            yield from terms.all()

    @property
    def row_facts(self) -> list[Fact]:
        """Where it is, for a row of a list."""
        places = [row.shown_building for row in self.locations.all() if row.shown_building and row.holds_now]
        return known(Fact(_("Building"), joined(places)))


class OrganisationState(DatedState):
    """An organisation's state in time."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="states")


class OrganisationContact(ContactPoint):
    """A way to get in touch with an organisation."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="contacts")
