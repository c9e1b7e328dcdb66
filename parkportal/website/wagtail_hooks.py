from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet

from parkportal.core.admin import HistoryViewSet

from .models import Menu


class MenuViewSet(HistoryViewSet):
    """The header and footer menus, one of each in every language."""

    model = Menu
    icon = "list-ul"
    menu_label = _("Menus")
    menu_order = 800
    add_to_admin_menu = True
    list_display = ["__str__", "place", "locale"]


register_snippet(MenuViewSet)
