"""Teaching and partnerships as schema.org data."""

from parkportal.core.json_ld import Data, filled, reference, thing
from parkportal.core.languages import localise
from parkportal.core.visibility import shown

from .models import Course, CourseRun, Partnership, PartnershipMember, Programme, RunState


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
