from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel
from wagtail.models import RevisionMixin

from ..admin import language_tabs
from ..languages import in_every_language


class GlossaryEntry(RevisionMixin, models.Model):
    """A word of the field, explained once (schema.org DefinedTerm): in running text and on the glossary page."""

    identifier = models.SlugField(
        _("identifier"), max_length=60, unique=True, help_text=_("Its place on the glossary page. It never changes.")
    )
    word = models.CharField(_("word or abbreviation"), max_length=80)
    full_form = models.CharField(
        _("in full"), max_length=160, blank=True, help_text=_("What the letters of an abbreviation stand for.")
    )
    meaning = models.TextField(_("meaning"), max_length=500, help_text=_("One or two sentences in plain words."))
    other_forms = models.CharField(
        _("other forms"),
        max_length=200,
        blank=True,
        help_text=_("As texts have them, with commas between them: plurals, other spellings."),
    )
    in_texts = models.BooleanField(
        _("explain in texts"), default=True, help_text=_("The first time that a page has it in running text.")
    )

    edit_handler = language_tabs(
        translated=["word", "full_form", "meaning", "other_forms"],
        shared=[
            HelpPanel(_("A word that a language has no use for is left empty in that language.")),
            FieldPanel("identifier"),
            FieldPanel("in_texts"),
        ],
    )

    class Meta:
        verbose_name = _("glossary entry")
        verbose_name_plural = _("glossary")
        ordering = [*in_every_language("word")][:1]

    def __str__(self) -> str:
        return str(self.word or self.identifier)
