from collections.abc import Iterator

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from ..languages import in_every_language


class Synonym(models.Model):
    """Words that mean the same to who searches. What comes with the software is in ``core/search/synonyms.toml``."""

    identifier = models.SlugField(_("identifier"), max_length=60, unique=True)
    wording = models.TextField(
        _("words"),
        blank=True,
        help_text=_("A word, phrase or abbreviation on each line. Who searches for one finds all."),
    )
    in_use = models.BooleanField(_("in use"), default=True)

    panels = [
        FieldPanel("identifier"),
        *[FieldPanel(name) for name in in_every_language("wording")],
        FieldPanel("in_use"),
    ]

    class Meta:
        verbose_name = _("set of synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["identifier"]

    def __str__(self) -> str:
        return ", ".join(self.phrases) or self.identifier

    @property
    def phrases(self) -> list[str]:
        """The words and phrases of all languages."""
        return list(dict.fromkeys(self._lines()))

    def _lines(self) -> Iterator[str]:
        for column in in_every_language("wording"):
            yield from filter(None, map(str.strip, (getattr(self, column) or "").splitlines()))
