"""The report in the admin; the first page counts what is in it."""

from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from parkportal.core.staff_page import StaffPage

from .report import URL_NAME, late_and_failed

TITLE = _("Late and failed")


class LateAndFailedView(StaffPage, TemplateView):
    """What did not happen on time."""

    page_title = TITLE
    header_icon = "warning"
    template_name = "core/admin/late_and_failed.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The report."""
        return super().get_context_data(report=late_and_failed(self.request.user), **kwargs)


@hooks.register("register_admin_urls")
def report_url() -> list[URLPattern]:
    """Where the report is."""
    return [path("reports/late-and-failed/", LateAndFailedView.as_view(), name=URL_NAME)]


@hooks.register("register_reports_menu_item")
def report_menu_item() -> MenuItem:
    """The report among the others."""
    return MenuItem(TITLE, reverse(URL_NAME), name="late-and-failed", icon_name="warning", order=100)
