"""An organisation's history as dated moments: its names, its states, its founding."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from parkportal.core.languages import localise
from parkportal.core.partial_date import format_partial_date

from .models import Facility, Organisation
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
    moments = _state_moments(organisation.states.all(), organisation.founded)
    moments += [
        _moment(row.until, _("No longer called %(name)s") % {"name": row.name})
        for row in organisation.names.all()
        if row.until and row.kind == "former"
    ]
    if organisation.founded:
        moments.append(_moment(organisation.founded, _("Founded")))
    return _latest_first(moments)


def facility_timeline(facility: Facility) -> list[Moment]:
    """Everything dated that happened to a facility, the latest first."""
    moments = _state_moments(facility.states.all(), facility.opened)
    if facility.opened:
        moments.append(_moment(facility.opened, _("Opened")))
    return _latest_first(moments)


def _state_moments(states: Iterable[DatedState], begun: str) -> list[Moment]:
    """The states with a date, but for being active from the day it began: that goes without saying."""
    dated = (state for state in states if state.since)
    return [_state_moment(state) for state in dated if state.state.identifier != PLAIN or state.since != begun]


def _state_moment(state: DatedState) -> Moment:
    note = localise(state, "note")
    return _moment(state.since, f"{state.state}. {note}" if note else str(state.state), state.source)


def _moment(date: str, text: str, source: str = "") -> Moment:
    return Moment(date, format_partial_date(date), text, source)


def _latest_first(moments: list[Moment]) -> list[Moment]:
    return sorted(moments, key=lambda moment: moment.sort_key, reverse=True)
