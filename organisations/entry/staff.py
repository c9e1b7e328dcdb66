"""Where staff see who was asked, what was done with each link, and revoke one."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from parkportal.core.languages import in_every_language
from parkportal.core.look_and_erase import LookAndErase

from ..models import EntryLink


class EntryLinkIndexView(IndexView):
    """The links, the newest first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With how far their mail is."""
        return super().get_base_queryset().with_delivery().select_related("organisation")


class EntryLinkInspectView(InspectView):
    """A link, with the button that revokes it."""

    template_name = "organisations/admin/entry_link.html"

    def get_object(self, queryset: QuerySet[Any] | None = None) -> EntryLink:
        """With how far its mail is."""
        return EntryLink.objects.with_delivery().get(pk=super().get_object(queryset).pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Where the button leads."""
        url = reverse("revoke_entry_link", args=[self.object.pk]) if self.object.works else ""
        return super().get_context_data(revoke_url=url, **kwargs)


class EntryLinkViewSet(ModelViewSet):
    """The links by which organisations keep their entry."""

    model = EntryLink
    name = "entry-links"
    icon = "link"
    menu_label = gettext_lazy("Entry links")
    menu_order = 206
    add_to_admin_menu = True
    index_view_class = EntryLinkIndexView
    inspect_view_class = EntryLinkInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["email"]  # Wagtail asks for some; nobody may change any.
    inspect_view_fields = [
        *("organisation", "occasion", "email", "language", "created", "delivery", "expires", "state", "used_for"),
        *("confirmed_at", "proposed_at", "gone_at"),
    ]  # fmt: skip
    list_display = [
        "organisation",
        "email",
        Column("get_occasion_display", label=capfirst(gettext_lazy("occasion"))),
        DateColumn("created", label=capfirst(gettext_lazy("created")), sort_key="created"),
        Column("delivery", label=gettext_lazy("Mail")),
        Column("state", label=capfirst(gettext_lazy("state"))),
        Column("used_for", label=gettext_lazy("Used for")),
    ]
    list_filter = ["occasion"]
    search_fields = ["email", *in_every_language("organisation__name")]
    search_backend_name = None
    list_per_page = 50


@require_POST
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """End a link now."""
    if not LookAndErase(EntryLink).user_has_permission(request.user, "delete"):
        raise PermissionDenied
    link = get_object_or_404(EntryLink, pk=pk)
    link.revoke()
    messages.success(request, _("The link for %(address)s no longer works.") % {"address": link.email})
    return redirect("entry-links:index")


register_permission_policy(EntryLink, LookAndErase(EntryLink))


@hooks.register("register_admin_viewset")
def entry_link_viewset() -> EntryLinkViewSet:
    """The list of links."""
    return EntryLinkViewSet()


@hooks.register("register_admin_urls")
def entry_link_urls() -> list[URLPattern]:
    """Where one is revoked."""
    return [path("entry-links/<int:pk>/revoke/", revoke, name="revoke_entry_link")]
