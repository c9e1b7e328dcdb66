"""Education: programmes, courses with runs in the coming months, partnerships."""

import datetime

from django.utils import timezone

from education.models import (
    Activity,
    Body,
    Course,
    CourseRun,
    Funding,
    Milestone,
    Partnership,
    PartnershipMember,
    PartnershipStaff,
    Programme,
    ProgrammeLine,
    ProgrammePartner,
    Result,
    RunSession,
    Seat,
)
from organisations.models import Facility, FacilityRoom, Organisation, Role
from parkportal.core.models import Vocabulary

from .directory import Pictures, roles_by_key
from .source import Entry, by_language, entries, keyed, provenance, publish, some, term, terms

FIRST_HOUR, LAST_HOUR = "09:00", "17:00"


def load_education(pictures: Pictures) -> None:
    """Everything of education."""
    _load_programmes()
    _load_courses(pictures)
    _load_partnerships(pictures)


def _load_programmes() -> None:
    there, organisations = keyed(Programme), keyed(Organisation)
    for entry in entries("education", "programme"):
        if entry["slug_nl"] in there:
            continue
        publish(
            Programme(
                institution=organisations[entry["institution"]],
                level=term(Vocabulary.EDUCATION_LEVEL, entry["level"]),
                modes=terms(Vocabulary.STUDY_MODE, entry.get("modes")),
                languages=",".join(entry.get("languages", [])),
                partners=[ProgrammePartner(organisation=organisations[slug]) for slug in entry.get("partners", [])],
                careers_nl="\n".join(entry.get("careers_nl", [])),
                careers_en="\n".join(entry.get("careers_en", [])),
                **some(entry, "town", "website", "years", "credits"),
                **by_language(entry, "name", "slug", "summary", "description"),
                **by_language(entry, "admission", "internships", "diploma"),
                **provenance(entry),
            )
        )


def _load_courses(pictures: Pictures) -> None:
    there, organisations, facilities = keyed(Course), keyed(Organisation), keyed(Facility)
    for entry in entries("education", "course"):
        if entry["slug_nl"] in there:
            continue
        publish(
            Course(
                provider=organisations[entry["provider"]],
                facility=facilities[entry["facility"]] if entry.get("facility") else None,
                room=_room_of(facilities[entry["facility"]], entry["room"]) if entry.get("room") else None,
                topics=terms(Vocabulary.COURSE_TOPIC, entry.get("topics")),
                level=term(Vocabulary.EDUCATION_LEVEL, entry.get("level")),
                audience=terms(Vocabulary.AUDIENCE, entry.get("audience")),
                standards=terms(Vocabulary.STANDARD, entry.get("standards")),
                languages=",".join(entry.get("languages", [])),
                outcomes_nl="\n".join(entry.get("outcomes_nl", [])),
                outcomes_en="\n".join(entry.get("outcomes_en", [])),
                picture=pictures.get(entry.get("picture", "")),
                runs=[_run(row) for row in entry.get("runs", [])],
                **some(entry, "place", "duration_days", "group_size", "price_as_of"),
                **by_language(entry, "name", "slug", "summary", "description"),
                **by_language(entry, "prior_knowledge", "certificate", "price_note"),
                **provenance(entry),
            )
        )


def _room_of(facility: Facility, name: str) -> FacilityRoom:
    return next(room for room in facility.rooms.all() if room.name_nl == name)  # type: ignore[attr-defined]


def _run(row: Entry) -> CourseRun:
    """A run so many days after the demo was loaded, on working days."""
    first = timezone.localdate() + datetime.timedelta(days=row["starts_in_days"])
    first += datetime.timedelta(days=max(0, 7 - first.weekday()) if first.weekday() > 3 else 0)
    sessions = row.get("sessions") or [{"after_days": number} for number in range(row.get("days", 1))]
    before = row.get("register_days_before")
    return CourseRun(
        sessions=[_session(first, session) for session in sessions],
        register_before=first - datetime.timedelta(days=before) if before else None,
        **some(row, "language", "seats", "state"),
    )


def _session(first: datetime.date, row: Entry) -> RunSession:
    day = first + datetime.timedelta(days=row["after_days"])
    return RunSession(
        starts=_moment(day, row.get("from", FIRST_HOUR)),
        ends=_moment(day, row.get("until", LAST_HOUR)),
        **some(row, "online", "place"),
    )


def _moment(day: datetime.date, time: str) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.fromisoformat(time)))


def _load_partnerships(pictures: Pictures) -> None:
    there, organisations = keyed(Partnership), keyed(Organisation)
    roles = roles_by_key()
    for entry in entries("partnerships", "partnership"):
        if entry["slug"] in there:
            continue
        publish(
            Partnership(
                slug_nl=entry["slug"],
                kind=term(Vocabulary.PARTNERSHIP_KIND, entry["kind"]),
                picture=pictures.get(entry.get("picture", "")),
                members=[_member(row, organisations, roles) for row in entry.get("members", [])],
                lines=[_line(row, organisations, roles) for row in entry.get("lines", [])],
                bodies=[_body(row, organisations, roles) for row in entry.get("bodies", [])],
                milestones=[
                    Milestone(**some(row, "date", "source"), **by_language(row, "text"))
                    for row in entry.get("milestones", [])
                ],
                results=[
                    Result(**some(row, "date", "url", "source"), **by_language(row, "text"))
                    for row in entry.get("results", [])
                ],
                funding=[_funding(row, organisations) for row in entry.get("funding", [])],
                activities=[
                    Activity(**by_language(row, "name", "description", "frequency"))
                    for row in entry.get("activities", [])
                ],
                staff=[PartnershipStaff(role=roles[row["role"]]) for row in entry.get("staff", [])],
                **some(entry, "abbreviation", "started", "ended", "website", "contact_email", "contact_phone"),
                **by_language(entry, "name", "summary", "description", "aim", "contact_role"),
                **provenance(entry),
            )
        )


def _member(row: Entry, organisations: dict[str, Organisation], roles: dict[str, Role]) -> PartnershipMember:
    return PartnershipMember(
        organisation=organisations[row["organisation"]],
        role=term(Vocabulary.PARTNERSHIP_ROLE, row["role"]),
        signed_by=roles.get(row.get("signed_by", "")),
        **some(row, "since", "until", "source"),
    )


def _line(row: Entry, organisations: dict[str, Organisation], roles: dict[str, Role]) -> ProgrammeLine:
    return ProgrammeLine(
        lead=organisations.get(row.get("lead", "")),
        lead_role=roles.get(row.get("lead_role", "")),
        **some(row, "number", "state", "since", "until", "source"),
        **by_language(row, "title", "aim", "results"),
    )


def _body(row: Entry, organisations: dict[str, Organisation], roles: dict[str, Role]) -> Body:
    return Body(
        kind=term(Vocabulary.BODY_KIND, row["kind"]),
        seats=[
            Seat(
                role=roles[seat["role"]],
                represents=organisations.get(seat.get("represents", "")),
                chair=seat.get("chair", False),
                executive=seat.get("executive", False),
                **some(seat, "number", "since", "until"),
            )
            for seat in row.get("seats", [])
        ],
        **by_language(row, "name", "description"),
    )


def _funding(row: Entry, organisations: dict[str, Organisation]) -> Funding:
    return Funding(
        funder=organisations.get(row.get("funder", "")),
        **some(row, "funder_name", "amount", "source"),
        **by_language(row, "scheme", "period", "note"),
    )
