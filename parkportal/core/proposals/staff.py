"""Where staff see what was proposed, and decide value by value."""

import base64
from typing import Any

import django_filters
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.generic import RedirectView, TemplateView
from wagtail import hooks
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from ..look_and_erase import LookAndErase
from ..models import Proposal
from ..models.proposal import Decision
from ..staff_page import StaffPage
from .deciding import Verdict, decide
from .fingerprint import fingerprint
from .kinds import kind_named, kinds_for
from .selectors import kind_label, lines

NOT_NOW, OPEN = "later", "open"


class ProposalIndexView(IndexView):
    """What was proposed, the newest first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """Of the kinds that somebody decides on, so that the list is as long as the first page says."""
        return super().get_base_queryset().filter(kind__in=kinds_for(self.request.user))

    def get_edit_url(self, instance: Proposal) -> str:
        """Where it is decided."""
        return reverse("proposal", args=[instance.pk])


class ProposalFilterSet(WagtailFilterSet):
    """By whether staff decided, by who proposed and by what it is about."""

    state = django_filters.ChoiceFilter(
        label=capfirst(gettext_lazy("state")),
        choices=[(OPEN, pgettext_lazy("proposal", "open")), ("decided", pgettext_lazy("proposal", "decided"))],
        method="by_state",
    )

    class Meta:
        model = Proposal
        fields = ["state", "origin", "kind"]

    def by_state(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Those that wait, or the others."""
        return queryset.filter(settled_at__isnull=value == OPEN)


class ProposalViewSet(ModelViewSet):
    """The proposals of organisations and visitors."""

    model = Proposal
    name = "proposals"
    url_namespace = "proposals"
    icon = "mail"
    menu_label = gettext_lazy("Proposals")
    menu_order = 205
    add_to_admin_menu = True
    index_view_class = ProposalIndexView
    copy_view_enabled = False
    form_fields = ["title"]  # Wagtail asks for some; nobody may change any.
    list_display = [
        TitleColumn(
            "title", label=gettext_lazy("About"), get_url=lambda proposal: reverse("proposal", args=[proposal.pk])
        ),
        Column(kind_label, label=gettext_lazy("Kind")),
        Column("get_origin_display", label=gettext_lazy("Proposed by")),
        DateColumn("created", label=capfirst(gettext_lazy("proposed")), sort_key="created"),
        Column("state", label=capfirst(gettext_lazy("state"))),
    ]
    filterset_class = ProposalFilterSet
    search_fields = ["title", "name", "email", "organisation"]
    search_backend_name = None
    list_per_page = 50


class ProposalView(StaffPage, TemplateView):
    """One proposal: old and new beside each other, and what staff make of each."""

    template_name = "core/proposals/proposal.html"
    header_icon = "mail"
    page_title = gettext_lazy("Proposal")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Below the list."""
        home, *_above, itself = super().get_breadcrumbs_items()
        return [home, {"url": reverse("proposals:index"), "label": _("Proposals")}, itself]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """For who may look at proposals."""
        if not ProposalViewSet().permission_policy.user_has_permission(request.user, "view"):
            raise PermissionDenied
        self.proposal = get_object_or_404(Proposal, pk=kwargs["pk"])
        self.kind = kind_named(self.proposal.kind)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """What it is about."""
        return str(self.proposal)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The values with the state of things."""
        shown = lines(self.proposal, self.kind) if self.kind else []
        subject = self.proposal.subject
        return super().get_context_data(
            proposal=self.proposal,
            kind=kind_label(self.proposal),
            lines=shown,
            pictures={line.value.pk: _as_data(line.value.file) for line in shown if line.value.file},
            seen=fingerprint(shown),
            subject=subject,
            subject_url=AdminURLFinder(self.request.user).get_edit_url(subject) if subject else "",
            may_decide=bool(self.kind and self.kind.allows(self.request.user)),
            makes_new=(makes_new := bool(self.kind and self.kind.make)),
            first_choice=Decision.ACCEPTED if makes_new else NOT_NOW,
            writes=any(line.field.writes for line in shown),
            given=self.request.POST,
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Carry out what is decided, or show again what can't be."""
        shown = lines(self.proposal, self.kind) if self.kind else []
        if request.POST.get("seen") != fingerprint(shown):
            return self._again(_("Somebody changed this meanwhile. Look at it again: this is how it is now."))
        try:
            thing = decide(self.proposal, _verdicts(request.POST, shown), request.user, text=_text(request.POST))
        except ValidationError as error:
            return self._again(" ".join(error.messages))
        self.proposal.refresh_from_db()
        messages.success(request, self._what_happened())
        if thing is not None and self.kind and self.kind.make:
            return redirect(AdminURLFinder(request.user).get_edit_url(thing) or "proposals:index")
        return redirect("proposals:index" if not self.proposal.is_open else request.path)

    def _again(self, message: str) -> HttpResponse:
        messages.error(self.request, message)
        return self.render_to_response(self.get_context_data(), status=422)

    def _what_happened(self) -> str:
        if self.proposal.is_open:
            return _("Done. What you left open waits here.")
        return _("Done. The answer goes out by mail.") if self.proposal.email else _("Done.")


def _verdicts(data: Any, shown: list[Any]) -> dict[str, Verdict]:
    """What the form says about each value that is open; nothing about those to be decided later."""
    found = {}
    for line in shown:
        choice = data.get(f"decision-{line.value.pk}", NOT_NOW)
        if line.is_open and choice in (Decision.ACCEPTED, Decision.REFUSED):
            reason = " ".join(data.get(f"reason-{line.value.pk}", "").split())[:250]
            found[line.value.name] = Verdict(Decision(choice), reason)
    return found


def _text(data: Any) -> str:
    return str(data.get("answer", "")).replace("\0", "").strip()[:2000]


def _as_data(file: bytes | memoryview) -> str:
    kind = "png" if bytes(file).startswith(b"\x89PNG") else "webp"
    return f"data:image/{kind};base64,{base64.b64encode(bytes(file)).decode()}"


register_permission_policy(Proposal, LookAndErase(Proposal))


@hooks.register("register_admin_viewset")
def proposal_viewset() -> ProposalViewSet:
    """The list of proposals."""
    return ProposalViewSet()


@hooks.register("register_admin_urls")
def proposal_urls() -> list[URLPattern]:
    """Where one is decided, and the way to those that wait."""
    waiting = RedirectView.as_view(url=reverse_lazy("proposals:index", query={"state": OPEN}))
    return [
        path("proposals/<int:pk>/decide/", ProposalView.as_view(), name="proposal"),
        path("open-proposals/", waiting, name="open_proposals"),
    ]
