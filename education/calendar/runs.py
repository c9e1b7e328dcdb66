"""The runs of courses in the calendar: a run in the list, its sessions in the month and in iCalendar."""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar
from uuid import uuid5

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from icalendar import Event

from organisations.models import Facility
from organisations.models.building import building_columns
from parkportal.core.exports import Row, in_chunks, record_columns
from parkportal.core.facets import AnyFacet, Facet, RecordFacet, ValueFacet
from parkportal.core.feeds import Entry as FeedEntry
from parkportal.core.languages import current_language
from parkportal.core.models import Vocabulary

from ..models import Course, CourseRun, RunSession, RunState
from ..models.taught_in import languages_of_the_site
from ..session_text import session_text
from .ics import event
from .source import CalendarSource, Occurrence, in_calendar
from .span import ONE_DAY, Span

STATUSES = {RunState.PLANNED: "TENTATIVE", RunState.CANCELLED: "CANCELLED"}


class RunSource(CalendarSource):
    """Courses on their dates."""

    kind = "course"
    label = gettext_lazy("Courses")
    row_template = "education/calendar_run.html"
    facets: ClassVar[tuple[AnyFacet, ...]] = (
        Facet("topic", gettext_lazy("Topic"), "course__topics", Vocabulary.COURSE_TOPIC),
        Facet("audience", gettext_lazy("For whom"), "course__audience", Vocabulary.AUDIENCE),
        Facet("standard", gettext_lazy("Standard"), "course__standards", Vocabulary.STANDARD),
        Facet("level", gettext_lazy("Level"), "course__level", Vocabulary.EDUCATION_LEVEL),
        ValueFacet("language", gettext_lazy("Language"), "language", languages_of_the_site),
        RecordFacet("facility", gettext_lazy("Facility"), "course__facility", Facility),
    )

    def items(self) -> QuerySet[CourseRun]:
        """The runs of visible courses."""
        return CourseRun.objects.visible().order_by()

    def within(self, items: QuerySet[Any], span: Span) -> QuerySet[Any]:
        """The runs with a session in a span."""
        return items.filter(pk__in=_sessions_in(span).values("run_id"))

    def for_rows(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """With course, provider, facility and sessions."""
        return items.for_rows()  # type: ignore[attr-defined]

    def for_files(self, items: QuerySet[Any]) -> QuerySet[Any]:
        """With the courses' topics too."""
        return self.for_rows(items).prefetch_related("course__topics")

    def moments(self, items: QuerySet[Any], span: Span) -> QuerySet[Any]:
        """The sessions."""
        return _sessions_in(span).filter(run__in=items.order_by())

    def occurrences(self, keys: Iterable[int]) -> dict[int, Occurrence]:
        """Sessions, under the names of their courses."""
        sessions = RunSession.objects.filter(pk__in=list(keys)).select_related("run__course")
        return {
            session.pk: Occurrence(
                starts=session.starts,
                ends=session.ends,
                title=session.run.course.localised_name,
                url=f"{session.run.course.url}#run-{session.run.uuid}",
                kind=self.kind,
                state=session.run.state,
            )
            for session in sessions
        }

    def events(self, item: CourseRun) -> Iterable[Event]:
        """A VEVENT for each session; what those who come have in their diaries counts as a change."""
        sessions = list(item.sessions.all())
        for number, session in enumerate(sessions, 1):
            yield event(
                unique_id=session.uuid,
                starts=session.starts,
                ends=session.ends,
                changed=max(item.changed, item.course.updated),
                sequence=item.sequence,
                summary=_summary(item, number, len(sessions)),
                description=_description(item),
                location=_location(item, session),
                url=item.course.absolute_url,
                status=STATUSES.get(RunState(item.state), "CONFIRMED"),
                categories=[str(topic) for topic in item.course.topics.all()],
            )

    def latest(self, items: QuerySet[Any], limit: int) -> Iterable[FeedEntry]:
        """The runs, each with its dates and its state."""
        for run in items.select_related("course__provider").order_by("-changed", "-pk")[:limit]:
            yield FeedEntry(
                unique_id=uuid5(run.uuid, current_language()).urn,
                title=f"{run.course} · {run.dates}",
                link=f"{run.course.absolute_url}#run-{run.uuid}",
                summary=f"{run.course.localised_summary} {run.state_today.label}.".strip(),
                published=run.course.first_published_at or run.course.created,
                updated=run.changed,
                author=str(run.course.shown_provider or ""),
            )

    def export_row(self, item: CourseRun) -> Row:
        """A run as a row of a file."""
        course = item.course
        return {
            "kind": self.kind,
            "id": str(item.uuid),
            "slug": course.key,
            "name": str(course),
            "starts": item.starts.isoformat(),
            "ends": item.ends.isoformat(),
            "sessions": [session_text(session) for session in item.sessions.all()],
            "languages": [item.language],
            "seats": item.seats,
            "state": item.state_today.value,
            "state_label": str(item.state_today.label),
            "register_before": item.register_before.isoformat() if item.register_before else "",
            **record_columns("organiser", course.shown_provider),
            **record_columns("facility", course.shown_facility),
            "place": course.place,
            **building_columns(course.shown_building),
            "url": course.absolute_url,
        }


def events_of(courses: QuerySet[Course]) -> Iterator[Event]:
    """The sessions of the courses' runs that are not over."""
    source = RunSource()
    runs = source.since(source.items(), timezone.now()).filter(course__in=courses.order_by().values("pk"))
    for run in in_chunks(source.for_files(runs.order_by("starts", "pk"))):
        yield from source.events(run)


def _sessions_in(span: Span) -> QuerySet[RunSession]:
    """The sessions of a span. None takes longer than a day, so that the index on their start bounds both sides."""
    begun = RunSession.objects.filter(starts__gte=span.starts - ONE_DAY, starts__lt=span.ends)
    return begun.filter(ends__gt=span.starts).order_by()


def _summary(run: CourseRun, number: int, total: int) -> str:
    return f"{run.course} ({number}/{total})" if total > 1 else str(run.course)


def _description(run: CourseRun) -> str:
    lines = [str(run.course.localised_summary), f"{run.language_name}. {run.get_state_display()}."]
    if run.register_at:
        lines.append(_("Register: %(url)s") % {"url": run.register_at})
    return "\n".join(filter(None, lines))


def _location(run: CourseRun, session: RunSession) -> str:
    facility = run.course.shown_facility
    places = [str(session.localised_place), str(facility or "") if not session.place else "", run.course.place]
    if session.online:
        places = [str(_("Online")), session.place]
    return ", ".join(dict.fromkeys(filter(None, places)))


in_calendar(RunSource())
