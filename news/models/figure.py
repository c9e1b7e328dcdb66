from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils.formats import number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.admin.widgets.slug import SlugInput

from parkportal.core.admin import language_tabs
from parkportal.core.languages import Localised, in_every_language, localise
from parkportal.core.models import Drafted
from parkportal.core.partial_date import PartialDateField, format_partial_date
from parkportal.core.slugs import free_slug

from ..querysets import FigureQuerySet


class Qualifier(models.TextChoices):
    """How the value is meant."""

    EXACTLY = "exactly", _("exactly")
    MORE_THAN = "more-than", _("more than")
    ABOUT = "about", _("about")
    UP_TO = "up-to", _("up to")


class FigureStatus(models.TextChoices):
    """Whose figure it is."""

    OFFICIAL = "official", _("Official")
    THIRD_PARTY = "third-party", _("From a third party")
    ESTIMATE = "estimate", _("Estimate")
    TARGET = "target", _("Goal")


class Figure(Drafted):
    """A number with what was counted, when, and who says so (schema.org Observation)."""

    key = models.SlugField(
        _("key"),
        max_length=80,
        unique=True,
        blank=True,
        help_text=_("Its name in downloads; never changes. Left empty, it is made from the label."),
    )
    label = models.CharField(_("label"), max_length=120)
    value = models.DecimalField(_("value"), max_digits=16, decimal_places=3)
    value_to = models.DecimalField(
        _("up to"), max_digits=16, decimal_places=3, null=True, blank=True, help_text=_("The end of a range.")
    )
    qualifier = models.CharField(_("meant as"), max_length=20, choices=Qualifier, default=Qualifier.EXACTLY)
    unit = models.CharField(_("unit"), max_length=60, blank=True)
    definition = models.CharField(_("what was counted"), max_length=500, blank=True)
    scope = models.CharField(_("scope"), max_length=250, blank=True, help_text=_("Which area, which organisations."))
    as_of = PartialDateField(_("as of"))
    source_name = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=FigureStatus, default=FigureStatus.OFFICIAL)
    replaces = models.ForeignKey(
        "self",
        verbose_name=_("replaces"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="replaced_by",
        help_text=_("The figure that this one follows. Articles keep theirs and lead to this one."),
    )
    featured = models.BooleanField(
        _("key figure"),
        default=False,
        help_text=_("Key figures stand on the home page and in the press room."),
    )

    objects = FigureQuerySet.as_manager()

    edit_handler = language_tabs(
        translated=["label", "unit", "definition", "scope"],
        slug="key",
        shared=[
            FieldPanel("key", widget=SlugInput),
            MultiFieldPanel(
                [
                    FieldRowPanel([FieldPanel("qualifier"), FieldPanel("value"), FieldPanel("value_to")]),
                    FieldPanel("as_of"),
                    FieldPanel("replaces"),
                ],
                heading=_("Figure"),
            ),
            MultiFieldPanel(
                [FieldPanel("source_name"), FieldPanel("source_url"), FieldPanel("status")],
                heading=_("Who says so"),
            ),
            FieldPanel("featured"),
            PublishingPanel(),
        ],
    )

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        ordering = ["-as_of", "pk"]

    def __str__(self) -> str:
        return f"{localise(self, 'label')}: {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Make a missing key first, for drafts are not cleaned."""
        first, *_others = in_every_language("label")
        self.key = self.key or free_slug(type(self), "key", getattr(self, first) or str(self.localised_label))
        super().save(*args, **kwargs)

    def preview(self, request: HttpRequest, language: str) -> TemplateResponse:
        """The figure as stories, the home page and the press room show it."""
        return TemplateResponse(request, "news/figure_preview.html", {"figure": self})

    def clean(self) -> None:
        """A range goes up, and a figure does not come after itself."""
        super().clean()
        if self.value is not None and self.value_to is not None and self.value_to <= self.value:
            raise ValidationError({"value_to": _("A range ends above where it begins.")})
        before = self.replaces
        seen = {self.pk}
        while before is not None:
            if before.pk in seen:
                raise ValidationError({"replaces": _("This figure would replace itself.")})
            seen.add(before.pk)
            before = before.replaces

    @property
    def number(self) -> str:
        """The value or range as the active language writes it: 18.000 or 18,000, without empty decimals."""
        values = [self.value] if self.value_to is None else [self.value, self.value_to]
        return " – ".join(map(_written, values))

    @property
    def number_in_words(self) -> str:
        """“more than 430 companies (December 2024)”."""
        number = " ".join(filter(None, [self.shown_qualifier, self.number, str(self.localised_unit)]))
        return f"{number} ({format_partial_date(self.as_of)})" if self.as_of else number

    @property
    def shown_qualifier(self) -> str:
        """“more than” and the like; nothing for an exact value."""
        return "" if self.qualifier == Qualifier.EXACTLY else str(self.get_qualifier_display())

    @property
    def in_words(self) -> str:
        """“Companies on the park: more than 430 companies (December 2024); source: Buck Consultants”."""
        source = gettext("source: %(name)s") % {"name": self.source_name}
        return f"{self.localised_label}: {self.number_in_words}; {source}"

    @property
    def localised_label(self) -> Localised:
        """The label with its language."""
        return localise(self, "label")

    @property
    def localised_unit(self) -> Localised:
        """The unit with its language."""
        return localise(self, "unit")

    @property
    def localised_definition(self) -> Localised:
        """What was counted, with its language."""
        return localise(self, "definition")

    @property
    def localised_scope(self) -> Localised:
        """The scope with its language."""
        return localise(self, "scope")


def _written(number: Decimal) -> str:
    value = Decimal(number).normalize()
    decimals = max(0, -int(value.as_tuple().exponent))
    return number_format(value, decimal_pos=decimals, use_l10n=True, force_grouping=True)
