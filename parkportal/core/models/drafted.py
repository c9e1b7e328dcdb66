from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin, WorkflowMixin

from ..forms import RecordForm
from ..publication import CheckedBeforePublishing

REQUIRED = models.Field.default_error_messages["blank"]


class Drafted(CheckedBeforePublishing, PreviewableMixin, WorkflowMixin, DraftStateMixin, RevisionMixin):
    """What staff keep with drafts, a review, a history and a preview in every language.

    ``only_shown_with`` names foreign keys to what must be published too before the public sees it,
    ``same_in_every_language`` the translated fields that need no translation.
    """

    base_form_class = RecordForm
    only_shown_with: ClassVar[tuple[str, ...]] = ()
    same_in_every_language: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        """One preview for each language."""
        return list(settings.LANGUAGES)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """What the public would see, in the preview's language."""
        with translation.override(mode_name):
            return self.preview(request, mode_name).render()

    @property
    def approved_schedule(self) -> bool:
        """Whether a moment is planned; a list brings it along, as Wagtail's lists of pages do."""
        if hasattr(self, "_approved_schedule"):
            return bool(self._approved_schedule)
        return bool(super().approved_schedule)

    def preview(self, request: HttpRequest, language: str) -> Any:
        """The page or part of a page that shows it, not yet rendered."""
        raise NotImplementedError
