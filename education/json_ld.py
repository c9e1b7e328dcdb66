"""Teaching, partnerships and events as schema.org data."""

import datetime

from django.utils import timezone

from organisations.json_ld import place_json_ld
from organisations.models import Role
from parkportal.core.json_ld import Data, filled, reference, thing
from parkportal.core.languages import localise
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
    RunState,
)

ONE_MOMENT = datetime.timedelta(seconds=1)


def programme_json_ld(programme: Programme) -> Data:
    """EducationalOccupationalProgram."""
    return thing("EducationalOccupationalProgram", programme) | filled(
        {
            "provider": reference("Organization", programme.shown_institution),
            "educationalProgramMode": [str(mode) for mode in programme.modes.all()],
            "educationalLevel": str(programme.level),
            "numberOfCredits": programme.credits,
            "inLanguage": programme.language_codes,
            "sameAs": programme.website,
        }
    )


def course_json_ld(course: Course, runs: list[CourseRun]) -> Data:
    """Course, with its coming runs as CourseInstance."""
    return thing("Course", course) | filled(
        {
            "provider": reference("Organization", course.shown_provider),
            "educationalLevel": str(course.level or ""),
            "teaches": [str(outcome) for outcome in course.outcome_list],
            "audience": [{"@type": "Audience", "audienceType": str(term)} for term in course.audience.all()],
            "educationalCredentialAwarded": str(localise(course, "certificate")),
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
    cancelled = run.state == RunState.CANCELLED
    return filled(
        {
            "@type": "CourseInstance",
            "courseMode": "onsite",
            "startDate": run.starts.isoformat(),
            "endDate": run.ends.isoformat(),
            "inLanguage": run.language,
            "location": reference("Place", course.shown_facility),
            "maximumAttendeeCapacity": run.seats,
            "eventStatus": "https://schema.org/EventCancelled" if cancelled else "https://schema.org/EventScheduled",
        }
    )


def _contact_point(partnership: Partnership) -> Data | None:
    ways = filled({"email": partnership.contact_email, "telephone": partnership.contact_phone})
    if not ways:
        return None
    return filled({"@type": "ContactPoint", "contactType": str(localise(partnership, "contact_role"))} | ways)
