from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from parkportal.core.facts import Fact, known
from parkportal.core.visibility import shown

from .building import Building
from .dated import Period
from .organisation import Organisation


class OrganisationLocation(Period, Orderable):
    """Where an organisation is or was: in a building of the park, at an address, or both."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="locations")
    building = models.ForeignKey(
        Building, verbose_name=_("building"), null=True, blank=True, on_delete=models.PROTECT, related_name="tenancies"
    )
    unit = models.CharField(_("floor or unit"), max_length=60, blank=True)
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)

    panels = [
        FieldPanel("building"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("street")]),
        FieldRowPanel([FieldPanel("postcode"), FieldPanel("town")]),
        FieldRowPanel([FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        pass

    @property
    def shown_building(self) -> Building | None:
        """The building, if the public may see it."""
        return shown(self.building)

    @property
    def address(self) -> str:
        """The own address, else the building's."""
        own = ", ".join(filter(None, [self.street, f"{self.postcode} {self.town}".strip()]))
        return own or (self.shown_building.address if self.shown_building else "")

    @property
    def facts(self) -> list[Fact]:
        """Where in the building, and since when, for a row of the building's tenants."""
        return known(Fact(_("Floor or unit"), self.unit), Fact(_("Here"), self.period))
