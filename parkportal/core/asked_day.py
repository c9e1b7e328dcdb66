"""A day asked for by ``on=2023-06-01``, so that a page shows what held then."""

import datetime
from dataclasses import dataclass

from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

PARAMETER = "on"


@dataclass(frozen=True)
class AskedDay:
    """The day whose facts are shown. ``notice`` says why it is not the one that was asked for."""

    day: datetime.date
    notice: str = ""

    @property
    def is_today(self) -> bool:
        """Whether it is today, asked for or not."""
        return self.day == timezone.localdate()


def asked_day(params: QueryDict) -> AskedDay:
    """The day in ``on``; today without one, for a day to come, and for what is no day."""
    value = params.get(PARAMETER, "").strip()
    today = timezone.localdate()
    if not value:
        return AskedDay(today)
    try:
        day = datetime.date.fromisoformat(value)
    except ValueError:
        message = _("“%(value)s” is not a day like 2016-02-08, so this page shows today.")
        return AskedDay(today, message % {"value": value[:20]})
    if day > today:
        message = _("“%(value)s” is still to come, so this page shows today.")
        return AskedDay(today, message % {"value": value[:20]})
    return AskedDay(day)
