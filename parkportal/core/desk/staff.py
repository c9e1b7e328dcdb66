"""The first page and its lists in the admin."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from laces.components import Component
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.staticfiles import versioned_static

from ..confirming import CONFIRMED
from .counting import counts
from .needs import LIST
from .views import NeedView

LAST = 1000


class NeedsPanel(Component):
    """What needs the user: first what there is, then what is in order."""

    name = "needs"
    order = 10
    template_name = "core/admin/needs.html"

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        """The counts."""
        found = counts(parent_context["request"].user)
        settled = [each for each in found if not each.number]
        return {"waiting": [each for each in found if each.number], "settled": settled}


@hooks.register("construct_homepage_panels", order=LAST)
def nothing_else(request: HttpRequest, panels: list[Any]) -> None:
    """The first page says what needs somebody, and nothing else."""
    panels[:] = [NeedsPanel()]


@hooks.register("register_admin_urls")
def need_addresses() -> list[URLPattern]:
    """Where the lists are."""
    return [path("needs/<slug:name>/", NeedView.as_view(), name=LIST)]


@hooks.register("register_reports_menu_item")
def reports() -> MenuItem:
    """The report of translations among the others."""
    url = reverse(LIST, args=["translations"])
    return MenuItem(_("Translations to be made"), url, name="translations", icon_name="globe", order=90)


@hooks.register("register_log_actions")
def confirmation(actions: Any) -> None:
    """Confirming stands in the history."""
    actions.register_action(CONFIRMED, _("Confirm"), _("Confirmed as right"))


@hooks.register("insert_global_admin_css")
def needs_style() -> str:
    """The look of the first page."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("css/staff/needs.css"))
