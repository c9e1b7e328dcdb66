"""Events in the calendar."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from icalendar import Event as CalendarEvent

from organisations.models import Facility
from organisations.models.building import building_columns
from parkportal.core.exports import Row, record_columns
from parkportal.core.facets import AnyFacet, CodesFacet, Facet, RecordFacet
from parkportal.core.feeds import Entry as FeedEntry
from parkportal.core.feeds import record_entry
from parkportal.core.models import Vocabulary

from ..models import Event, EventState
from ..models.taught_in import languages_of_the_site
from .ics import event
from .source import CalendarSource, Occurrence, in_calendar

STATUSES = {EventState.POSTPONED: "TENTATIVE", EventState.CANCELLED: "CANCELLED"}


class EventSource(CalendarSource):
    """Events, each by itself."""

    kind = "event"
    label = gettext_lazy("Events")
    row_template = "education/calendar_event.html"
    facets: ClassVar[tuple[AnyFacet, ...]] = (
        Facet("audience", gettext_lazy("For whom"), "audience", Vocabulary.AUDIENCE),
        CodesFacet("language", gettext_lazy("Language"), "languages", languages_of_the_site),
        RecordFacet("facility", gettext_lazy("Facility"), "facility", Facility),
    )

    def items(self) -> QuerySet[Event]:
        """The visible events."""
        return Event.objects.visible().order_by()

    def for_rows(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """With places and organisers."""
        return items.for_rows().with_organisers()  # type: ignore[attr-defined]

    def occurrences(self, keys: Iterable[int]) -> dict[int, Occurrence]:
        """The events by their names."""
        return {
            each.pk: Occurrence(
                starts=each.starts,
                ends=each.ends,
                title=each.localised_name,
                url=each.url,
                kind=self.kind,
                state=each.state,
                all_day=each.all_day,
            )
            for each in Event.objects.visible().filter(pk__in=list(keys))
        }

    def events(self, item: Event) -> Iterable[CalendarEvent]:
        """One VEVENT."""
        whole_days = (item.first_day, item.day_after)
        starts, ends = whole_days if item.all_day else (item.starts, item.ends)
        yield event(
            unique_id=item.uuid,
            starts=starts,
            ends=ends,
            changed=max(item.changed, item.updated),
            sequence=item.sequence,
            summary=str(item),
            description=_description(item),
            location=item.where,
            url=item.absolute_url,
            status=STATUSES.get(EventState(item.state), "CONFIRMED"),
            categories=[str(term) for term in item.audience.all()],
        )

    def latest(self, items: QuerySet[Any], limit: int) -> Iterable[FeedEntry]:
        """The events, each with its day, so that a reader need not open it to know."""
        for each in items.order_by("-updated", "-pk")[:limit]:
            yield replace(record_entry(each), title=f"{each} · {each.dates}")

    def export_row(self, item: Event) -> Row:
        """An event as a row of a file."""
        first = next(iter(item.shown_organisers), None)
        return {
            "kind": self.kind,
            "id": str(item.uuid),
            "slug": item.key,
            "name": str(item),
            "starts": item.starts.isoformat(),
            "ends": item.ends.isoformat(),
            "sessions": [],
            "languages": item.language_codes,
            "seats": item.seats,
            "state": item.state,
            "state_label": str(item.get_state_display()),
            "register_before": item.register_before.isoformat() if item.register_before else "",
            **record_columns("organiser", first.organisation if first else None),
            **record_columns("facility", item.shown_facility),
            "place": item.place,
            **building_columns(item.shown_building),
            "url": item.absolute_url,
        }


def _description(item: Event) -> str:
    lines = [str(item.localised_summary), str(item.state_tag.get("label", "")), ", ".join(item.language_names)]
    if item.register_at:
        lines.append(_("Register: %(url)s") % {"url": item.register_at})
    return "\n".join(filter(None, lines))


in_calendar(EventSource())
