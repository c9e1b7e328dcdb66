"""The facts of a profile, in the order in which people ask for them."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from parkportal.core.facts import Fact, joined, known
from parkportal.core.languages import localise
from parkportal.core.models import Record, Term
from parkportal.core.partial_date import format_partial_date
from parkportal.core.templatetags.park import marked
from parkportal.core.visibility import shown

from .models import Course, Event, Internship, Partnership, Programme


def programme_facts(programme: Programme) -> list[Fact]:
    """What a programme is, who gives it and where."""
    return known(
        _link(_("Institution"), programme.shown_institution),
        _level(programme.level),
        _modes(programme),
        Fact(_("Duration"), programme.duration),
        Fact(_("Where"), programme.town),
        Fact(_("Credits (EC)"), str(programme.credits or "")),
        Fact(_("Diploma or degree"), marked(localise(programme, "diploma"))),
        Fact(_("Language"), joined(programme.language_names)),
    )


def course_facts(course: Course) -> list[Fact]:
    """What a course is, for whom, and what it costs."""
    date = format_partial_date(course.price_as_of)
    price_note = _("as of %(date)s") % {"date": date} if date else ""
    return known(
        _link(_("Provider"), course.shown_provider),
        _link(_("Facility"), course.shown_facility),
        Fact(_("Room"), _room(course)),
        Fact(_("Place"), course.place),
        Fact(_("Duration"), course.duration),
        *course.subject_facts,
        _level(course.level),
        Fact(_("Largest group"), str(course.group_size or "")),
        Fact(_("Language"), joined(course.language_names)),
        Fact(_("Certificate"), marked(localise(course, "certificate"))),
        Fact(_("Price"), marked(localise(course, "price_note")), note=price_note),
    )


def internship_facts(internship: Internship) -> list[Fact]:
    """Who offers it, for whom, where and when, and until when one can apply."""
    building = internship.shown_building
    return known(
        _link(_("Organisation"), internship.shown_organisation),
        Fact(_("Open until"), internship.last_day),
        _term(_("Kind"), internship.kind),
        *(_level(level) for level in internship.levels.all()),
        Fact(_("Field"), joined(internship.sectors.all())),
        Fact(_("Where"), internship.where, url=building.url if building else ""),
        Fact(_("Start"), format_partial_date(internship.start)),
        Fact(_("Duration"), internship.duration),
        Fact(_("Hours a week"), str(internship.hours or "")),
        Fact(_("Language"), joined(internship.language_names)),
        Fact(_("Allowance or pay"), marked(localise(internship, "allowance"))),
    )


def event_facts(event: Event) -> list[Fact]:
    """When and where, for whom, in what language, at what price."""
    building = event.shown_building if event.is_on_site else None
    where = Fact(_("Where"), event.where, links=_place_links(event), note=building.address if building else "")
    last_day = event.register_before
    deadline = _("until %(date)s") % {"date": date_format(last_day, "DATE_FORMAT")} if last_day else ""
    return known(
        Fact(_("When"), event.dates, note=" ".join(filter(None, [event.times, event.zone if event.times else ""]))),
        where,
        Fact(_("Organiser"), joined(event.shown_organisers), links=_organiser_links(event)),
        _link(_("Partnership"), event.shown_partnership),
        Fact(_("Series"), joined(event.series.all())),
        Fact(_("For whom"), joined(event.audience.all())),
        Fact(_("Language"), joined(event.language_names)),
        Fact(_("Accessibility"), " ".join(map(_sentence, event.localised_accessibility))),
        Fact(pgettext("event", "Seats"), str(event.seats or "")),
        Fact(_("Price"), marked(localise(event, "price_note"))),
        Fact(_("Registration"), deadline if event.register_at else ""),
    )


def _place_links(event: Event) -> tuple[tuple[str, str], ...]:
    """The facility and its building with their addresses, where they alone say it."""
    places = filter(None, [event.shown_facility, event.shown_building])
    links = tuple((str(place), place.url) for place in places)
    return links if event.where == ", ".join(dict(links)) else ()


def _sentence(words: object) -> str:
    """With a full stop, so that several can stand in a row."""
    return f"{str(words).rstrip('.')}."


def _organiser_links(event: Event) -> tuple[tuple[str, str], ...]:
    """The organisers with their addresses, as far as all of them have one."""
    rows = event.shown_organisers
    if not all(row.organisation for row in rows):
        return ()
    return tuple((str(row), row.organisation.url) for row in rows)


def partnership_facts(partnership: Partnership) -> list[Fact]:
    """What a partnership is and how long it lasts."""
    return known(
        Fact(_("Abbreviation"), partnership.abbreviation),
        _term(_("Kind"), partnership.kind),
        *partnership.row_facts,
    )


def _level(term: Term | None) -> Fact:
    """A level with what it means, and its place in the Dutch qualifications framework."""
    if term is None:
        return Fact(_("Level"), "")
    framework = _("NLQF %(level)s: the framework of all Dutch diplomas goes from 1 to 8.") % {"level": term.nlqf}
    note = " ".join(filter(None, [str(localise(term, "definition")), framework if term.nlqf else ""]))
    return Fact(_("Level"), str(term), note=note)


def _modes(programme: Programme) -> Fact:
    """The modes of study with what they mean: a pupil does not know bol from bbl."""
    modes = programme.modes.all()
    return Fact(_("Mode"), joined(modes), note=" ".join(str(localise(mode, "definition")) for mode in modes))


def _room(course: Course) -> str:
    room = course.room
    return marked(localise(room, "name")) if room and shown(room.facility) else ""


def _link(label: str, record: Record | None) -> Fact:
    return Fact(label, marked(record.localised_name), url=record.url) if record else Fact(label, "")


def _term(label: str, term: Term | None) -> Fact:
    return Fact(label, str(term), note=str(localise(term, "definition"))) if term else Fact(label, "")
