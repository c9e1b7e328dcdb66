"""Days as people type them: as ISO 8601, or the day first, as spreadsheets in Dutch and British English write them."""

import datetime
import re

DAY_FIRST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


def day_of(text: str) -> datetime.date:
    """The day; ValueError for what is none."""
    found = DAY_FIRST.fullmatch(text.strip())
    if found:
        day, month, year = map(int, found.groups())
        return datetime.date(year, month, day)
    return datetime.date.fromisoformat(text.strip())


def as_iso(text: str) -> str:
    """The same text, or as ISO 8601 where it is a day with the day first."""
    try:
        return day_of(text).isoformat() if DAY_FIRST.fullmatch(text.strip()) else text
    except ValueError:
        return text
