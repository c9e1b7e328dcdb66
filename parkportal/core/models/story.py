from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from ..frame import LanguageLink, record_language_links
from .page import BasePage
from .record import Record


class StoryPage(BasePage):
    """A story told about a record, at the record's own address and by the record's template.

    ``record_field`` names the foreign key to the record.
    """

    lead = models.CharField(_("lead"), max_length=250, blank=True)

    record_field: ClassVar[str]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    @property
    def record(self) -> Record:
        """The record that the story is about."""
        return getattr(self, self.record_field)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """The record's address is the story's; a new story takes the record's name as its title."""
        if getattr(self, f"{self.record_field}_id"):
            self.slug = self.record.slug_in(self.locale.language_code)
            self.title = self.title or str(self.record)  # type: ignore[has-type]  # Wagtail is untyped.
            self.draft_title = self.title
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """A record has one story in a language."""
        super().clean()
        same = type(self).objects.filter(locale=self.locale, **{f"{self.record_field}_id": self.record.pk})
        if same.exclude(pk=self.pk).exists():
            raise ValidationError({self.record_field: _("There is already a story about this one in this language.")})

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        """The record's own template."""
        return self._index.record_template

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The record's profile, and the story."""
        context = self.with_original(super().get_context(request, *args, **kwargs))
        return context | self._index.asked_profile(self.record, request.GET) | {"story": self}

    def language_links(self, **kwargs: Any) -> list[LanguageLink]:
        """Where no story is told, the record's profile stands at the same address."""
        return record_language_links(self.record)

    @property
    def _index(self) -> Any:
        return self.ancestors[-1].specific
