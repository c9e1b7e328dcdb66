from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from parkportal.core.admin import STATUS_COLUMN, HistoryViewSet
from parkportal.core.languages import in_every_language
from parkportal.core.record_admin import LAST_COLUMNS, RecordViewSet

from .models import Course, Event, EventProposal, EventSeries, Internship, Partnership, Programme


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
        UpdatedAtColumn(),
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
    list_display = ["__str__", DateColumn("starts", label=capfirst(_("starts"))), STATUS_COLUMN, UpdatedAtColumn()]
    list_filter = ["state", "series"]
    ordering = "-starts"


class EventSeriesViewSet(HistoryViewSet):
    model = EventSeries
    icon = "tag"
    menu_label = _("Series of events")
    search_fields = in_every_language("name")
    search_backend_name = None


class ProposalIndexView(IndexView):
    """What was proposed, by whom; each leads to the draft of its event."""

    def get_edit_url(self, instance: EventProposal) -> str:
        """The event, where it is judged."""
        return reverse(Event.snippet_viewset.get_url_name("edit"), args=[instance.event_id])

    def get_add_url(self) -> None:
        """Nothing: proposals come from outside."""
        return

    def get_base_queryset(self) -> object:
        """With their events."""
        return super().get_base_queryset().select_related("event")


class EventProposalViewSet(SnippetViewSet):
    model = EventProposal
    icon = "mail"
    menu_label = _("Proposed events")
    index_view_class = ProposalIndexView
    list_display = [
        "event",
        DateColumn("event.starts", label=capfirst(_("starts"))),
        "organisation",
        "contact_name",
        "contact_email",
        DateColumn("proposed", label=capfirst(_("proposed"))),
        Column("event.status_string", label=capfirst(_("status"))),
    ]
    copy_view_enabled = False
    inspect_view_enabled = False


class EducationGroup(SnippetViewSetGroup):
    """Education in the menu: courses with their dates, programmes, internships, partnerships, events."""

    items = (
        CourseViewSet,
        ProgrammeViewSet,
        InternshipViewSet,
        PartnershipViewSet,
        EventViewSet,
        EventProposalViewSet,
        EventSeriesViewSet,
    )
    menu_label = _("Education")
    menu_icon = "openquote"
    menu_order = 210


register_snippet(EducationGroup)
