"""Teaching, partnerships and events as schema.org data."""

import datetime
from decimal import Decimal
from typing import Any

from django.utils import timezone

from organisations.json_ld import place_json_ld
from organisations.models import Organisation, Role
from parkportal.core.json_ld import Data, filled, reference, thing
from parkportal.core.languages import localise
from parkportal.core.models import Term
from parkportal.core.visibility import shown

from .models import (
    Attendance,
    Course,
    CourseRun,
    Event,
    EventState,
    Partnership,
    PartnershipMember,
    Programme,
    RunSession,
    RunState,
)
from .times import local_iso

ONE_MOMENT = datetime.timedelta(seconds=1)
SCHEDULED, CANCELLED = "EventScheduled", "EventCancelled"
AVAILABILITY = {RunState.OPEN: "InStock", RunState.FEW_SEATS: "LimitedAvailability", RunState.FULL: "SoldOut"}
COURSE_MODES = {
    "onsite": "OfflineEventAttendanceMode",
    "online": "OnlineEventAttendanceMode",
    "blended": "MixedEventAttendanceMode",
}


def programme_json_ld(programme: Programme, partners: list[Organisation]) -> Data:
    """EducationalOccupationalProgram."""
    return thing("EducationalOccupationalProgram", programme) | filled(
        {
            "provider": reference("EducationalOrganization", programme.shown_institution),
            "contributor": [reference("Organization", partner) for partner in partners],
            "educationalProgramMode": [str(mode) for mode in programme.modes.all()],
            "educationalLevel": level_json_ld(programme.level),
            "timeToComplete": _duration(programme.years, "Y"),
            "numberOfCredits": programme.credits,
            "programPrerequisites": str(localise(programme, "admission")),
            "occupationalCategory": [str(career) for career in programme.career_list],
            "educationalCredentialAwarded": _credential(str(localise(programme, "diploma")), programme.level),
            "inLanguage": programme.language_codes,
            "sameAs": programme.website,
        }
    )


def course_json_ld(course: Course, runs: list[CourseRun]) -> Data:
    """Course, with its coming runs as CourseInstance."""
    certificate = str(localise(course, "certificate"))
    return thing("Course", course) | filled(
        {
            "provider": reference("Organization", course.shown_provider),
            "about": [*map(str, course.topics.all()), *map(str, course.standards.all())],
            "educationalLevel": level_json_ld(course.level),
            "teaches": [str(outcome) for outcome in course.outcome_list],
            "audience": [{"@type": "Audience", "audienceType": str(term)} for term in course.audience.all()],
            "coursePrerequisites": str(localise(course, "prior_knowledge")),
            "timeRequired": _duration(course.duration_days, "D"),
            "educationalCredentialAwarded": _credential(certificate, course.level) if certificate else None,
            "inLanguage": course.language_codes,
            "hasCourseInstance": [_run(run, course) for run in runs],
        }
    )


def partnership_json_ld(partnership: Partnership, members: list[PartnershipMember]) -> Data:
    """Organization, with its members in their roles."""
    return thing("Organization", partnership) | filled(
        {
            "alternateName": partnership.abbreviation,
            "foundingDate": partnership.started,
            "dissolutionDate": partnership.ended,
            "sameAs": partnership.website,
            "contactPoint": _contact_point(partnership),
            "member": [
                filled(
                    {
                        "@type": "OrganizationRole",
                        "member": reference("Organization", shown(row.organisation)),
                        "roleName": str(row.role),
                        "startDate": row.since,
                        "endDate": row.until,
                    }
                )
                for row in members
            ],
        }
    )


EVENT_STATES = {
    EventState.SCHEDULED: "EventScheduled",
    EventState.RESCHEDULED: "EventRescheduled",
    EventState.MOVED_ONLINE: "EventMovedOnline",
    EventState.POSTPONED: "EventPostponed",
    EventState.CANCELLED: "EventCancelled",
}
ATTENDANCE = {
    Attendance.ONSITE: "OfflineEventAttendanceMode",
    Attendance.ONLINE: "OnlineEventAttendanceMode",
    Attendance.MIXED: "MixedEventAttendanceMode",
}


def event_json_ld(event: Event, speakers: list[Role]) -> Data:
    """Event, with what Google's guide for events asks for."""
    return thing("Event", event) | filled(
        {
            "startDate": _moment(event, event.starts),
            "endDate": _moment(event, event.ends - ONE_MOMENT if event.all_day else event.ends),
            "eventStatus": f"https://schema.org/{EVENT_STATES[EventState(event.state)]}",
            "eventAttendanceMode": f"https://schema.org/{ATTENDANCE[_attendance(event)]}",
            "location": _event_places(event),
            "organizer": [
                reference("Organization", row.organisation) or {"@type": "Organization", "name": str(row)}
                for row in event.shown_organisers
            ],
            "performer": [{"@type": "Person", "name": str(role.person)} for role in speakers],
            "audience": [{"@type": "Audience", "audienceType": str(term)} for term in event.audience.all()],
            "inLanguage": event.language_codes,
            "superEvent": [{"@type": "EventSeries", "name": str(series)} for series in event.series.all()],
            "maximumAttendeeCapacity": event.seats,
            "offers": _offer(event),
            "sameAs": event.website,
        }
    )


def _moment(event: Event, moment: datetime.datetime) -> str:
    """ISO 8601 with the offset of the park's clocks, or the day alone."""
    local = timezone.localtime(moment)
    return local.date().isoformat() if event.all_day else local.isoformat()


def _attendance(event: Event) -> Attendance:
    return Attendance.ONLINE if event.state == EventState.MOVED_ONLINE else Attendance(event.attendance)


def _event_places(event: Event) -> list[Data]:
    """The place, the address online, or both."""
    places: list[Data] = []
    if event.is_on_site and (building := event.shown_building):
        places.append(place_json_ld(building) | {"name": event.where})
    elif event.is_on_site and event.where:
        places.append({"@type": "Place", "name": event.where, "address": event.place or event.where})
    if _attendance(event) != Attendance.ONSITE:
        places.append(filled({"@type": "VirtualLocation", "url": event.online_url or event.absolute_url}))
    return places


def _offer(event: Event) -> Data | None:
    if not event.register_at:
        return None
    return filled(
        {
            "@type": "Offer",
            "url": event.register_at,
            "availabilityEnds": event.register_before.isoformat() if event.register_before else "",
            "description": str(localise(event, "price_note")),
        }
    )


def _run(run: CourseRun, course: Course) -> Data:
    sessions = list(run.sessions.all())
    online = [session.online for session in sessions]
    mode = "online" if online and all(online) else "blended" if any(online) else "onsite"
    return filled(
        {
            "@type": "CourseInstance",
            "@id": f"{course.absolute_url}#run-{run.uuid}",
            "name": str(course),
            "courseMode": mode,
            "eventAttendanceMode": f"https://schema.org/{COURSE_MODES[mode]}",
            "startDate": local_iso(run.starts),
            "endDate": local_iso(run.ends),
            "inLanguage": run.language,
            "location": _place(course),
            "organizer": reference("Organization", course.shown_provider),
            "maximumAttendeeCapacity": run.seats,
            "eventStatus": f"https://schema.org/{CANCELLED if run.state == RunState.CANCELLED else SCHEDULED}",
            "offers": _run_offer(run, course),
            "subEvent": [_session(session, course) for session in sessions] if len(sessions) > 1 else None,
        }
    )


def _session(session: RunSession, course: Course) -> Data:
    return filled(
        {
            "@type": "Event",
            "name": str(course),
            "startDate": local_iso(session.starts),
            "endDate": local_iso(session.ends),
            "location": {"@type": "VirtualLocation", "url": course.absolute_url}
            if session.online
            else _place(course, str(session.localised_place)),
        }
    )


def _place(course: Course, room: str = "") -> Data | None:
    facility = reference("Place", course.shown_facility)
    name = room or course.place
    if not name:
        return facility
    return filled({"@type": "Place", "name": name, "containedInPlace": facility})


def _run_offer(run: CourseRun, course: Course) -> Data | None:
    """How to get in; the price is a sentence, since it may depend on much."""
    availability = AVAILABILITY.get(RunState(run.state), "")
    details = filled(
        {
            "url": run.register_at,
            "description": str(localise(course, "price_note")),
            "availability": f"https://schema.org/{availability}" if availability else "",
            "availabilityEnds": run.register_before.isoformat() if run.register_before else "",
        }
    )
    return {"@type": "Offer"} | details if details else None


def level_json_ld(level: Term | None) -> Any:
    """A level with its code in the Dutch qualifications framework, if it has one."""
    if level is None or not level.nlqf:
        return str(level or "")
    return {
        "@type": "DefinedTerm",
        "name": str(level),
        "termCode": f"NLQF {level.nlqf}",
        "inDefinedTermSet": "https://nlqf.nl",
    }


def _credential(name: str, level: Term | None) -> Data | None:
    if not name:
        return None
    credential = {"@type": "EducationalOccupationalCredential", "name": name}
    return credential | filled({"educationalLevel": str(level or "")})


def _duration(number: Decimal | None, unit: str) -> str:
    """ISO 8601: P2D, P0.5D, P4Y."""
    return f"P{number.normalize():f}{unit}" if number else ""


def _contact_point(partnership: Partnership) -> Data | None:
    ways = filled({"email": partnership.contact_email, "telephone": partnership.contact_phone})
    if not ways:
        return None
    return filled({"@type": "ContactPoint", "contactType": str(localise(partnership, "contact_role"))} | ways)
