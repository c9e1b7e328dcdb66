"""Times of the day as the park says them."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format

HOUR_WORD = " uur"  # Said once for a span of time in Dutch.


def span_of_time(starts: datetime.datetime, ends: datetime.datetime) -> str:
    """“09:00 – 17:00”, on the park's clocks."""
    first, last = (date_format(timezone.localtime(moment), "TIME_FORMAT") for moment in (starts, ends))
    return f"{first.removesuffix(HOUR_WORD)} – {last}"


def span_of_days(first: datetime.date, last: datetime.date | None) -> str:
    """“8 February 2027”, “22 – 24 December 2026” or the two days in full where the month or the year differs."""
    shown = date_format(last or first, "DATE_FORMAT")
    if last is None or last == first:
        return shown
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} – {shown}"
    return f"{date_format(first, 'MONTH_DAY_FORMAT' if first.year == last.year else 'DATE_FORMAT')} – {shown}"


def local_iso(moment: datetime.datetime) -> str:
    """On the park's clocks, with the offset from UTC."""
    return timezone.localtime(moment).isoformat()
