"""The sessions of a run as text in a cell: “2027-02-08 09:00-17:00 (online)”, one after the other."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from parkportal.core.importing.days import day_of

SESSION = re.compile(
    r"(?P<day>[\d./-]+)[T ]+(?P<from>\d{1,2}[:.]\d\d)\s*[-–]\s*(?P<until>\d{1,2}[:.]\d\d)\s*(?:\((?P<where>.*)\))?"
)
ONLINE = "online"
MINUTE = "%Y-%m-%dT%H:%M"
Value = dict[str, Any]


def session_text(session: Any) -> str:
    """A session as an export says it, on the park's clocks."""
    starts, ends = timezone.localtime(session.starts), timezone.localtime(session.ends)
    where = ", ".join(filter(None, [ONLINE if session.online else "", session.place]))
    return f"{starts:%Y-%m-%d %H:%M}-{ends:%H:%M}" + (f" ({where})" if where else "")


def value_of(session: Any) -> Value:
    """A session as plain data, with what a file does not say."""
    return {
        "starts": minute(session.starts),
        "ends": minute(session.ends),
        "online": session.online,
        "place": session.place,
        "room": session.room_id,
        "uuid": str(session.uuid),
    }


def read_sessions(text: str) -> list[Value]:
    """What a cell says; ValidationError for what is no session."""
    parts = [part.strip() for part in re.split(r"[|;\n]", text)]
    return sorted((_read(part) for part in parts if part), key=lambda session: str(session["starts"]))


def _read(part: str) -> Value:
    found = SESSION.fullmatch(part)
    try:
        if not found:
            raise ValueError
        day = day_of(found["day"])
        begins, stops = _clock(found["from"]), _clock(found["until"])
    except ValueError:
        message = _("“%(text)s” is not a session such as 2027-02-08 09:00-17:00.")
        raise ValidationError(message % {"text": part[:40]}) from None
    last = day if stops > begins else day + datetime.timedelta(days=1)
    where = found["where"] or ""
    first, _comma, rest = where.partition(",")
    online = first.strip().casefold() == ONLINE
    return {
        "starts": f"{datetime.datetime.combine(day, begins):{MINUTE}}",
        "ends": f"{datetime.datetime.combine(last, stops):{MINUTE}}",
        "online": online,
        "place": (rest if online else where).strip(),
    }


def _clock(text: str) -> datetime.time:
    hour, minutes = map(int, re.split("[:.]", text))
    return datetime.time(hour, minutes)


def said(sessions: Iterable[Value]) -> list[Value]:
    """What a file says of sessions."""
    return [{name: each[name] for name in ("starts", "ends", "online", "place")} for each in sessions]


def minute(moment: datetime.datetime | None) -> str:
    """A moment on the park's clocks."""
    return f"{timezone.localtime(moment):{MINUTE}}" if moment else ""


def moment(text: str) -> datetime.datetime:
    """The moment of such a text."""
    return timezone.make_aware(datetime.datetime.strptime(text, MINUTE))  # noqa: DTZ007
