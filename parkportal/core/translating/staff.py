"""Translating in the admin: the buttons, their addresses, and the script that shows the other language."""

import json
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from .making import label_for, languages_to_make
from .views import MakeVersionView, original_texts


@hooks.register("register_page_header_buttons")
def version_buttons(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """A button for each language that the page lacks, on its form and in the tree."""
    for locale in languages_to_make(page.specific, user):
        url = reverse("make_version", args=[page.pk, locale.language_code])
        yield Button(label_for(locale), url, icon_name="globe", priority=80)


@hooks.register("register_admin_urls")
def translating_addresses() -> list[URLPattern]:
    """Where versions are made, and what the script asks."""
    return [
        path("versions/<int:key>/<slug:language>/", MakeVersionView.as_view(), name="make_version"),
        path("originals/<int:key>/", original_texts, name="original_texts"),
    ]


@hooks.register("insert_global_admin_js")
def beside_script() -> str:
    """The other language beside the field that is being written."""
    return format_html(
        '<script type="module" src="{}" data-originals="{}" data-languages="{}"></script>',
        versioned_static("js/staff/beside.js"),
        reverse("original_texts", args=[0]),
        json.dumps({code: str(label) for code, label in settings.LANGUAGES}),
    )


@hooks.register("insert_global_admin_css")
def beside_style() -> str:
    """Its look."""
    return format_html('<link rel="stylesheet" href="{}">', versioned_static("css/staff/beside.css"))
