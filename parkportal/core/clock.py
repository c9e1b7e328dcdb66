"""Moments in the site's own time zone, said so that nobody can take them for another's."""

import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format


def in_full(moment: datetime.datetime) -> str:
    """Day, time, zone and offset: 26 November 2026, 10:00 (Europe/Amsterdam, UTC+01:00)."""
    local = timezone.localtime(moment)
    offset = local.strftime("%:z")
    return f"{date_format(local, 'DATETIME_FORMAT')} ({settings.TIME_ZONE}, UTC{offset})"
