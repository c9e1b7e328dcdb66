"""Importing in the admin: its addresses, its place in the menu, its lines in the history."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import keeping  # noqa: F401 -- registers what is forgotten.
from .views import RIGHT, TITLE, ImportsView, ImportView
from .writing import IMPORTED, UNDONE


class ImportMenuItem(MenuItem):
    """Only for who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        """By the right that the page asks for."""
        return bool(request.user.has_perm(RIGHT))


@hooks.register("register_admin_urls")
def import_addresses() -> list[URLPattern]:
    """The list and the pages of imports."""
    return [
        path("import/", ImportsView.as_view(), name="imports"),
        path("import/<int:key>/", ImportView.as_view(), name="import_job"),
    ]


@hooks.register("register_admin_menu_item")
def import_menu_item() -> MenuItem:
    """Below the directory."""
    return ImportMenuItem(TITLE, reverse("imports"), name="import", icon_name="upload", order=800)


@hooks.register("register_log_actions")
def import_actions(actions: Any) -> None:
    """Both stand in the history of each record."""
    actions.register_action(IMPORTED, _("Import"), _("Imported from a file"))
    actions.register_action(UNDONE, _("Undo an import"), _("Import undone"))
