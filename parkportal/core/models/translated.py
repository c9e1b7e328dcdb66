from functools import cached_property
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ..translating.originals import is_behind, original_of


class Translated(models.Model):
    """What a page knows of the language it was written in, and of how its text came about."""

    original_language = models.CharField(
        _("written in"),
        max_length=5,
        choices=settings.LANGUAGES,
        blank=True,
        help_text=_("The language of the original. Leave empty if that is this page's language."),
    )
    translated_from = models.ForeignKey(
        "wagtailcore.Revision",
        verbose_name=_("version of the original"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    machine_made = models.BooleanField(
        _("the text was made by a machine"),
        default=False,
        help_text=_("Readers and editors see a mark until somebody has checked the text."),
    )
    checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("checked by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_translation(self) -> bool:
        """Whether the original is in another language."""
        own: Any = self
        return bool(self.original_language) and self.original_language != own.locale.language_code

    @property
    def is_unchecked(self) -> bool:
        """Whether a machine made the text and nobody has checked it since."""
        return self.machine_made and self.checked_at is None

    @cached_property
    def original(self) -> Any:
        """The page of which this is a translation, published or not; None if it is none."""
        return original_of(self)

    @cached_property
    def is_behind(self) -> bool:
        """Whether the published original says something else since this translation followed it."""
        return is_behind(self)
