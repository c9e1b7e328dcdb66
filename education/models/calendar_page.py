import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from uuid import UUID

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from parkportal.core.exports import GEOJSON, TABLES, Format, Row
from parkportal.core.feeds import Entry
from parkportal.core.models import FollowedListPage
from parkportal.core.models.record_index import ProfilesBelow
from parkportal.core.visibility import is_published

from ..calendar.agenda import SPANS, Agenda
from ..calendar.ics import CONTENT_TYPE, ICS, calendar
from ..calendar.month import Month, month_table
from ..calendar.source import CalendarSource, sources
from .event import Event

KEPT_IN_FEED = datetime.timedelta(days=90)


@dataclass(frozen=True)
class Item:
    """An item of the calendar by itself."""

    source: CalendarSource
    item: Any


class CalendarPage(ProfilesBelow, FollowedListPage):
    """What takes place on the park, as a list and by month; below it the events, the feed to subscribe to and single
    items."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    template = "education/calendar.html"
    parent_page_types = ["website.HomePage"]
    subpage_types = []
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    formats = (*TABLES, GEOJSON, ICS)
    record_model = Event
    record_template = "education/event.html"

    class Meta:
        verbose_name = _("calendar")

    def profile_context(self, record: Event) -> dict[str, Any]:
        """The profile of an event."""
        from ..selectors import event_profile  # Selectors stand on the models.

        return event_profile(record)

    def rows(self, file_format: Format, params: QueryDict) -> Iterable[Any]:
        """What a query string asks for, as rows of a file or as iCalendar's components."""
        items = Agenda(params).items()
        if file_format is ICS:
            return (event for source, item in items for event in source.events(item))
        return (source.export_row(item) for source, item in items)

    def latest(self, params: QueryDict) -> Iterable[Entry]:
        """What was announced or changed last of all that is still to come and fits, whatever it is."""
        return Agenda(params).latest()

    def export_row(self, item: Any) -> Row:
        """Not used: each source makes its own rows."""
        raise NotImplementedError

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """``ics/`` is the feed, ``ics/<uuid>/`` one item."""
        if path_components[:1] != ["ics"] or not is_published(self):
            return super().route(request, path_components)
        match path_components[1:]:
            case []:
                return RouteResult(self, kwargs={"ics": None})
            case [key]:
                return RouteResult(self, kwargs={"ics": item_with(key)})
        raise Http404

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, a file, the feed with the filters of the query string, or one item."""
        if "ics" not in kwargs:
            return super().serve(request, *args, **kwargs)
        item: Item | None = kwargs["ics"]
        return self._feed(request.GET) if item is None else one_item(item)

    def _feed(self, params: QueryDict) -> HttpResponse:
        """What is coming and what was lately, so that a reader learns of what was cancelled or moved."""
        agenda = Agenda(params, since=timezone.now() - KEPT_IN_FEED)
        events = [event for source, item in agenda.items() for event in source.events(item)]
        query = f"?{params.urlencode()}" if params else ""
        name = f"{self.title} · {self.ancestors[0].title}"
        content = calendar(events, name=name, url=f"{self.absolute_url}ics/{query}")
        return HttpResponse(content, content_type=CONTENT_TYPE)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list or the month, and the other of them."""
        context = super().get_context(request, *args, **kwargs)
        if "record" in kwargs:
            return context
        agenda = Agenda(request.GET)
        listing = agenda.listing()
        month = month_table(agenda, agenda.month) if agenda.month else None
        query = partial(_query, request.GET)
        context |= {
            "listing": listing,
            "months": [] if month else listing.months,
            "month": month,
            "day": agenda.span.first_day if agenda.span and not month and not agenda.year else None,
            "archive": [] if month else [(year, query(year=f"{year}")) for year in years_of_events()],
            "shown_year": agenda.year.first_day.year if agenda.year and not month else None,
            "propose_url": reverse("propose-event"),
            "list_query": query(),
            "month_query": query(month=f"{_shown_first(agenda, listing):%Y-%m}"),
            "feed_url": f"{self.url}ics/{query() if len(query()) > 1 else ''}",
            "webcal_url": f"webcal://{self.absolute_url.partition('://')[2]}ics/{query() if len(query()) > 1 else ''}",
        }
        if context["shown_year"]:
            context |= self._own_address(f"?year={context['shown_year']}", context, is_empty=not listing.total)
        return context | self._month_context(month, context, query) if month else context

    def _month_context(self, month: Month, context: dict[str, Any], query: Any) -> dict[str, Any]:
        """The neighbours, and what machines are told: a month with nothing in it is not for them."""
        own = f"?month={month.first_day:%Y-%m}"
        return self._own_address(own, context, is_empty=not month.total) | {
            "previous_query": query(month=f"{month.previous:%Y-%m}") if month.previous else "",
            "next_query": query(month=f"{month.next:%Y-%m}") if month.next else "",
            "day_query": query(day=""),
        }

    def _own_address(self, own: str, context: dict[str, Any], *, is_empty: bool) -> dict[str, Any]:
        """A month or year has an address of its own; one with nothing in it is not for machines."""
        return {
            "canonical_url": f"{self.absolute_url}{own}",
            "alternates": [replace(link, url=f"{link.url}{own}") for link in context["alternates"]],
            "robots": "noindex, nofollow" if is_empty else "",
        }


def years_of_events() -> list[int]:
    """The years in which an event took place, the latest first."""
    return [moment.year for moment in Event.objects.visible().past().order_by().datetimes("starts", "year", "DESC")]


def item_with(key: str) -> Item:
    """The item of whatever source; 404 if there is none."""
    try:
        unique_id = UUID(key)
    except ValueError:
        raise Http404 from None
    for source in sources():
        item = source.for_files(source.items().filter(uuid=unique_id)).first()
        if item is not None:
            return Item(source, item)
    raise Http404


def one_item(item: Item) -> HttpResponse:
    """An item as a file."""
    content = calendar(item.source.events(item.item))
    disposition = content_disposition_header(as_attachment=True, filename=f"{item.item.calendar_slug}.ics")
    return HttpResponse(content, content_type=CONTENT_TYPE, headers={"Content-Disposition": str(disposition)})


def _query(params: QueryDict, **span: str) -> str:
    """The filters with other days."""
    rest = params.copy()
    for name in (*SPANS, "page", "format"):
        rest.pop(name, None)
    rest.update(span)
    return f"?{rest.urlencode()}"


def _shown_first(agenda: Agenda, listing: Any) -> datetime.date:
    """A day in the month with which a visitor of the list goes on."""
    if agenda.span:
        return agenda.span.first_day
    entries = listing.page_obj.object_list
    return timezone.localdate(entries[0].item.starts) if entries else timezone.localdate()
