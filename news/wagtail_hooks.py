from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static
from wagtail.models import Page
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from parkportal.core.admin import STATUS_COLUMN, yes_no
from parkportal.core.checks.rules import errors
from parkportal.core.languages import in_every_language
from parkportal.core.record_admin import ListedViewSet

from . import embargo_rights  # noqa: F401 -- registers its hooks.
from .alerts import admin  # noqa: F401
from .article_lists import article_list
from .journalists import staff  # noqa: F401 -- registers its hooks.
from .models import (
    Article,
    Background,
    EventReport,
    Figure,
    Interview,
    NewsStory,
    PressRelease,
    Report,
    Statement,
)


@hooks.register("insert_editor_js")
def advised_length() -> str:
    """The counter of characters beside titles and leads."""
    return format_html('<script type="module" src="{}"></script>', versioned_static("js/staff/advised_length.js"))


class FigureViewSet(ListedViewSet):
    """The register of figures."""

    model = Figure
    icon = "decimal"
    menu_label = _("Figures")
    list_display = ["__str__", "as_of", "source_name", yes_no("featured", _("key figure")), STATUS_COLUMN]
    list_filter = ["status", "featured", "live"]
    list_export = ["key", *in_every_language("label"), "qualifier", "value", "value_to", "as_of", "source_name", "live"]
    search_fields = [*in_every_language("label"), "key", "source_name"]


class NewsGroup(SnippetViewSetGroup):
    """News in the menu: the articles by kind, and the figures."""

    items = (
        article_list(NewsStory, "news-stories", "doc-full"),
        article_list(PressRelease, "press-releases", "mail"),
        article_list(Interview, "interviews", "openquote"),
        article_list(Background, "backgrounds", "history"),
        article_list(Statement, "statements", "user"),
        article_list(Report, "reports", "table"),
        article_list(EventReport, "event-reports", "calendar"),
        FigureViewSet,
    )
    menu_label = _("News")
    menu_icon = "doc-full-inverse"
    menu_order = 220


register_snippet(NewsGroup)


@hooks.register("before_bulk_action")
def publish_only_complete_articles(
    request: HttpRequest, action_type: str, pages: list[Page], action: Any
) -> HttpResponse | None:
    """Say what is missing instead of publishing."""
    if action_type != "publish" or request.method != "POST":
        return None
    articles = [page.specific.get_latest_revision_as_object() for page in pages if isinstance(page.specific, Article)]
    problems = [f"{article}: {text}" for article in articles for text in errors(article)]
    for problem in problems:
        messages.error(request, problem)
    return redirect(action.next_url) if problems else None
