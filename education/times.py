"""Times of the day as the park says them."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format

HOUR_WORD = " uur"  # Said once for a span of time in Dutch.


def span_of_time(starts: datetime.datetime, ends: datetime.datetime) -> str:
    """“09:00 – 17:00”, on the park's clocks."""
    first, last = (date_format(timezone.localtime(moment), "TIME_FORMAT") for moment in (starts, ends))
    return f"{first.removesuffix(HOUR_WORD)} – {last}"


def local_iso(moment: datetime.datetime) -> str:
    """On the park's clocks, with the offset from UTC."""
    return timezone.localtime(moment).isoformat()
