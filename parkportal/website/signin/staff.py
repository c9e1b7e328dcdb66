"""The log of sign-ins in the admin, and the way to one's own second factor."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from ..models import SignIn

ALL = "website.view_signin"


class OwnLines(ModelPermissionPolicy):
    """Everybody of the staff reads; nobody writes or erases."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Reading."""
        return action == "view" and user.has_perm("wagtailadmin.access_admin")

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """One of them."""
        return any(self.user_has_permission(user, action) for action in actions)


class SignInIndexView(IndexView):
    """The newest first: one's own, or everybody's with the right to."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the names of the accounts."""
        lines = super().get_base_queryset().select_related("account")
        return lines if self.request.user.has_perm(ALL) else lines.filter(account=self.request.user)


class SignInViewSet(ModelViewSet):
    """The log in the menu of the settings."""

    model = SignIn
    name = "sign-ins"
    icon = "key"
    menu_label = _("Sign-ins")
    menu_order = 900
    add_to_settings_menu = True
    index_view_class = SignInIndexView
    copy_view_enabled = False
    inspect_view_enabled = False
    form_fields = ["event"]  # Wagtail asks for some; nobody may change any.
    list_display = [
        DateColumn("at", label=capfirst(_("at")), sort_key="at"),
        Column("account", label=capfirst(_("account"))),
        Column("get_event_display", label=capfirst(_("what happened"))),
        Column("get_factor_display", label=capfirst(_("second factor"))),
        Column("network", label=capfirst(_("network"))),
        Column("browser", label=capfirst(_("browser"))),
    ]
    list_filter = ["event", "at"]
    search_fields = ["account__username", "network"]
    search_backend_name = None
    list_per_page = 50


register_permission_policy(SignIn, OwnLines(SignIn))


@hooks.register("register_admin_viewset")
def sign_ins() -> SignInViewSet:
    """The log of sign-ins."""
    return SignInViewSet()


@hooks.register("register_account_menu_item")
def second_factor_item(request: HttpRequest) -> dict[str, Any]:
    """From somebody's account to their second factor."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second factor"),
        "help_text": _("The app, the keys and the codes with which you log in."),
    }
