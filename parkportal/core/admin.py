"""How records look in the admin: what all languages share, then a tab for each language."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django import forms
from django.conf import settings
from django.db import IntegrityError
from django.db.models import Q
from django.http import HttpResponse
from django.utils.text import capfirst
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.panels import (
    FieldPanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.snippets.permissions import get_permission_name
from wagtail.snippets.views.chooser import SnippetChooserViewSet, SnippetCreateView
from wagtail.snippets.views.snippets import CreateView, EditView, SnippetViewSet

from .admin_panels import HistoryPanel, TextsPanel
from .field_origins_panel import FieldOriginsPanel
from .languages import LANGUAGE_CODES, in_every_language

SENTENCES = ("summary", "definition")  # Fields of one line that hold more than a line of the form.
BY_NAME = f"name_{settings.LANGUAGE_CODE}"
STATUS_COLUMN = LiveStatusTagColumn(label=capfirst(_("status")))

PROVENANCE = MultiFieldPanel(
    [FieldPanel(name) for name in ("source_url", *in_every_language("source_note"), "confirmed_on", "confirmed_by")],
    heading=_("Where the facts come from"),
)
FIELD_ORIGINS = FieldOriginsPanel(heading=_("Where each field comes from"), classname="collapsed")


def record_tabs(
    shared: Sequence[Panel], translated: Sequence[str], *, publishing: Panel | None = None
) -> TabbedInterface:
    """The tabs of a record, with what every record has."""
    panels = [*shared, publishing or PublishingPanel()]
    history = [PROVENANCE, FIELD_ORIGINS]
    return language_tabs(panels, ["name", "summary", *translated, "slug"], history=history)


def appearing() -> PublishingPanel:
    """When something is published, for what says itself when that ends."""
    panel = PublishingPanel()
    panel.children = panel.children[:1]
    return panel


def language_tabs(
    shared: Sequence[Panel], translated: Sequence[str], *, slug: str = "", history: Sequence[Panel] = ()
) -> TabbedInterface:
    """The translated fields in each language under its own name, what all languages share, and what was done.

    ``slug`` names a field that is filled in while one types the first text in the first language.
    """
    panels = {code: [_panel(name, code) for name in translated] for code in LANGUAGE_CODES}
    if slug:
        first, *_others = in_every_language(*translated)
        panels[LANGUAGE_CODES[0]][0] = TitleFieldPanel(first, targets=[slug], classname="", placeholder=False)
    languages = [
        ObjectList([TextsPanel(code), *panels[code]], heading=get_language_info(code)["name_local"].capitalize())
        for code in LANGUAGE_CODES
    ]
    facts = ObjectList(shared, heading=_("Facts"))
    return TabbedInterface([*languages, facts, ObjectList([*history, HistoryPanel()], heading=_("History"))])


def _panel(name: str, code: str) -> FieldPanel:
    return FieldPanel(f"{name}_{code}", widget=AdminAutoHeightTextInput if name in SENTENCES else None)


def yes_no(name: str, label: Any) -> BooleanColumn:
    """A column with a tick or a cross."""
    return BooleanColumn(name, label=capfirst(label), sort_key=name)


class SearchForm(BaseFilterForm):
    """Finds in a chooser what the list in the admin finds; Wagtail's own search needs an index."""

    q = forms.CharField(label=_("Search"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False)

    def filter(self, objects: Any) -> Any:
        """What has every word in one of the fields that the list searches."""
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        fields = objects.model.snippet_viewset.search_fields
        for word in self.search_query.split():
            objects = objects.filter(reduce(or_, (Q(**{f"{field}__icontains": word}) for field in fields)))
        return objects


class SearchableChooserViewSet(SnippetChooserViewSet):
    """A chooser with a search field."""

    ordering: str | None = None

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """The search field and the order."""
        own = {"filter_form_class": SearchForm, "ordering": self.ordering}
        return super().get_common_view_kwargs(**own, **kwargs)


def save_first(made: Any, user: Any) -> None:
    """Save something new with a first revision: public at once by who may publish such things, else a draft."""
    made.live = user.has_perm(get_permission_name("publish", type(made)))
    made.save()
    revision = made.save_revision(user=user, clean=False)
    if made.live:
        revision.publish(user=user)


class CreateInChooserView(SnippetCreateView):
    """Adds what was missing in a chooser."""

    def save_form(self, form: Any) -> Any:
        """Save it with a history."""
        made = form.save(commit=False)
        save_first(made, self.request.user)
        return made


class RecordChooserViewSet(SearchableChooserViewSet):
    """A chooser of records by name."""

    ordering = BY_NAME


class SavedByHand:
    """A view that does not save by itself: what has no drafts goes live with every save."""

    def setup(self, *args: Any, **kwargs: Any) -> None:
        """Switch Wagtail's autosave off."""
        super().setup(*args, **kwargs)  # type: ignore[misc]
        self.autosave_enabled = False


class CreateByHandView(SavedByHand, CreateView):
    """Adds what has a history but no drafts."""


class EditByHandView(SavedByHand, EditView):
    """Edits what has a history but no drafts."""


class HistoryViewSet(SnippetViewSet):
    """The admin of what has a history but no drafts."""

    add_view_class = CreateByHandView
    edit_view_class = EditByHandView
    copy_view_enabled = False
    inspect_view_enabled = False


class CreateOnceView(CreateView):
    """Adds a draft. Of two that are saved at the same moment with the same address, the second gets a message."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Save, or say that somebody was faster."""
        try:
            return super().form_valid(form)
        except IntegrityError:
            form.add_error(None, _("Another entry with this address was saved just now. Look for it in the list."))
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)


class DraftedViewSet(SnippetViewSet):
    """The admin of what has drafts, a history and a preview."""

    add_view_class = CreateOnceView
    chooser_viewset_class = SearchableChooserViewSet
    search_backend_name = None
    copy_view_enabled = False
    inspect_view_enabled = False
