"""Where staff make a version in another language, and what stands beside the text while they translate."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.views.generic import TemplateView
from wagtail.models import Locale, Page

from parkportal.core.staff_page import StaffPage

from ..checks.passages import passages_of
from ..page_rights import TRANSLATE
from .machine import MachineFailed, machine
from .making import label_for, languages_to_make, make_version


class MakeVersionView(StaffPage, TemplateView):
    """Asks how, then makes the draft and leads to it."""

    header_icon = "globe"
    template_name = "core/admin/make_version.html"

    @cached_property
    def page(self) -> Any:
        """The page to translate."""
        return get_object_or_404(Page, pk=self.kwargs["key"]).specific

    @cached_property
    def locale(self) -> Locale:
        """The language to translate into."""
        return get_object_or_404(Locale, language_code=self.kwargs["language"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may write there."""
        if self.locale not in languages_to_make(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """What is made."""
        return label_for(self.locale)

    def get_page_subtitle(self) -> str:
        """Of which page."""
        return str(self.page.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page, and the machine if there is one."""
        return super().get_context_data(subject=self.page, machine=machine(), **kwargs)

    def post(self, request: HttpRequest, key: int, language: str) -> HttpResponse:
        """Make it; if the machine fails, nothing is made and the page says so."""
        service = machine() if request.POST.get("how") == "machine" else None
        try:
            made = make_version(self.page, self.locale, request.user, service)
        except MachineFailed as error:
            messages.error(request, str(error))
            return self.render_to_response(self.get_context_data())
        if made is None:
            raise Http404
        return redirect(reverse("wagtailadmin_pages:edit", args=[made.pk]))


def original_texts(request: HttpRequest, key: int) -> JsonResponse:
    """What the original of a translation says, by the place in the form where it is to be said in another language."""
    page: Any = get_object_or_404(Page, pk=key).specific
    rights = page.permissions_for_user(request.user)
    original = getattr(page, "original", None)
    if original is None:
        return JsonResponse({"language": "", "texts": {}})
    seen = original.specific.permissions_for_user(request.user)
    if not rights.can_edit() or not (seen.can_edit() or TRANSLATE in seen.permissions or original.live):
        raise PermissionDenied
    texts: dict[str, list[str]] = {}
    for passage in passages_of(original.specific.get_latest_revision_as_object()):
        texts.setdefault(passage.place.path, []).append(passage.text)
    return JsonResponse({"language": original.locale.language_code, "texts": texts})
