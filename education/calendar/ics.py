"""Dates as iCalendar (RFC 5545). The same query gives the same bytes, so that caches and readers see what changed."""

import datetime
import uuid
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from icalendar import Calendar, Component, Event, vDuration

from parkportal.core.exports import Format
from parkportal.core.languages import current_language

CONTENT_TYPE = "text/calendar; charset=utf-8"
RENEWED_EVERY = datetime.timedelta(hours=6)

# The rule of the European Union since 1996 (directive 2000/84/EC): the last Sundays of March and October, 01:00 UTC.
AMSTERDAM = """BEGIN:VTIMEZONE
TZID:Europe/Amsterdam
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


def event(
    *,
    unique_id: uuid.UUID,
    starts: datetime.date,
    ends: datetime.date,
    changed: datetime.datetime,
    sequence: int,
    **texts: Any,
) -> Event:
    """A VEVENT from one moment until another, or from one day until before another; of ``texts``, further properties,
    empty ones are left out."""
    made = Event()
    made.add("uid", f"{unique_id}@{urlsplit(settings.SITE_URL).netloc}")
    made.add("dtstart", _local(starts))
    made.add("dtend", _local(ends))
    stamp = changed.astimezone(datetime.UTC).replace(microsecond=0)
    made.add("dtstamp", stamp)
    made.add("last-modified", stamp)
    made.add("sequence", sequence)
    for name, value in texts.items():
        if value:
            made.add(name, value)
    return made


def calendar(events: Iterable[Event], *, name: str = "", url: str = "") -> bytes:
    """Events as a calendar; with a name and an address one to subscribe to (RFC 7986)."""
    made = Calendar()
    made.add("prodid", f"-//{urlsplit(settings.SITE_URL).netloc}//parkportal//{current_language().upper()}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    if name:
        made.add("name", name)
        made.add("x-wr-calname", name)
        made.add("x-wr-timezone", settings.TIME_ZONE)
        made.add("source", url, parameters={"value": "URI"})
        made.add("refresh-interval", vDuration(RENEWED_EVERY), parameters={"value": "DURATION"})
        made.add("x-published-ttl", vDuration(RENEWED_EVERY))
    made.add_component(Component.from_ical(AMSTERDAM))
    for each in events:
        made.add_component(each)
    return bytes(made.to_ical())


def _local(moment: datetime.date) -> datetime.date:
    """The park's time; UTC in the hour that comes twice, of which a local time means the first. A day stays a day."""
    if not isinstance(moment, datetime.datetime):
        return moment
    local = timezone.localtime(moment).replace(microsecond=0)
    return local.astimezone(datetime.UTC) if local.fold else local


def _write(events: Iterable[Any], response: HttpResponse) -> None:
    response.write(calendar(events))


ICS = Format("ics", "iCalendar", "ics", CONTENT_TYPE, _write)
