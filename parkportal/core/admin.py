"""How records look in the admin: what all languages share, then a tab for each language."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel, PublishingPanel, TabbedInterface
from wagtail.admin.ui.tables import LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from .languages import in_every_language

STATUS_COLUMN = LiveStatusTagColumn(label=capfirst(_("status")))

PROVENANCE = MultiFieldPanel(
    [FieldPanel(name) for name in ("source_url", *in_every_language("source_note"), "confirmed_on", "confirmed_by")],
    heading=_("Where the facts come from"),
)


def record_tabs(shared: Sequence[Panel], translated: Sequence[str]) -> TabbedInterface:
    """The tabs of a record: shared facts, then the translated fields in each language."""
    languages = [
        ObjectList([FieldPanel(f"{name}_{code}") for name in ("name", "summary", *translated, "slug")], heading=label)
        for code, label in settings.LANGUAGES
    ]
    facts = ObjectList([*shared, PROVENANCE, PublishingPanel()], heading=_("Shared facts"))
    return TabbedInterface([*languages, facts])


class RecordViewSet(SnippetViewSet):
    """The admin of a record: listed and found by name, with drafts, history and preview."""

    list_display: Sequence[Any] = ["__str__", STATUS_COLUMN, UpdatedAtColumn()]
    ordering = f"name_{settings.LANGUAGE_CODE}"
    search_fields = in_every_language("name")
    search_backend_name = None
    copy_view_enabled = False
    inspect_view_enabled = False
