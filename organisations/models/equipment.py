from collections.abc import Iterable
from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Transform
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import Localised
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_keys
from parkportal.core.partial_date import PartialDateField, format_partial_date, has_passed
from parkportal.core.search.searchable import Texts
from parkportal.core.visibility import shown

from ..querysets import EquipmentQuerySet
from .dated import ContactPoint, StateBadge
from .facility import Facility


class UseState(models.TextChoices):
    """Whether an instrument is in use; the values stand in URLs."""

    IN_USE = "in-use", _("In use")
    DECOMMISSIONED = "decommissioned", _("Out of use")


class Equipment(Record):
    """An instrument of a facility, in the fields of UNIQUIP (equipment.data.ac.uk/uniquip).

    The public may see it if it may see the facility.
    """

    description = RichTextField(_("description"), blank=True)
    facility = models.ForeignKey(
        Facility, verbose_name=_("facility"), on_delete=models.PROTECT, related_name="equipment"
    )
    institution_id = models.CharField(
        _("inventory number"), max_length=60, blank=True, help_text=_("How the institution knows it.")
    )
    doi = models.CharField(
        _("DOI"),
        max_length=120,
        blank=True,
        validators=[RegexValidator(r"^10\.\d{4,9}/\S+$", _("Give the DOI without an address: 10.5281/zenodo.123."))],
    )
    manufacturer = models.CharField(_("manufacturer"), max_length=120, blank=True)
    model = models.CharField(_("model"), max_length=120, blank=True)
    commissioned = PartialDateField(_("commissioned"))
    decommissioned = PartialDateField(_("decommissioned"), begins="commissioned")
    techniques = term_keys(Vocabulary.TECHNIQUE, verbose_name=_("techniques"))
    measured_variables = models.CharField(_("what it measures"), max_length=250, blank=True)
    access_groups = term_keys(Vocabulary.ACCESS_GROUP, verbose_name=_("who may use it"))
    access_modes = term_keys(Vocabulary.ACCESS_MODE, verbose_name=_("how it is used"))
    managing_department = models.CharField(_("department"), max_length=160, blank=True)
    site_location = models.CharField(_("floor or room"), max_length=120, blank=True)
    website = models.URLField(_("website"), blank=True)
    picture = models.ForeignKey(
        "core.ParkImage", verbose_name=_("picture"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = EquipmentQuerySet.as_manager()

    searched_fields = ("description", "measured_variables", "managing_department")
    found_by_names_of = ("facility",)

    same_in_every_language = ("name",)
    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldPanel("facility"),
                    FieldRowPanel([FieldPanel("manufacturer"), FieldPanel("model")]),
                    FieldRowPanel([FieldPanel("commissioned"), FieldPanel("decommissioned")]),
                    FieldRowPanel([FieldPanel("institution_id"), FieldPanel("doi")]),
                    FieldPanel("site_location"),
                    FieldPanel("website"),
                    FieldPanel("picture"),
                ],
                heading=_("Instrument"),
            ),
            MultiFieldPanel([terms_panel("techniques")], heading=_("What can be done with it")),
            MultiFieldPanel([terms_panel("access_groups"), terms_panel("access_modes")], heading=_("Access")),
            InlinePanel("contacts", heading=_("Contact, if not the facility's"), label=_("Contact point")),
        ],
        translated=["description", "measured_variables", "managing_department"],
    )

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("equipment")

    def search_names(self) -> Iterable[str]:
        """Its names, its model, and the number by which its institution knows it."""
        return filter(None, [*super().search_names(), self.model, self.institution_id])

    def search_terms(self) -> Iterable[Term | None]:
        """What can be done with it."""
        return self.techniques.all()

    def search_keywords(self) -> Texts:
        """Who made it, and where it stands."""
        return [("", self.manufacturer), *(("", name) for name in self.facility.search_names())]

    @property
    def shown_facility(self) -> Facility | None:
        """Where it stands, if the public may see that facility."""
        return shown(self.facility)

    @property
    def is_gone(self) -> bool:
        """Whether it is out of use today."""
        return has_passed(self.decommissioned, timezone.localdate())

    @property
    def notable_state(self) -> StateBadge | None:
        """That it is out of use, in the form in which other records show their state."""
        if not self.is_gone:
            return None
        since = format_partial_date(self.decommissioned)
        return StateBadge("closed", str(UseState.DECOMMISSIONED.label), since, Localised("", "", ""))

    @property
    def maker(self) -> str:
        """Manufacturer and model in one line."""
        return joined(filter(None, [self.manufacturer, self.model]))

    @property
    def row_facts(self) -> list[Fact]:
        """Who made it and what it is for, for a row of a list."""
        return known(Fact(_("Made by"), self.maker), Fact(_("Technique"), joined(self.techniques.all())))


class EquipmentContact(ContactPoint):
    """A way to get in touch about an instrument."""

    equipment = ParentalKey(Equipment, on_delete=models.CASCADE, related_name="contacts")


@PartialDateField.register_lookup
class HasPassed(Transform):
    """``decommissioned__use_state``: ``has_passed`` asked of the database, as a value of UseState."""

    lookup_name = "use_state"
    output_field = models.CharField()

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **kwargs: Any) -> tuple[str, Any]:
        """The date compared with as much of today as it holds."""
        column, params = compiler.compile(self.lhs)
        today = timezone.localdate().isoformat()
        passed = f"{column} <> '' AND {column} <= SUBSTR('{today}', 1, LENGTH({column}))"
        sql = f"CASE WHEN {passed} THEN '{UseState.DECOMMISSIONED}' ELSE '{UseState.IN_USE}' END"
        return sql, [*params] * 3
