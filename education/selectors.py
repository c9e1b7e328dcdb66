"""What the pages of education show: one function for each page, and the coming runs for whoever asks."""

from typing import Any

from django.utils import timezone

from parkportal.core.models import Record
from parkportal.core.record_urls import index_url
from parkportal.core.sections import sections_for
from parkportal.core.visibility import shown

from .facts import course_facts, partnership_facts, programme_facts
from .governance import bodies_of
from .json_ld import course_json_ld, partnership_json_ld, programme_json_ld
from .models import Course, CourseRun, Funding, Partnership, PartnershipMember, Programme
from .stages import STAGES

RUNS_IN_OVERVIEW = 5


def coming_runs(limit: int) -> list[CourseRun]:
    """The runs of visible courses that take place, the soonest first, with course and provider."""
    return list(CourseRun.objects.visible().coming().taking_place().for_rows()[:limit])


def education_overview() -> dict[str, Any]:
    """Who teaches what at which level, the coming runs, and the partnerships."""
    programmes = list(Programme.objects.visible().for_rows().in_order())
    institutions = {each.institution for each in programmes if each.shown_institution}
    return {
        "stages": _stages(programmes),
        "institutions": sorted(institutions, key=str),
        "runs": coming_runs(RUNS_IN_OVERVIEW),
        "partnerships": list(Partnership.objects.visible().for_rows().in_order()),
        "programmes_url": index_url(Programme),
        "courses_url": index_url(Course),
        "partnerships_url": index_url(Partnership),
    }


def programme_profile(programme: Programme) -> dict[str, Any]:
    """The profile of a programme."""
    partners = [row.organisation for row in programme.partners.select_related("organisation")]
    return _profile(programme) | {
        "facts": programme_facts(programme),
        "partners": [partner for partner in partners if shown(partner)],
        "json_ld": programme_json_ld(programme),
    }


def course_profile(course: Course) -> dict[str, Any]:
    """The profile of a course, with its coming runs; cancelled ones are shown as such."""
    runs = list(course.runs.filter(ends__gte=timezone.now()).order_by("starts").with_sessions())
    return _profile(course) | {
        "facts": course_facts(course),
        "runs": runs,
        "json_ld": course_json_ld(course, runs),
    }


def partnership_profile(partnership: Partnership) -> dict[str, Any]:
    """The profile of a partnership: who is in it and since when, who decides, who pays, what it does."""
    rows = partnership.members.select_related("organisation", "role")
    members = sorted((row for row in rows if shown(row.organisation)), key=_member_order)
    current = [row for row in members if row.holds_now]
    staff = partnership.staff.select_related("role__person", "role__organisation")
    return _profile(partnership) | {
        "facts": partnership_facts(partnership),
        "members": current,
        "former_members": [row for row in members if row.until and not row.holds_now],
        "member_count": len({row.organisation_id for row in current}),
        "today": timezone.localdate(),
        "lines": [(line, shown(line.lead)) for line in partnership.lines.select_related("lead")],
        "bodies": bodies_of(partnership),
        "milestones": list(partnership.milestones.order_by("date")),
        "funding": [row for row in partnership.funding.select_related("funder") if _funder_is_shown(row)],
        "activities": list(partnership.activities.all()),
        "staff": [row.role for row in staff if shown(row.role)],
        "json_ld": partnership_json_ld(partnership, current),
    }


def _profile(record: Record) -> dict[str, Any]:
    return {"record": record, "sections": sections_for(record)}


def _stages(programmes: list[Programme]) -> list[dict[str, Any]]:
    """The stages in which there are programmes, each with its levels and their programmes."""
    stages = []
    for stage in STAGES:
        inside = sorted((each for each in programmes if each.level.identifier in stage.levels), key=_level_order)
        if inside:
            stages.append({"stage": stage, "programmes": inside})
    return stages


def _level_order(programme: Programme) -> int:
    return programme.level.order


def _member_order(row: PartnershipMember) -> tuple[int, str]:
    return row.role.order, str(row.organisation).casefold()


def _funder_is_shown(row: Funding) -> bool:
    return row.funder is None or shown(row.funder) is not None
