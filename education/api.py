"""Events, courses on their dates, and internships as data, in every language at once."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from ninja import Router
from ninja.pagination import paginate

from organisations.api import RecordOut, one_record, record_out
from parkportal.core.mapped import Mapped
from parkportal.core.models import Record, Term

from .models import CourseRun, Event, Internship
from .times import local_iso

router = Router()


class EventOut(RecordOut):
    """An event. Times have the offset of Europe/Amsterdam; ``ends`` of an all-day event is the midnight after it."""

    starts: str
    ends: str
    all_day: bool
    state: str
    attendance: str
    place: str
    online_url: str
    building: str
    facility: str
    partnership: str
    organisers: list[str]
    audience: list[str]
    languages: list[str]
    registration_url: str
    register_before: str


class RunOut(RecordOut):
    """A course on its dates; name and addresses are those of the course."""

    course: str
    starts: str
    ends: str
    state: str
    language: str
    seats: int | None
    provider: str
    facility: str
    registration_url: str


class InternshipOut(RecordOut):
    """An internship that is open; after ``open_until`` it is no longer here."""

    organisation: str
    kind: str
    levels: list[str]
    sectors: list[str]
    building: str
    place: str
    start: str
    weeks: int | None
    hours: int | None
    languages: list[str]
    open_until: str
    application_url: str
    contact_email: str


def _key(record: Record | None) -> str:
    return record.key if record else ""


def _identifiers(terms: Iterable[Term]) -> list[str]:
    return [term.identifier for term in terms]


def _event(record: Event) -> dict[str, Any]:
    return record_out(record) | {
        "starts": local_iso(record.starts),
        "ends": local_iso(record.ends),
        "all_day": record.all_day,
        "state": record.state,
        "attendance": record.attendance,
        "place": record.place,
        "online_url": record.online_url,
        "building": _key(record.shown_building),
        "facility": _key(record.shown_facility),
        "partnership": _key(record.shown_partnership),
        "organisers": [str(row) for row in record.shown_organisers],
        "audience": _identifiers(record.audience.all()),
        "languages": record.language_codes,
        "registration_url": record.register_at,
        "register_before": record.register_before.isoformat() if record.register_before else "",
    }


def _run(run: CourseRun) -> dict[str, Any]:
    return record_out(run.course) | {
        "uuid": str(run.uuid),
        "course": run.course.key,
        "starts": local_iso(run.starts),
        "ends": local_iso(run.ends),
        "state": run.state_today.value,
        "language": run.language,
        "seats": run.seats,
        "provider": _key(run.course.shown_provider),
        "facility": _key(run.course.shown_facility),
        "registration_url": run.register_at,
    }


def _internship(record: Internship) -> dict[str, Any]:
    return record_out(record) | {
        "organisation": _key(record.shown_organisation),
        "kind": record.kind.identifier,
        "levels": _identifiers(record.levels.all()),
        "sectors": _identifiers(record.sectors.all()),
        "building": _key(record.shown_building),
        "place": record.place,
        "start": record.start,
        "weeks": record.weeks,
        "hours": record.hours,
        "languages": record.language_codes,
        "open_until": record.open_until.isoformat(),
        "application_url": record.application_url,
        "contact_email": record.contact_email,
    }


@router.get("/events", response=list[EventOut])
@paginate
def events(request: HttpRequest, past: bool = False) -> Mapped:
    """The events that are not over, the soonest first; those that are, the latest first, with ``past=true``."""
    visible = Event.objects.visible().for_profile()
    return Mapped(_event, visible.past() if past else visible.coming())


@router.get("/events/{slug}", response=EventOut)
def event(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One event, also when it is over."""
    return _event(one_record(Event.objects.visible().for_profile(), slug))


@router.get("/course-runs", response=list[RunOut])
@paginate
def course_runs(request: HttpRequest) -> Mapped:
    """Courses on their dates, of those to come, the soonest first; cancelled ones say so."""
    runs = CourseRun.objects.visible().coming()
    return Mapped(_run, runs.select_related("course__provider", "course__facility"))


@router.get("/internships", response=list[InternshipOut])
@paginate
def internships(request: HttpRequest) -> Mapped:
    """The internships that are open, those that close soonest first."""
    return Mapped(_internship, Internship.objects.visible().closing_first().for_rows())


@router.get("/internships/{slug}", response=InternshipOut)
def internship(request: HttpRequest, slug: str) -> dict[str, Any]:
    """One internship, while it is open."""
    return _internship(one_record(Internship.objects.visible().for_rows(), slug))
