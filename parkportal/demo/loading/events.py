"""Events: some that took place, with their sources, and examples in the coming months."""

import datetime
from typing import Any

from django.utils import timezone

from education.models import Event, EventOrganiser, EventSeries, EventSpeaker, Partnership
from organisations.models import Building, Facility, Organisation
from parkportal.core.models import Vocabulary

from .directory import Pictures, roles_by_key
from .source import Entry, by_language, entries, keyed, provenance, publish, some, terms

ONE_DAY = datetime.timedelta(days=1)


def load_events(pictures: Pictures) -> None:
    """The events with their series."""
    there, series = keyed(Event), _load_series()
    organisations, roles = keyed(Organisation), roles_by_key()
    buildings, facilities, partnerships = keyed(Building), keyed(Facility), keyed(Partnership)
    for entry in entries("events", "event"):
        if entry["slug_nl"] in there:
            continue
        publish(
            Event(
                building=buildings.get(entry.get("building", "")),
                facility=facilities.get(entry.get("facility", "")),
                partnership=partnerships.get(entry.get("partnership", "")),
                audience=terms(Vocabulary.AUDIENCE, entry.get("audience")),
                series=[series[key] for key in entry.get("series", [])],
                languages=", ".join(entry.get("languages", [])),
                picture=pictures.get(entry.get("picture", "")),
                organisers=[_organiser(name, organisations) for name in entry.get("organisers", [])],
                speakers=[EventSpeaker(role=roles[key]) for key in entry.get("speakers", [])],
                captions=entry.get("captions", False),
                interpreter=entry.get("interpreter", False),
                **_when(entry),
                **some(entry, "state", "attendance", "place", "online_url", "step_free", "seats", "registration_url"),
                **some(entry, "website"),
                **by_language(entry, "name", "slug", "summary", "description", "price_note", "accessibility_note"),
                **provenance(entry),
            )
        )


def _load_series() -> dict[str, EventSeries]:
    found = {}
    for entry in entries("events", "series"):
        names = by_language(entry, "name")
        series = EventSeries.objects.filter(name_nl=entry["name_nl"]).first() or EventSeries(**names)
        if series.pk is None:
            series.save()
            series.save_revision()
        found[entry["key"]] = series
    return found


def _organiser(name: str, organisations: dict[str, Organisation]) -> EventOrganiser:
    """One of the directory by its key, or else by name."""
    known = organisations.get(name)
    return EventOrganiser(organisation=known) if known else EventOrganiser(organisation_name=name)


def _when(entry: Entry) -> dict[str, Any]:
    """A day of the past, or one so many days after the demo was loaded; with its times if they are known."""
    day = entry.get("day") or timezone.localdate() + datetime.timedelta(days=entry["in_days"])
    if "from_time" not in entry:
        return {"starts": _moment(day), "ends": _moment(day + ONE_DAY), "all_day": True}
    return {"starts": _moment(day, entry["from_time"]), "ends": _moment(day, entry["until_time"])}


def _moment(day: datetime.date, time: datetime.time = datetime.time.min) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, time))
