from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from parkportal.core.admin import HistoryViewSet
from parkportal.core.look_and_erase import LookAndErase

from .handbook import staff as handbook  # noqa: F401 -- registers its hooks.
from .models import Enquiry, Menu
from .signin import staff  # noqa: F401 -- registers its hooks.
from .style_page import style_page


class MenuViewSet(HistoryViewSet):
    """The header and footer menus, one of each in every language."""

    model = Menu
    icon = "list-ul"
    menu_label = _("Menus")
    menu_order = 800
    add_to_admin_menu = True
    list_display = ["__str__", "place", "locale"]


class EnquiryIndexView(IndexView):
    """The questions, the newest first."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the state of their delivery."""
        return super().get_base_queryset().with_delivery()


class EnquiryInspectView(InspectView):
    """A question."""

    def get_object(self, queryset: QuerySet[Any] | None = None) -> Enquiry:
        """With the state of its delivery."""
        return Enquiry.objects.with_delivery().get(pk=super().get_object(queryset).pk)


class EnquiryViewSet(ModelViewSet):
    """The copies of visitors' questions that staff have for a time."""

    model = Enquiry
    name = "questions"
    icon = "mail"
    menu_label = pgettext_lazy("menu of the admin", "Visitors' questions")
    menu_order = 810
    add_to_admin_menu = True
    index_view_class = EnquiryIndexView
    inspect_view_class = EnquiryInspectView
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["about"]  # Wagtail asks for some; nobody may change any.
    inspect_view_fields = [
        *("about", "about_url", "message", "sender_name", "sender_email", "sender_organisation", "language"),
        *("recipient_name", "recipient_email", "created", "delivery"),
    ]  # fmt: skip
    list_display = [
        "about",
        Column("sender_name", label=_("Name")),
        Column("recipient_name", label=_("Who answers")),
        Column("delivery", label=_("Delivery")),
        DateColumn("created", label=_("Asked"), sort_key="created"),
    ]
    list_filter = ["language"]
    search_fields = ["about", "sender_name", "sender_email", "sender_organisation", "message"]
    search_backend_name = None
    list_per_page = 50


register_snippet(MenuViewSet)
register_permission_policy(Enquiry, LookAndErase(Enquiry))


@hooks.register("register_permissions")
def right_to_the_original() -> QuerySet[Permission]:
    """The right stands among those of a group."""
    return Permission.objects.filter(content_type__app_label="wagtailcore", codename="change_original")


@hooks.register("register_admin_viewset")
def enquiry_viewset() -> EnquiryViewSet:
    """The list of questions."""
    return EnquiryViewSet()


@hooks.register("register_admin_urls")
def style_page_addresses() -> list[URLPattern]:
    """The style page, for who may log in."""
    return [
        path("style/", style_page, name="style_page"),
        path("style/<str:language>/<str:theme>/", style_page, name="style_page"),
    ]


@hooks.register("register_help_menu_item")
def style_page_in_the_menu() -> MenuItem:
    """Its place: with what helps."""
    return MenuItem(_("Style page"), reverse("style_page"), icon_name="view", order=900)
