from collections.abc import Iterable

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField

from organisations.models import Organisation
from parkportal.core.admin import record_tabs
from parkportal.core.admin_widgets import term_panel, terms_panel
from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import localise
from parkportal.core.models import Record, Term, Vocabulary
from parkportal.core.models.term import term_key, term_keys
from parkportal.core.templatetags.park import marked
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
    duration = models.CharField(_("duration"), max_length=80, blank=True)
    credits = models.PositiveSmallIntegerField(_("credits (EC)"), null=True, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = ProgrammeQuerySet.as_manager()

    searched_fields = ("description",)
    found_by_names_of = ("institution",)

    edit_handler = record_tabs(
        shared=[
            MultiFieldPanel(
                [
                    FieldPanel("institution"),
                    FieldRowPanel([term_panel("level"), FieldPanel("credits")]),
                    terms_panel("modes"),
                    FieldRowPanel([FieldPanel("town"), FieldPanel("languages")]),
                    FieldPanel("website"),
                ],
                heading=_("Programme"),
            ),
            InlinePanel("partners", heading=_("Partners of the programme"), label=_("Partner")),
        ],
        translated=["description", "duration"],
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
    def row_facts(self) -> list[Fact]:
        """What a row of a list says of it."""
        return known(
            Fact(_("Mode"), joined(self.modes.all())),
            Fact(_("Duration"), marked(localise(self, "duration"))),
            Fact(_("Where"), self.town),
        )
