"""What education adds to the profiles of the directory."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from organisations.models import Building, Facility, Organisation, Person, Role
from organisations.models.dated import Period
from organisations.offers import INTERNSHIPS, says_who_offers
from parkportal.core.json_ld import reference
from parkportal.core.languages import localise
from parkportal.core.sections import Section, section_of

from .models import (
    Course,
    Event,
    EventOrganiser,
    EventSpeaker,
    Internship,
    Partnership,
    Programme,
    ProgrammeLine,
    ProgrammePartner,
    Seat,
)

EVENTS_SHOWN = 12


@dataclass(frozen=True)
class Part:
    """What an organisation or a person is in a partnership, and when: a member, in a body of it, leading a line."""

    what: str
    period: str
    holds_now: bool


@dataclass(frozen=True)
class Involvement:
    """A partnership with all that an organisation or a person is in it, that of today first."""

    partnership: Partnership
    parts: list[Part]


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
    return Section("courses", _("Courses"), "education/sections/courses.html", _soonest_first(courses))


def _internships(internships: QuerySet[Any]) -> Section:
    """Those that are open, which close soonest first."""
    found = internships.visible().for_rows().closing_first()  # type: ignore[attr-defined]
    return Section("internships", _("Internships"), "education/sections/internships.html", list(found))


@section_of(Organisation, order=32)
def internships_at(organisation: Organisation) -> Section:
    """The internships that an organisation offers."""
    return _internships(Internship.objects.filter(organisation_id=organisation.pk))


@section_of(Programme, order=30)
def internships_for(programme: Programme) -> Section:
    """The internships that fit a programme: those made for it, and those of its partners at its level."""
    partners = ProgrammePartner.objects.filter(programme_id=programme.pk).values("organisation_id")
    made_for_it = Internship.programmes.through.objects.filter(programme_id=programme.pk).values("internship_id")
    at_its_level = Internship.levels.through.objects.filter(term_id=programme.level_id).values("internship_id")
    fits = Q(pk__in=made_for_it) | Q(pk__in=at_its_level, organisation__in=partners)
    return _internships(Internship.objects.filter(fits))


@section_of(Organisation, order=40)
def partnerships_of(organisation: Organisation) -> Section:
    """The partnerships that an organisation is or was in: its role, its seats, the lines that it leads."""
    pk = organisation.pk
    visible = Partnership.objects.visible()
    seats = _seats(Seat.objects.filter(Q(represents=pk) | Q(represents=None, role__organisation=pk)), visible)
    own = Q(members__organisation=pk) | Q(lines__lead=pk) | Q(pk__in=[row.body.partnership_id for row in seats])
    partnerships = visible.filter(pk__in=visible.filter(own).values("pk")).with_rows("members", "lines")
    items = _involvements(
        partnerships,
        lambda partnership: [
            *(_part(str(row.role), row) for row in partnership.members.all() if row.organisation_id == pk),
            *(_seat_part(row, named=True) for row in seats if row.body.partnership_id == partnership.pk),
            *(_line_part(row) for row in partnership.lines.all() if row.lead_id == pk),
        ],
    )
    member_of = [each.partnership for each in items if _is_member(each.partnership, pk)]
    json_ld = {"memberOf": [reference("Organization", partnership) for partnership in member_of]} if member_of else {}
    return Section("partnerships", _("Partnerships"), "education/sections/partnerships.html", items, json_ld)


@section_of(Facility, order=30)
def courses_at(facility: Facility) -> Section:
    """The courses given at a facility."""
    courses = Course.objects.visible().filter(facility_id=facility.pk)
    return Section("courses", _("Courses here"), "education/sections/courses.html", _soonest_first(courses))


@section_of(Person, order=40)
def partnerships_with(person: Person) -> Section:
    """The partnerships in which a person sits or sat, leads a line, works or gave the starting signal."""
    roles = {role.pk: role for role in person.visible_roles}
    visible = Partnership.objects.visible()
    seats = _seats(Seat.objects.filter(role__in=roles), visible)
    own = Q(staff__role__in=roles) | Q(lines__lead_role__in=roles) | Q(members__signed_by__in=roles)
    own |= Q(pk__in=[row.body.partnership_id for row in seats])
    partnerships = visible.filter(pk__in=visible.filter(own).values("pk")).with_rows("members", "lines", "staff")
    items = _involvements(
        partnerships,
        lambda partnership: [
            *(_seat_part(row) for row in seats if row.body.partnership_id == partnership.pk),
            *(_line_part(row) for row in partnership.lines.all() if row.lead_role_id in roles),
            *(_role_part(roles[row.role_id]) for row in partnership.staff.all() if row.role_id in roles),
            *(_role_part(roles[row.signed_by_id]) for row in partnership.members.all() if row.signed_by_id in roles),
        ],
    )
    return Section("partnerships", _("Partnerships"), "education/sections/partnerships.html", items)


def events_of(events: QuerySet[Any]) -> Section:
    """Visible events: the coming ones, the soonest first, then those that are over."""
    found = list(events.visible().for_rows().order_by("-starts")[:EVENTS_SHOWN])  # type: ignore[attr-defined]
    coming = [event for event in found if not event.is_over]
    past = [event for event in found if event.is_over]
    return Section("events", _("Events"), "education/sections/events.html", [*reversed(coming), *past])


@section_of(Organisation, order=45)
def events_by(organisation: Organisation) -> Section:
    """What an organisation organises."""
    own = EventOrganiser.objects.filter(organisation=organisation.pk).values("event")
    return events_of(Event.objects.filter(pk__in=own))


@section_of(Facility, order=45)
def events_at_facility(facility: Facility) -> Section:
    """What takes place at a facility."""
    return events_of(Event.objects.filter(facility=facility.pk))


@section_of(Building, order=45)
def events_at_building(building: Building) -> Section:
    """What takes place in a building."""
    return events_of(Event.objects.filter(building=building.pk))


@section_of(Partnership, order=20)
def events_of_partnership(partnership: Partnership) -> Section:
    """What a partnership holds."""
    return events_of(Event.objects.filter(partnership=partnership.pk))


@section_of(Person, order=45)
def events_with(person: Person) -> Section:
    """Where a person speaks or spoke."""
    roles = [role.pk for role in person.visible_roles]
    return events_of(Event.objects.filter(pk__in=EventSpeaker.objects.filter(role__in=roles).values("event")))


def _seats(seats: QuerySet[Seat], partnerships: QuerySet[Any]) -> list[Seat]:
    """The seats of visible partnerships that somebody holds whom the public may see."""
    seen = seats.filter(body__partnership__in=partnerships.values("pk"), role__in=Role.objects.visible().values("pk"))
    return list(seen.select_related("body", "role__person"))


def _involvements(partnerships: Iterable[Any], parts_of: Callable[[Any], list[Part]]) -> list[Involvement]:
    """The partnerships in which there is something to say, those of today first, then by name."""
    found = [
        Involvement(partnership, sorted(dict.fromkeys(parts_of(partnership)), key=lambda part: not part.holds_now))
        for partnership in partnerships
    ]
    items = [each for each in found if each.parts]
    return sorted(items, key=lambda each: (not each.parts[0].holds_now, str(each.partnership)))


def _part(what: str, row: Period) -> Part:
    return Part(what, row.period, row.holds_now)


def _seat_part(seat: Seat, *, named: bool = False) -> Part:
    body = str(localise(seat.body, "name"))
    name = f"{body}: {seat.role.person}" if named else body
    return Part(name, seat.period or seat.role.when, seat.holds_now)


def _line_part(line: ProgrammeLine) -> Part:
    return _part(str(_("leads the line “%(title)s”") % {"title": localise(line, "title")}), line)


def _role_part(role: Role) -> Part:
    return Part(str(role.localised_title), role.when, role.is_current)


def _is_member(partnership: Partnership, organisation: int) -> bool:
    return any(row.organisation_id == organisation and row.holds_now for row in partnership.members.all())


def _soonest_first(found: QuerySet[Any]) -> list[Course]:
    """With ``coming_runs``, by the day of the next one; courses without one come last, by name."""

    def order(course: Course) -> tuple[float, str]:
        return (course.coming_runs[0].starts.timestamp() if course.coming_runs else math.inf, str(course))

    return sorted(found.with_next_run(), key=order)  # type: ignore[attr-defined]


@says_who_offers(INTERNSHIPS)
def offering_internships() -> QuerySet[Any]:
    """The organisations that have an internship open."""
    return Internship.objects.visible().order_by().values("organisation")
