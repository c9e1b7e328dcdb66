"""What the pages of education show: one function for each page, and the coming runs for whoever asks."""

import datetime
from collections import defaultdict
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from parkportal.core.asked_day import AskedDay
from parkportal.core.models import Record
from parkportal.core.partial_date import format_partial_date, has_passed
from parkportal.core.record_urls import index_url
from parkportal.core.sections import sections_for
from parkportal.core.visibility import shown

from .facts import course_facts, event_facts, internship_facts, partnership_facts, programme_facts
from .governance import bodies_of
from .internship_json_ld import internship_json_ld
from .json_ld import course_json_ld, event_json_ld, partnership_json_ld, programme_json_ld
from .models import Course, CourseRun, Event, EventSeries, Funding, Internship, Partnership, Programme
from .partnering import documents_of, lines_of, members_of, staff_of
from .stages import STAGES, STARTS

RUNS_IN_OVERVIEW = INTERNSHIPS_IN_OVERVIEW = 5
LARGEST_SERIES = 50
LIFELONG = "lifelong-learning"


def coming_runs(limit: int) -> list[CourseRun]:
    """The runs of visible courses that take place, the soonest first, with course and provider."""
    return list(CourseRun.objects.visible().coming().taking_place().for_rows()[:limit])


def education_overview() -> dict[str, Any]:
    """Who teaches what at which level, the coming runs, and the partnerships."""
    programmes = list(Programme.objects.visible().for_rows().in_order())
    institutions = {each.institution for each in programmes if each.shown_institution}
    stages = _stages(programmes, Course.objects.visible().count())
    return {
        "stages": stages,
        "starts": _starts(stages),
        "institutions": sorted(institutions, key=str),
        "runs": coming_runs(RUNS_IN_OVERVIEW),
        "internships": list(Internship.objects.visible().for_rows().closing_first()[:INTERNSHIPS_IN_OVERVIEW]),
        "partnerships": list(Partnership.objects.visible().for_rows().in_order()),
        "programmes_url": index_url(Programme),
        "courses_url": index_url(Course),
        "internships_url": index_url(Internship),
        "partnerships_url": index_url(Partnership),
    }


def programme_profile(programme: Programme) -> dict[str, Any]:
    """The profile of a programme."""
    rows = programme.partners.select_related("organisation__sector")
    partners = [row.organisation for row in rows if shown(row.organisation)]
    return _profile(programme) | {
        "facts": programme_facts(programme),
        "partners": partners,
        "json_ld": programme_json_ld(programme, partners),
    }


def course_profile(course: Course) -> dict[str, Any]:
    """The profile of a course, with its coming runs; cancelled ones are shown as such."""
    runs = course.coming_runs_with_sessions()
    return _profile(course) | {
        "facts": course_facts(course),
        "runs": runs,
        "calendar_url": index_url(Event),
        "json_ld": course_json_ld(course, runs),
    }


def internship_profile(internship: Internship) -> dict[str, Any]:
    """The profile of an internship, with the programmes that it fits."""
    chosen = [programme.pk for programme in internship.programmes.all()]
    return _profile(internship) | {
        "facts": internship_facts(internship),
        "programmes": list(Programme.objects.visible().filter(pk__in=chosen).select_related("level").in_order()),
        "json_ld": internship_json_ld(internship),
    }


def partnership_profile(partnership: Partnership, asked: AskedDay | None = None) -> dict[str, Any]:
    """The profile of a partnership on a day, today if none is asked: who is in it, who decides, who pays, what it
    does."""
    asked = asked or AskedDay(timezone.localdate())
    notices = [asked.notice] if asked.notice else []
    if not _has_happened(partnership.started, asked.day):
        date = format_partial_date(partnership.started)
        notices.append(_("The partnership began on a later day: %(date)s.") % {"date": date})
    members = members_of(partnership, asked.day)
    return _profile(partnership) | {
        "facts": partnership_facts(partnership),
        "asked": asked,
        "notices": notices,
        "robots": "" if asked.is_today and not asked.notice else "noindex",
        "members": members,
        "lines": lines_of(partnership, asked.day),
        "bodies": bodies_of(partnership, asked.day),
        "milestones": [row for row in partnership.milestones.order_by("date") if _has_happened(row.date, asked.day)],
        "results": [row for row in partnership.results.all() if _has_happened(row.date, asked.day)],
        "documents": documents_of(partnership),
        "funding": [row for row in partnership.funding.select_related("funder") if _funder_is_shown(row)],
        "activities": list(partnership.activities.all()),
        "staff": staff_of(partnership, asked.day),
        "json_ld": partnership_json_ld(partnership, members.current),
    }


def event_profile(event: Event) -> dict[str, Any]:
    """The profile of an event: when, where, who speaks, and what else is in its series."""
    rows = event.speakers.select_related("role__person", "role__organisation")
    speakers = [row for row in rows if shown(row.role)]
    sections = sections_for(event)
    return {
        "record": event,
        "leading_sections": [section for section in sections if section.leads],
        "sections": [section for section in sections if not section.leads],
        "facts": event_facts(event),
        "speakers": speakers,
        "others": _others_in_series(event),
        "calendar_url": index_url(Event),
        "json_ld": event_json_ld(event, [row.role for row in speakers]),
    }


def _others_in_series(event: Event) -> list[tuple[EventSeries, list[Event]]]:
    """The other events of each of its series, the latest first."""
    through = Event.series.through.objects
    pairs = (
        through.filter(eventseries__in=event.series.all()).exclude(event=event.pk).values_list("eventseries", "event")
    )
    by_series: dict[int, list[int]] = defaultdict(list)
    for series, other in pairs:
        by_series[series].append(other)
    keys = {key for keys in by_series.values() for key in keys}
    if not keys:
        return []
    visible = Event.objects.visible().filter(pk__in=keys).for_rows().order_by("-starts")[:LARGEST_SERIES]
    found = {other.pk: other for other in visible}
    lists = ((series, [found[key] for key in found if key in by_series[series.pk]]) for series in event.series.all())
    return [(series, others) for series, others in lists if others]


def _profile(record: Record) -> dict[str, Any]:
    return {"record": record, "sections": sections_for(record)}


def _stages(programmes: list[Programme], courses: int) -> list[dict[str, Any]]:
    """The stages in which there is something: programmes with their schools, or courses."""
    stages = []
    for stage in STAGES:
        inside = sorted((each for each in programmes if each.level.identifier in stage.levels), key=_level_order)
        schools = dict.fromkeys(each.shown_institution for each in inside if each.shown_institution)
        total = courses if LIFELONG in stage.levels else 0
        if inside or total:
            stages.append({"stage": stage, "programmes": inside, "schools": list(schools), "courses": total})
    return stages


def _starts(stages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Where somebody may come from, with the stages shown that it leads to."""
    there = {entry["stage"].key: entry["stage"] for entry in stages}
    starts = ({"start": start, "stages": [there[key] for key in start.stages if key in there]} for start in STARTS)
    return [each for each in starts if each["stages"]]


def _level_order(programme: Programme) -> int:
    return programme.level.order


def _has_happened(date: str, day: datetime.date) -> bool:
    """Whether a day, month or year had begun on a day; what has no date always has."""
    return not date or has_passed(date, day)


def _funder_is_shown(row: Funding) -> bool:
    return row.funder is None or shown(row.funder) is not None
