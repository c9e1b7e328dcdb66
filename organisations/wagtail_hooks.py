from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db.models import Model
from django.http import HttpRequest
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.button import Button
from wagtail.snippets.action_menu import ActionMenuItem, UnpublishMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.permissions import get_permission_name
from wagtail.snippets.views.snippets import SnippetViewSetGroup, UnpublishView

from parkportal.core.admin import (
    STATUS_COLUMN,
    CreateInChooserView,
    DraftedViewSet,
    SearchableChooserViewSet,
    save_first,
    yes_no,
)
from parkportal.core.languages import in_every_language
from parkportal.core.record_admin import LAST_COLUMNS, UPDATED_COLUMN, ListedViewSet, RecordViewSet

from . import (
    change_state,  # noqa: F401 -- registers its action.
    imports,  # noqa: F401 -- registers what can be imported.
)
from .admin_filters import WithStateFilterSet
from .entry import staff as entry_staff  # noqa: F401 -- registers its hooks.
from .forms import NewPersonForm, NewRoleForm
from .models import Building, Equipment, Facility, Organisation, Person, Role

ORGANISATION_COLUMN = Column("organisation_label", label=capfirst(_("organisation")))
REMOVE = _("Remove from public view")


class OrganisationViewSet(RecordViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_display = ["__str__", "organisation_type", "sector", *LAST_COLUMNS]
    list_export = [*RecordViewSet.list_export, "organisation_type", "sector", "legal_name", "website"]
    list_filter = ["state", "organisation_type", "sector", "size_band"]
    filter_base = WithStateFilterSet
    search_fields = [*in_every_language("name"), "legal_name"]
    shown_with = ("organisation_type", "sector")


class FacilityViewSet(RecordViewSet):
    model = Facility
    icon = "cogs"
    menu_label = _("Facilities")
    list_display = ["__str__", "operator", "building", *LAST_COLUMNS]
    list_export = [*RecordViewSet.list_export, "operator", "building"]
    list_filter = ["state", "operator", "building", "training_required"]
    filter_base = WithStateFilterSet
    shown_with = ("operator", "building")


class EquipmentViewSet(RecordViewSet):
    model = Equipment
    icon = "crosshairs"
    menu_label = _("Equipment")
    list_display = ["__str__", "facility", *LAST_COLUMNS]
    list_filter = ["facility"]
    shown_with = ("facility",)
    search_fields = [*in_every_language("name"), "manufacturer", "model", "institution_id"]


class BuildingViewSet(RecordViewSet):
    model = Building
    icon = "home"
    menu_label = _("Buildings")
    list_filter = ["state", "town", "step_free"]
    filter_base = WithStateFilterSet


class RemoveFromView(UnpublishView):
    """Unpublishing by the name under which somebody asks for it: “take me off your site”."""

    page_title = REMOVE
    success_message = _("“%(object)s” was removed from public view.")
    template_name = "organisations/admin/remove.html"


NAME = ("given_name", "infix", "family_name")


class PersonChooserViewSet(SearchableChooserViewSet):
    creation_form_class = NewPersonForm
    create_view_class = CreateInChooserView
    create_action_label = _("Add a person")


class CreateRoleView(CreateInChooserView):
    """Adds a role and, if need be, its person."""

    def save_form(self, form: Any) -> Any:
        """Save the person first: a role points to one."""
        person = form.save(commit=False).person
        if person.pk is None:
            save_first(person, self.request.user)
        return super().save_form(form)


class RoleChooserViewSet(SearchableChooserViewSet):
    creation_form_class = NewRoleForm
    create_view_class = CreateRoleView
    create_action_label = _("Add a person in a role")


class PersonViewSet(DraftedViewSet):
    model = Person
    chooser_viewset_class = PersonChooserViewSet
    icon = "user"
    menu_label = _("People")
    unpublish_view_class = RemoveFromView
    list_display = ["__str__", yes_no("has_page", _("has a page")), STATUS_COLUMN, UPDATED_COLUMN]
    list_filter = ["has_page", "live"]
    search_fields = [*NAME]


class RoleViewSet(ListedViewSet):
    model = Role
    chooser_viewset_class = RoleChooserViewSet
    icon = "tag"
    menu_label = _("Roles")
    unpublish_view_class = RemoveFromView
    list_display = ["__str__", ORGANISATION_COLUMN, "since", "until", STATUS_COLUMN]
    list_filter = ["is_spokesperson", "organisation", "live"]
    list_export = ["person", "organisation_label", *in_every_language("title"), "since", "until", "as_of", "live"]
    shown_with = ("person", "organisation")
    search_fields = [
        *(f"person__{part}" for part in NAME),
        *in_every_language("title"),
        *(f"organisation__{name}" for name in in_every_language("name")),
        "organisation_name",
    ]


class DirectoryGroup(SnippetViewSetGroup):
    """The directory in the menu: organisations, facilities, equipment, buildings, people and their roles."""

    items = (OrganisationViewSet, FacilityViewSet, EquipmentViewSet, BuildingViewSet, PersonViewSet, RoleViewSet)
    menu_label = _("Directory")
    menu_icon = "list-ul"
    menu_order = 200


register_snippet(DirectoryGroup)


class RemoveFromViewMenuItem(UnpublishMenuItem):
    """Leads there from the form."""

    label = REMOVE
    icon_name = "view"


@hooks.register("construct_snippet_action_menu")
def name_the_removal_of_people(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """People and roles are removed from public view rather than “unpublished”."""
    if context["model"] in (Person, Role):
        items[:] = [RemoveFromViewMenuItem(item.order) if type(item) is UnpublishMenuItem else item for item in items]


@hooks.register("register_snippet_listing_buttons")
def removal_button(snippet: Model, user: AbstractUser, next_url: str | None = None) -> Iterator[Button]:
    """The same from the list, for who may publish."""
    if not isinstance(snippet, Person | Role) or not snippet.live:
        return
    if user.has_perm(get_permission_name("publish", type(snippet))):
        url = reverse(snippet.snippet_viewset.get_url_name("unpublish"), args=[snippet.pk])
        yield Button(REMOVE, url=url, icon_name="view", priority=30)
