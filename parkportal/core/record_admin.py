"""The admin of records."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn

from .admin import BY_NAME, STATUS_COLUMN, DraftedViewSet, RecordChooserViewSet
from .languages import in_every_language
from .record_lists import CONFIRMED_COLUMN, MISSING_COLUMN, ListedView, RecordFilterSet, record_filters

UPDATED_COLUMN = UpdatedAtColumn(label=_("Updated"))  # Its own label stays in the language of the first request.
LAST_COLUMNS = (CONFIRMED_COLUMN, MISSING_COLUMN, STATUS_COLUMN, UPDATED_COLUMN)


class ListedViewSet(DraftedViewSet):
    """The admin of what is listed with columns of its own. ``shown_with`` names what these columns show."""

    index_view_class = ListedView
    shown_with: tuple[str, ...] = ()

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """With what the columns name."""
        return super().get_index_view_kwargs(**kwargs) | {"shown_with": self.shown_with}


class RecordViewSet(ListedViewSet):
    """The admin of a record: listed and found by name, with drafts, history and preview.

    ``list_filter`` names filters beside those that every record has, which are of ``filter_base``.
    """

    list_display: Sequence[Any] = ["__str__", *LAST_COLUMNS]
    list_export: Sequence[str] = ["key", *in_every_language("name", "summary"), "confirmed_on", "confirmed_by", "live"]
    ordering = BY_NAME
    chooser_viewset_class = RecordChooserViewSet
    chooser_per_page = 25
    search_fields = in_every_language("name")
    filter_base: type[RecordFilterSet] = RecordFilterSet

    def get_index_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """With the filters."""
        names = self.list_filter if isinstance(self.list_filter, list | tuple) else ()
        filters = record_filters(self.model, *names, base=self.filter_base)
        return super().get_index_view_kwargs(**kwargs) | {"filterset_class": filters}
