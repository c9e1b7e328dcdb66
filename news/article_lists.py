"""The lists of articles in the admin, one for each kind."""

from typing import Any
from urllib.parse import urlsplit

import django_filters
from django.db.models import QuerySet
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.admin.widgets.button import Button

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.record_lists import WithSafeDownload
from parkportal.core.translating.states import State, in_state, in_words, with_state

from .models import Article


class ArticleFilterSet(WagtailFilterSet):
    """What staff look for articles by."""

    state = django_filters.ChoiceFilter(label=_("Translation"), choices=State, method="in_state")

    class Meta:
        model = Article
        fields = ("state", "date", "locale", "live", "machine_made", "issuer")

    def in_state(self, pages: QuerySet[Any], name: str, state: str) -> QuerySet[Any]:
        """Those whose translation is in a state."""
        return in_state(pages, state)


class ArticleIndexView(WithSafeDownload, IndexView):
    """The list of articles of a kind, with what is to be known of their language."""

    def annotate_queryset(self, pages: Any) -> Any:
        """With what the column of the language asks."""
        return with_state(super().annotate_queryset(pages))

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The button beside the title begins one in the first language; these in the others."""
        others = LANGUAGE_CODES[1:] if self.add_url else []
        return [*super().header_more_buttons, *map(self._button_to_write_in, others)]

    def _button_to_write_in(self, language: str) -> Button:
        words = {"language": get_language_info(language)["name_translated"]}
        address = f"{urlsplit(self.add_url).path}?locale={language}"
        return Button(gettext("Write one in %(language)s") % words, url=address, icon_name="plus", priority=5)


class ArticleListViewSet(PageListingViewSet):
    """A list of the articles of one kind, with a button to write one."""

    index_view_class = ArticleIndexView
    filterset_class = ArticleFilterSet
    list_display = (
        *IndexView.base_columns[:2],
        Column("language", label=_("Language"), accessor=in_words),
        DateColumn("date", label=capfirst(_("date")), sort_key="date", width="12%"),
        *IndexView.base_columns[3:],
    )
    list_export = ("title", "date", "locale", "live", "full_url")


def article_list(kind: type[Article], name: str, icon: str) -> ArticleListViewSet:
    """The list of one kind."""
    return ArticleListViewSet(name, model=kind, icon=icon, menu_label=capfirst(kind._meta.verbose_name_plural))
