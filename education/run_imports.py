"""What of the runs of courses can be imported: from the calendar's export, or a list of dates."""

import datetime
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.addresses import Addresses
from parkportal.core.importing.column_sets import plain_columns
from parkportal.core.importing.columns import Choice, Column, Day, Number
from parkportal.core.importing.days import as_iso
from parkportal.core.importing.fetching import compared_with, fetch
from parkportal.core.importing.kinds import ID, importable, unchecked_fields
from parkportal.core.importing.parts import PartKind
from parkportal.core.importing.relations import Others, RecordIn
from parkportal.core.models.drafted import REQUIRED
from parkportal.core.record_urls import index_url

from .models import Course, CourseRun, Event, RunSession, RunState
from .session_text import minute, moment, read_sessions, said, session_text, value_of

COURSE, SESSIONS, STARTS, ENDS = "course", "sessions", "starts", "ends"


def in_order(run: Any) -> list[Any]:
    """The sessions of a run, the first one first; one without a start is being made."""
    return sorted(run.sessions.all(), key=lambda session: (session.starts is not None, session.starts or 0))


@dataclass(frozen=True, kw_only=True)
class OfCourse(RecordIn):
    """The course of a run, which never changes."""

    def write(self, record: Any, value: Any) -> None:
        """A new run is made for its course."""


@dataclass(frozen=True, kw_only=True)
class Sessions(Column):
    """All sessions of a run in one cell."""

    def read(self, record: Any) -> Any:
        """With their rooms, which a file does not say, so that an import can be undone."""
        return [value_of(session) for session in in_order(record)]

    def parse(self, text: str) -> Any:
        """When, and where."""
        return read_sessions(text)

    @property
    def empty(self) -> Any:
        """None at all, which no run can be without."""
        return []

    def is_same(self, record: Any, old: Any, new: Any) -> bool:
        """By when and where they are."""
        return said(old) == said(new)

    def write(self, record: Any, value: Any) -> None:
        """A session at the same time, else the next one of those that are left, stays itself in people's diaries."""
        there = {minute(session.starts): session for session in in_order(record)}
        kept = {each["starts"]: there.pop(each["starts"]) for each in value if each["starts"] in there}
        left = list(there.values())
        record.sessions = [
            self._made(each, kept.get(each["starts"]) or (left.pop(0) if left else None)) for each in value
        ]

    def _made(self, value: Any, there: RunSession | None) -> RunSession:
        session = there or RunSession()
        session.starts, session.ends = moment(value["starts"]), moment(value["ends"])
        session.online, session.place = value["online"], value["place"]
        if "uuid" in value:
            session.uuid, session.room_id = UUID(value["uuid"]), value["room"]
        return session

    def show(self, value: Any) -> str:
        """One after the other."""
        return "; ".join(session_text(self._made(each, None)) for each in value)


@dataclass(frozen=True, kw_only=True)
class Edge(Column):
    """When a run of one session begins or ends."""

    def read(self, record: Any) -> Any:
        """On the park's clocks."""
        sessions = in_order(record)
        return minute(getattr(sessions[0 if self.name == STARTS else -1], self.name)) if sessions else ""

    def parse(self, text: str) -> Any:
        """A day and a time, on the park's clocks where it names no zone."""
        day, _space, rest = text.partition(" ")
        try:
            found = parse_datetime(f"{as_iso(day)} {rest}" if rest else text)
        except ValueError:
            found = None
        if found is None:
            raise ValidationError(_("“%(text)s” is not a moment such as 2027-02-08 09:00.") % {"text": text[:40]})
        return minute(found if timezone.is_aware(found) else timezone.make_aware(found))

    def write(self, record: Any, value: Any) -> None:
        """Into its only session; several are said by their own column."""
        sessions = in_order(record) or [RunSession()]
        if len(sessions) == 1 and value:
            setattr(sessions[0], self.name, moment(value))
            record.sessions = sessions

    def show(self, value: Any) -> str:
        """Day and time."""
        return str(value).replace("T", " ")


@dataclass(frozen=True, kw_only=True)
class State(Choice):
    """How far a run is."""

    def is_same(self, record: Any, old: Any, new: Any) -> bool:
        """An export calls a run that is over done, whatever its state."""
        return super().is_same(record, old, new) or bool(record.ends and new == record.state_today)


class RunCatalogue:
    """The runs by what a row may call them: their id, else their course and when they start."""

    def __init__(self) -> None:
        self.addresses = Addresses()
        self.by_id: dict[str, tuple[int, UUID]] = {}
        self.by_start: dict[tuple[int, str], UUID] = {}
        self.new: set[tuple[int, str]] = set()
        for course, uuid, starts in CourseRun.objects.values_list("course_id", "uuid", STARTS).iterator():
            self._note(course, uuid, starts)
        drafts = Course.objects.filter(live=False, has_unpublished_changes=True).values_list("pk", flat=True)
        for draft in fetch(Course, drafts).values():
            for run in compared_with(draft).runs.all():
                run.follow_sessions()
                self._note(draft.pk, run.uuid, run.starts)

    def _note(self, course: int, uuid: UUID, starts: datetime.datetime) -> None:
        self.by_id[str(uuid)] = course, uuid
        self.by_start[course, minute(starts)] = uuid

    def find(self, values: dict[str, str], columns: dict[str, Any]) -> tuple[int | None, UUID | None]:
        """The course of a row, and the run; ValidationError if that can't be told, with the column as its code."""
        others = columns[COURSE].others
        course = None
        if values.get(COURSE):
            try:
                course = others.by_key[others.find(values[COURSE])].pk
            except ValidationError as error:
                raise ValidationError(" ".join(error.messages), code=COURSE) from None
        if values.get(ID):
            return self._by_id(values[ID].lower(), course)
        if course is None:
            raise ValidationError(_("Say of which course this is a run."), code=COURSE)
        key = course, _first_start(values, columns)
        if key in self.new:
            raise ValidationError(_("Another row is about the same run."), code=STARTS)
        if key[1] and key not in self.by_start:
            self.new.add(key)
        return course, self.by_start.get(key)

    def _by_id(self, text: str, course: int | None) -> tuple[int, UUID]:
        if text not in self.by_id:
            raise ValidationError(_("No run has this id. Leave the cell empty for a new one."), code=ID)
        if course not in (None, self.by_id[text][0]):
            raise ValidationError(_("The run with this id belongs to another course."), code=COURSE)
        return self.by_id[text]


def _first_start(values: dict[str, str], columns: dict[str, Any]) -> str:
    """When a row's run starts; nothing where that can't be read, which its cell says then."""
    try:
        if values.get(SESSIONS):
            return next((each[STARTS] for each in columns[SESSIONS].parse(values[SESSIONS])), "")
        return columns[STARTS].parse(values[STARTS]) if values.get(STARTS) else ""
    except ValidationError:
        return ""


@dataclass(frozen=True)
class RunKind(PartKind):
    """Runs with their sessions."""

    @property
    def example(self) -> str:
        """The calendar, with only courses."""
        url = index_url(Event)
        return f"{url}?kind=course&format=xlsx" if url else ""

    def catalogue(self) -> Any:
        """Runs by id, or by course and start."""
        return RunCatalogue()

    def check(self, subject: Any) -> None:
        """A run has a session, and all of them are in order."""
        sessions = in_order(subject)
        if not sessions:
            raise ValidationError({SESSIONS: REQUIRED})
        for session in sessions:
            session.full_clean(exclude=[*unchecked_fields(RunSession), "uuid"], validate_unique=False)
        subject.follow_sessions()
        subject.full_clean(exclude=[*unchecked_fields(CourseRun), "uuid"], validate_unique=False)


def run_columns(language: str) -> list[Column]:
    """When a run is, and who may still come."""
    fields = CourseRun._meta
    return [
        OfCourse(name=COURSE, others=Others(Course), label=gettext_lazy("course"), also=("slug",)),
        Sessions(name=SESSIONS, label=gettext_lazy("sessions")),
        Edge(name=STARTS, label=gettext_lazy("starts"), also=("start",)),
        Edge(name=ENDS, label=gettext_lazy("ends"), also=("end",)),
        Choice(
            name="language",
            label=fields.get_field("language").verbose_name,
            also=("languages",),
            choices=lambda: dict(settings.LANGUAGES),
        ),
        State(name="state", label=fields.get_field("state").verbose_name, choices=lambda: dict(RunState.choices)),
        Number(name="seats", label=fields.get_field("seats").verbose_name),
        Day(name="register_before", label=fields.get_field("register_before").verbose_name),
        *plain_columns(CourseRun, "registration_url"),
    ]


importable(
    RunKind(
        "runs",
        gettext_lazy("Runs of courses"),
        Course,
        run_columns,
        left_out=("kind", "name", "state_label", "organiser", "facility", "place", "url"),
        relation="runs",
    )
)
