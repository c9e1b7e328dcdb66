from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from .dated import Period
from .organisation import Organisation


class NameKind(models.TextChoices):
    """Why an organisation has another name."""

    FORMER = "former", _("Former name")
    BRAND = "brand", _("Brand")
    ABBREVIATION = "abbreviation", _("Abbreviation")
    TRANSLATED = "translated", _("Translated name")
    MISSPELLING = "misspelling", _("Misspelling (for searching only)")


class OrganisationName(Period, Orderable):
    """Another name of an organisation (schema.org alternateName), by which it is found."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(_("name"), max_length=160)
    kind = models.CharField(_("kind"), max_length=20, choices=NameKind, default=NameKind.FORMER)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("since"), FieldPanel("until")]),
    ]

    class Meta(Orderable.Meta):
        pass

    def __str__(self) -> str:
        return self.name
