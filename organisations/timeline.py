"""An organisation's history as dated moments: its names, its states, its founding."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from parkportal.core.languages import localise
from parkportal.core.partial_date import format_partial_date

from .models import Building, Facility, Organisation
from .models.dated import PLAIN, DatedState


@dataclass(frozen=True)
class Moment:
    """An entry of a timeline."""

    sort_key: str
    date: str
    text: str
    source: str = ""


def organisation_timeline(organisation: Organisation) -> list[Moment]:
    """Everything dated that happened to an organisation, the latest first."""
    moments = _since_the_beginning(organisation.states.all(), organisation.founded, _("Founded"))
    moments += [
        _moment(row.until, _("No longer called %(name)s") % {"name": row.name})
        for row in organisation.names.all()
        if row.until and row.kind == "former"
    ]
    return _latest_first(moments)


def facility_timeline(facility: Facility) -> list[Moment]:
    """Everything dated that happened to a facility, the latest first."""
    return _latest_first(_since_the_beginning(facility.states.all(), facility.opened, _("Opened")))


def building_timeline(building: Building) -> list[Moment]:
    """Everything dated that happened to a building, the latest first."""
    return _latest_first(_since_the_beginning(building.states.all(), building.opened, _("Opened")))


def _since_the_beginning(states: Iterable[DatedState], begun: str, beginning: str) -> list[Moment]:
    """The beginning and the dated states, without saying that it was active from the day it began."""
    dated = [state for state in states if state.since]
    moments = [_state_moment(state) for state in dated if not _goes_without_saying(state, begun)]
    if begun and all(moment.sort_key != begun for moment in moments):
        moments.append(_moment(begun, beginning))
    return moments


def _goes_without_saying(state: DatedState, begun: str) -> bool:
    return state.state.identifier == PLAIN and state.since == begun and not localise(state, "note")


def _state_moment(state: DatedState) -> Moment:
    note = localise(state, "note")
    return _moment(state.since, f"{state.state}. {note}" if note else str(state.state), state.source)


def _moment(date: str, text: str, source: str = "") -> Moment:
    return Moment(date, format_partial_date(date), text, source)


def _latest_first(moments: list[Moment]) -> list[Moment]:
    return sorted(moments, key=lambda moment: moment.sort_key, reverse=True)
