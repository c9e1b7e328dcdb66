"""Teaching and partnerships as schema.org data."""

from typing import Any
from urllib.parse import urljoin

from django.conf import settings

from parkportal.core.models import Record
from parkportal.core.visibility import shown

from .models import Course, CourseRun, Partnership, PartnershipMember, Programme, RunState


def programme_json_ld(programme: Programme) -> dict[str, Any]:
    """EducationalOccupationalProgram."""
    return _thing("EducationalOccupationalProgram", programme) | _filled(
        provider=_organisation(programme.shown_institution),
        educationalProgramMode=[str(mode) for mode in programme.modes.all()],
        educationalLevel=str(programme.level),
        numberOfCredits=programme.credits,
        inLanguage=programme.language_codes,
        sameAs=programme.website,
    )


def course_json_ld(course: Course, runs: list[CourseRun]) -> dict[str, Any]:
    """Course, with its coming runs as CourseInstance."""
    return _thing("Course", course) | _filled(
        provider=_organisation(course.shown_provider),
        educationalLevel=str(course.level or ""),
        teaches=[str(outcome) for outcome in course.outcome_list],
        inLanguage=course.language_codes,
        hasCourseInstance=[_run(run) for run in runs],
    )


def partnership_json_ld(partnership: Partnership, members: list[PartnershipMember]) -> dict[str, Any]:
    """Organization, with its members in their roles."""
    return _thing("Organization", partnership) | _filled(
        alternateName=partnership.abbreviation,
        foundingDate=partnership.started,
        dissolutionDate=partnership.ended,
        sameAs=partnership.website,
        member=[
            _filled(
                **{"@type": "OrganizationRole"},
                member=_organisation(shown(row.organisation)),
                roleName=str(row.role),
                startDate=row.since,
                endDate=row.until,
            )
            for row in members
        ],
    )


def _run(run: CourseRun) -> dict[str, Any]:
    cancelled = run.state == RunState.CANCELLED
    return _filled(
        **{"@type": "CourseInstance"},
        courseMode="onsite",
        startDate=run.starts.isoformat(),
        endDate=run.ends.isoformat(),
        inLanguage=run.language,
        maximumAttendeeCapacity=run.seats,
        eventStatus="https://schema.org/EventCancelled" if cancelled else "https://schema.org/EventScheduled",
    )


def _thing(kind: str, record: Record) -> dict[str, Any]:
    return {"@context": "https://schema.org"} | _filled(
        **{"@type": kind},
        name=str(record),
        description=str(record.localised_summary),
        url=urljoin(settings.SITE_URL, record.url) if record.url else "",
    )


def _organisation(organisation: Record | None) -> dict[str, Any] | None:
    if organisation is None:
        return None
    url = urljoin(settings.SITE_URL, organisation.url) if organisation.url else ""
    return _filled(**{"@type": "Organization"}, name=str(organisation), url=url)


def _filled(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}
