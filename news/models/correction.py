import uuid
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from ..querysets import CorrectionQuerySet
from .article import Article


class CorrectionKind(models.TextChoices):
    """What a note says of an article; the values stand in files."""

    CORRECTION = "correction", _("Correction")
    CLARIFICATION = "clarification", _("Clarification")
    UPDATE = "update", _("Update")


class ArticleCorrection(Orderable):
    """A public note on an article: what was wrong, and what is right (schema.org CorrectionComment)."""

    article = ParentalKey(Article, on_delete=models.CASCADE, related_name="correction_rows")
    kind = models.CharField(_("kind"), max_length=20, choices=CorrectionKind, default=CorrectionKind.CORRECTION)
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    wrong = models.TextField(
        _("what was wrong"),
        max_length=500,
        blank=True,
        help_text=_("As it stood in the article. A correction needs it."),
    )
    right = models.TextField(_("what is right"), max_length=500, help_text=_("Or what is new or clearer."))

    objects = CorrectionQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("made_at")]),
        FieldPanel("wrong"),
        FieldPanel("right"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")

    def __str__(self) -> str:
        return self.right

    @property
    def stable_id(self) -> str:
        """An id for feeds; notes have no language but their article's."""
        return uuid.uuid5(self.article.translation_key, f"correction-{self.pk}").urn

    @property
    def in_words(self) -> str:
        """What was wrong and what is right, in a line of plain text."""
        if not self.wrong:
            return self.right
        return f"{gettext('It said:')} {self.wrong} {gettext('It should say:')} {self.right}"

    def clean(self) -> None:
        """A correction says what was wrong; no note is of tomorrow."""
        super().clean()
        problems: dict[str, Any] = {}
        if self.kind == CorrectionKind.CORRECTION and not self.wrong:
            problems["wrong"] = _("Say what was wrong, or choose another kind of note.")
        if self.made_at and self.made_at > timezone.now():
            problems["made_at"] = _("A note can't be dated in the future.")
        if problems:
            raise ValidationError(problems)
