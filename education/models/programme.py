from collections.abc import Iterable

from django.db import models
from django.template.defaultfilters import floatformat
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from organisations.models import Organisation
from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import term_panel, terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import Localised, localised_lines
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_key, term_keys
from parkportal.core.visibility import shown

from ..querysets import ProgrammeQuerySet
from .taught_in import TaughtIn


class Programme(TaughtIn, Record):
    """A programme that leads to a diploma or degree (schema.org EducationalOccupationalProgram)."""

    description = RichTextField(_("description"), blank=True)
    institution = models.ForeignKey(
        Organisation, verbose_name=_("institution"), on_delete=models.PROTECT, related_name="programmes"
    )
    level = term_key(Vocabulary.EDUCATION_LEVEL, verbose_name=_("level"))
    modes = term_keys(Vocabulary.STUDY_MODE, verbose_name=_("modes of study"))
    years = models.DecimalField(_("duration in years"), max_digits=3, decimal_places=1, null=True, blank=True)
    credits = models.PositiveSmallIntegerField(_("credits (EC)"), null=True, blank=True)
    diploma = models.CharField(_("diploma or degree"), max_length=120, blank=True)
    admission = models.TextField(_("what you need to get in"), blank=True)
    internships = models.TextField(
        _("work placements"), blank=True, help_text=_("When in the programme, and how long.")
    )
    careers = models.TextField(_("what you can become"), blank=True, help_text=_("One job on each line."))
    town = models.CharField(_("town"), max_length=80, blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = ProgrammeQuerySet.as_manager()

    searched_fields = ("description", "careers", "diploma")
    found_by_names_of = ("institution",)

    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldPanel("institution"),
                    FieldRowPanel([term_panel("level"), FieldPanel("years"), FieldPanel("credits")]),
                    terms_panel("modes"),
                    FieldRowPanel([FieldPanel("town"), FieldPanel("languages")]),
                    FieldPanel("website"),
                ],
                heading=_("Programme"),
            ),
            InlinePanel("partners", heading=_("Partners of the programme"), label=_("Partner")),
        ],
        translated=["description", "careers", "admission", "internships", "diploma"],
    )

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")

    def search_terms(self) -> Iterable[Term | None]:
        """Its level and modes of study."""
        return [self.level, *self.modes.all()]

    @property
    def shown_institution(self) -> Organisation | None:
        """The institution, if the public may see it."""
        return shown(self.institution)

    @property
    def duration(self) -> str:
        """“4 years”, “1.5 years”, or nothing."""
        years = self.years
        if years is None:
            return ""
        return ngettext("%(years)s year", "%(years)s years", 1 if years == 1 else 2) % {
            "years": floatformat(years, "-1")
        }

    @property
    def career_list(self) -> list[Localised]:
        """What you can become, a line each."""
        return localised_lines(self, "careers")

    @property
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        return known(
            Fact(_("Mode"), joined(self.modes.all())),
            Fact(_("Duration"), self.duration),
            Fact(_("Where"), self.town),
        )
