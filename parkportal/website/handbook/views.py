"""The handbook in the admin: its contents, its tasks and their pictures, for who may log in."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from parkportal.core.languages import LANGUAGE_CODES, current_language
from parkportal.core.staff_page import StaffPage

from ..style_page.views import language_name
from .chapters import FOLDER, Chapter, chapters, contents

TITLE = _("Handbook")


class HandbookView(StaffPage, TemplateView):
    """The contents, or one task, in one language."""

    header_icon = "help"
    page_title = TITLE
    template_name = "staff/handbook.html"

    def get(self, request: HttpRequest, language: str = "", name: str = "") -> Any:
        """Without a language, the reader's."""
        if not language:
            return redirect("handbook", current_language())
        if language not in LANGUAGE_CODES:
            raise Http404
        return super().get(request, language=language, chapter=self._chapter(language, name))

    @staticmethod
    def _chapter(language: str, name: str) -> Chapter:
        if not name:
            return contents(language)
        found = next((each for each in chapters(language) if each.name == name), None)
        if found is None:
            raise Http404
        return found

    def get_page_subtitle(self) -> str:
        """The task."""
        return str((self.kwargs.get("name") and self._chapter(**self.kwargs).title) or "")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The text, the other tasks, the same in the other languages."""
        language, chapter = kwargs["language"], kwargs["chapter"]
        name = self.kwargs.get("name")
        return super().get_context_data(
            contents=contents(language),
            contents_url=reverse("handbook", args=[language]),
            chapters=[(each, _address(language, each.name)) for each in chapters(language)],
            languages=[
                (code, language_name(code), _address(code, name)) for code in LANGUAGE_CODES if code != language
            ],
            is_contents=chapter == contents(language),
            **kwargs,
        )


def picture(request: HttpRequest, language: str, name: str) -> FileResponse:
    """A picture of a task."""
    file = FOLDER / language / f"{name}.webp"
    if language not in LANGUAGE_CODES or not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"), content_type="image/webp")


def _address(language: str, name: str | None) -> str:
    return reverse("handbook_chapter", args=[language, name]) if name else reverse("handbook", args=[language])
