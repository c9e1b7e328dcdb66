from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from parkportal.core.admin import RecordViewSet

from .models import Course, Partnership, Programme


class CourseViewSet(RecordViewSet):
    model = Course
    icon = "calendar-alt"
    menu_label = _("Courses")
    list_filter = ["level", "live"]


class ProgrammeViewSet(RecordViewSet):
    model = Programme
    icon = "history"
    menu_label = _("Programmes")
    list_filter = ["level", "live"]


class PartnershipViewSet(RecordViewSet):
    model = Partnership
    icon = "group"
    menu_label = _("Partnerships")
    list_filter = ["kind", "live"]


class EducationGroup(SnippetViewSetGroup):
    """Education in the menu: courses with their dates, programmes, partnerships."""

    items = (CourseViewSet, ProgrammeViewSet, PartnershipViewSet)
    menu_label = _("Education")
    menu_icon = "openquote"
    menu_order = 210


register_snippet(EducationGroup)
