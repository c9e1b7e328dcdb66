"""The report in the admin, and a word on its first page when there is something in it."""

from collections.abc import Mapping
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from laces.components import Component
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .report import late_and_failed

TITLE = _("Late and failed")
URL_NAME = "late_and_failed"


class LateAndFailedView(WagtailAdminTemplateMixin, TemplateView):
    """What did not happen on time."""

    page_title = TITLE
    header_icon = "warning"
    template_name = "core/admin/late_and_failed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report."""
        return super().get_context_data(report=late_and_failed(self.request.user), **kwargs)


class LateAndFailedPanel(Component):
    """Says that there is something to look at; nothing if not."""

    order = 50
    template_name = "core/admin/late_and_failed_panel.html"

    def render_html(self, parent_context: Any = None) -> str:
        """The notice, where there is a reason."""
        self.report = late_and_failed()
        return super().render_html(parent_context) if self.report.items else ""

    def get_context_data(self, parent_context: Any = None) -> Mapping[str, Any]:
        """How many, and where to look."""
        return {"count": len(self.report.items), "url": reverse(URL_NAME)}


@hooks.register("register_admin_urls")
def report_url() -> list[URLPattern]:
    """Where the report is."""
    return [path("reports/late-and-failed/", LateAndFailedView.as_view(), name=URL_NAME)]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report among the others."""
    return MenuItem(TITLE, reverse(URL_NAME), name="late-and-failed", icon_name="warning", order=100)


@hooks.register("construct_homepage_panels")
def warn_on_first_page(request: Any, panels: list[Any]) -> None:
    """A word on the admin's first page."""
    panels.append(LateAndFailedPanel())
