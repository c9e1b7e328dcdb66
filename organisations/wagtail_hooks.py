from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from parkportal.core.admin import RecordViewSet, SearchableChooserViewSet
from parkportal.core.languages import in_every_language

from .models import Building, Equipment, Facility, Organisation, Person, Role


class OrganisationViewSet(RecordViewSet):
    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    list_filter = ["sector", "organisation_type", "live"]


class FacilityViewSet(RecordViewSet):
    model = Facility
    icon = "cogs"
    menu_label = _("Facilities")
    list_filter = ["live"]


class EquipmentViewSet(RecordViewSet):
    model = Equipment
    icon = "crosshairs"
    menu_label = _("Equipment")
    list_filter = ["facility", "live"]
    search_fields = [*in_every_language("name"), "manufacturer", "model", "institution_id"]


class BuildingViewSet(RecordViewSet):
    model = Building
    icon = "home"
    menu_label = _("Buildings")
    list_filter = ["town", "step_free", "live"]


class PersonViewSet(SnippetViewSet):
    model = Person
    chooser_viewset_class = SearchableChooserViewSet
    icon = "user"
    menu_label = _("People")
    search_fields = ["given_name", "family_name"]
    search_backend_name = None


class RoleViewSet(SnippetViewSet):
    model = Role
    chooser_viewset_class = SearchableChooserViewSet
    icon = "tag"
    menu_label = _("Roles")
    list_display = ["__str__", "organisation", "since", "until"]
    search_fields = ["person__given_name", "person__family_name", *in_every_language("title")]
    search_backend_name = None


class DirectoryGroup(SnippetViewSetGroup):
    """The directory in the menu: organisations, facilities, equipment, buildings, people and their roles."""

    items = (OrganisationViewSet, FacilityViewSet, EquipmentViewSet, BuildingViewSet, PersonViewSet, RoleViewSet)
    menu_label = _("Directory")
    menu_icon = "list-ul"
    menu_order = 200


register_snippet(DirectoryGroup)
