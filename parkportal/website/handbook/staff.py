"""Where the handbook stands in the admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.staticfiles import versioned_static

from .views import TITLE, HandbookView, picture


@hooks.register("register_admin_urls")
def handbook_addresses() -> list[URLPattern]:
    """The contents, the tasks and the pictures."""
    return [
        path("handbook/", HandbookView.as_view(), name="handbook"),
        path("handbook/<slug:language>/", HandbookView.as_view(), name="handbook"),
        path("handbook/<slug:language>/<slug:name>.webp", picture, name="handbook_picture"),
        path("handbook/<slug:language>/<slug:name>/", HandbookView.as_view(), name="handbook_chapter"),
    ]


@hooks.register("register_help_menu_item")
def handbook_in_the_menu() -> MenuItem:
    """The first that helps."""
    return MenuItem(TITLE, reverse("handbook"), name="handbook", icon_name="help", order=1)


@hooks.register("insert_global_admin_css")
def handbook_style() -> str:
    """The look of the text."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("css/staff/handbook.css"))


@hooks.register("construct_help_menu")
def our_help_only(request: HttpRequest, items: list[Any]) -> None:
    """What helps here: not the news for developers, nor a guide to another's site."""
    items[:] = [item for item in items if not isinstance(item, DismissibleMenuItem)]
