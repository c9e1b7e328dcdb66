from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from parkportal.core.admin import STATUS_COLUMN, HistoryViewSet
from parkportal.core.languages import in_every_language
from parkportal.core.record_admin import LAST_COLUMNS, UPDATED_COLUMN, RecordViewSet

from . import imports, run_imports  # noqa: F401 -- registers what can be imported.
from .models import Course, Event, EventSeries, Internship, Partnership, Programme


class CourseViewSet(RecordViewSet):
    model = Course
    icon = "calendar-alt"
    menu_label = _("Courses")
    list_display = ["__str__", "provider", "level", *LAST_COLUMNS]
    list_export = [*RecordViewSet.list_export, "provider", "level", "duration_days", "registration_url"]
    list_filter = ["provider", "level", "facility"]
    shown_with = ("provider", "level")


class ProgrammeViewSet(RecordViewSet):
    model = Programme
    icon = "history"
    menu_label = _("Programmes")
    list_filter = ["level"]


class InternshipViewSet(RecordViewSet):
    model = Internship
    icon = "user"
    menu_label = _("Internships")
    list_display = [
        "__str__",
        Column("organisation", label=capfirst(_("organisation"))),
        DateColumn("open_until", label=capfirst(_("open until")), sort_key="open_until"),
        STATUS_COLUMN,
        UPDATED_COLUMN,
    ]
    list_filter = ["kind", "organisation"]
    ordering = "-open_until"


class PartnershipViewSet(RecordViewSet):
    model = Partnership
    icon = "group"
    menu_label = _("Partnerships")
    list_filter = ["kind"]


class EventViewSet(RecordViewSet):
    model = Event
    icon = "date"
    menu_label = _("Events")
    list_display = ["__str__", DateColumn("starts", label=capfirst(_("starts"))), STATUS_COLUMN, UPDATED_COLUMN]
    list_filter = ["state", "series"]
    ordering = "-starts"


class EventSeriesViewSet(HistoryViewSet):
    model = EventSeries
    icon = "tag"
    menu_label = _("Series of events")
    search_fields = in_every_language("name")
    search_backend_name = None


class EducationGroup(SnippetViewSetGroup):
    """Education in the menu: courses with their dates, programmes, internships, partnerships, events."""

    items = (
        CourseViewSet,
        ProgrammeViewSet,
        InternshipViewSet,
        PartnershipViewSet,
        EventViewSet,
        EventSeriesViewSet,
    )
    menu_label = _("Education")
    menu_icon = "openquote"
    menu_order = 210


register_snippet(EducationGroup)
