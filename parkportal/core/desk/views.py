"""The list behind a count, and what can be done with several of its things at once."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import InvalidPage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.views.generic import TemplateView

from parkportal.core.staff_page import StaffPage

from .lines import Lines
from .needs import Need, need_named


class NeedView(StaffPage, TemplateView):
    """The things that have a need, the most pressing first."""

    header_icon = "list-ul"
    template_name = "core/admin/need.html"

    @cached_property
    def need(self) -> Need:
        """The need that the address names."""
        found = need_named(self.kwargs["name"])
        if found is None or found.address:
            raise Http404
        return found

    @cached_property
    def lines(self) -> Lines:
        """What this user may see of it."""
        sources = list(self.need.sources(self.request.user))
        if not sources:
            raise PermissionDenied
        return Lines(self.need, sources, self.request.user)

    def get_page_title(self) -> Any:
        """What the things need."""
        return self.need.label

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """A page of the list."""
        try:
            page = self.lines.page(self.request.GET.get("p", 1))
        except InvalidPage as error:
            raise Http404 from error
        numbers = self.lines.get_elided_page_range(page.number)
        shown = {
            "need": self.need,
            "lines": page,
            "in_languages": any(line.language for line in page),
            "elided_page_range": numbers,
        }
        return super().get_context_data(**shown, **kwargs)

    def post(self, request: HttpRequest, name: str) -> HttpResponse:
        """Carry out the list's action on the chosen things, those that the user may do it with."""
        action = self.need.action
        if action is None:
            raise PermissionDenied
        chosen = self.lines.things(request.POST.getlist("thing"))
        things = [thing for thing in chosen if action.may(request.user, thing)]
        for thing in things:
            action.carry_out(thing, request.user)
        if things:
            messages.success(request, action.done % {"number": len(things)})
        return redirect(self.need.url)
