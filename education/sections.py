"""What education adds to the profiles of the directory."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from organisations.models import Facility, Organisation, Person, Role
from parkportal.core.json_ld import reference
from parkportal.core.sections import Section, section_of

from .models import Body, Course, Partnership, PartnershipMember, PartnershipStaff, Programme, ProgrammePartner, Seat


@dataclass(frozen=True)
class Place:
    """What a person is in a partnership: in a body of it, or working for it."""

    partnership: Partnership
    role: Role
    body: Body | None
    period: str


@section_of(Organisation, order=30)
def programmes_of(organisation: Organisation) -> Section:
    """The programmes that an organisation gives, alone or as a partner."""
    partnered = ProgrammePartner.objects.filter(organisation_id=organisation.pk).values("programme_id")
    programmes = Programme.objects.visible().filter(Q(institution_id=organisation.pk) | Q(pk__in=partnered))
    return Section(
        "programmes",
        _("Programmes"),
        "education/sections/programmes.html",
        list(programmes.select_related("level").in_order()),
    )


@section_of(Organisation, order=31)
def courses_of(organisation: Organisation) -> Section:
    """The courses that an organisation provides."""
    courses = Course.objects.visible().filter(provider_id=organisation.pk)
    return Section("courses", _("Courses"), "education/sections/courses.html", _soonest_first(courses.with_next_run()))


@section_of(Organisation, order=40)
def partnerships_of(organisation: Organisation) -> Section:
    """The partnerships that an organisation is or was in, with its role and since when."""
    rows = PartnershipMember.objects.filter(
        organisation_id=organisation.pk, partnership__in=Partnership.objects.visible()
    )
    items = sorted(
        rows.select_related("partnership", "role"), key=lambda row: (not row.holds_now, str(row.partnership))
    )
    current = [reference("Organization", row.partnership) for row in items if row.holds_now]
    json_ld = {"memberOf": current} if current else {}
    return Section("partnerships", _("Partnerships"), "education/sections/partnerships.html", items, json_ld)


@section_of(Facility, order=30)
def courses_at(facility: Facility) -> Section:
    """The courses given at a facility."""
    courses = Course.objects.visible().filter(facility_id=facility.pk)
    return Section(
        "courses",
        _("Courses here"),
        "education/sections/courses.html",
        _soonest_first(courses.with_next_run()),
    )


@section_of(Person, order=40)
def partnerships_with(person: Person) -> Section:
    """The partnerships in which a person sits or sat, or for which the person works, with the role."""
    roles, partnerships = person.roles.visible(), Partnership.objects.visible()  # type: ignore[attr-defined]
    seats = Seat.objects.filter(role__in=roles, body__partnership__in=partnerships)
    staff = PartnershipStaff.objects.filter(role__in=roles, partnership__in=partnerships)
    items = [
        *(Place(row.body.partnership, row.role, row.body, row.period) for row in _with(seats, "body__partnership")),
        *(Place(row.partnership, row.role, None, row.role.when) for row in _with(staff, "partnership")),
    ]
    return Section("partnerships", _("Partnerships"), "education/sections/places.html", items)


def _with(rows: QuerySet[Any], partnership: str) -> QuerySet[Any]:
    return rows.select_related(partnership, "role__person", "role__organisation")


def _soonest_first(courses: Iterable[Course]) -> list[Course]:
    """By the day of the next run; those without one come last, by name."""

    def order(course: Course) -> tuple[float, str]:
        return (course.coming_runs[0].starts.timestamp() if course.coming_runs else math.inf, str(course))

    return sorted(courses, key=order)
