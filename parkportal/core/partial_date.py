"""Dates known to the year, the month or the day, kept as ISO 8601 text so that they sort."""

import datetime
import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _

PATTERN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def validate_partial_date(value: str) -> None:
    """Raise ValidationError unless the text is a year, a month or a day that exists."""
    match = PATTERN.fullmatch(value)
    try:
        if not match:
            raise ValueError
        year, month, day = (int(part or 1) for part in match.groups())
        datetime.date(year, month, day)
    except ValueError:
        raise ValidationError(
            _("“%(value)s” is not a year (2016), a month (2016-02) or a day (2016-02-08)."),
            params={"value": value},
            code="partial_date",
        ) from None


def format_partial_date(value: str) -> str:
    """“2016”, “February 2016” or “8 February 2016” in the active language."""
    match = PATTERN.fullmatch(value or "")
    if not match:
        return value or ""
    year, month, day = match.groups()
    if not month:
        return year
    date = datetime.date(int(year), int(month), int(day or 1))
    return formats.date_format(date, "DATE_FORMAT" if day else "YEAR_MONTH_FORMAT")


def has_passed(value: str, today: datetime.date) -> bool:
    """Whether all of the day, month or year lies before or on the given day."""
    return bool(value) and value <= today.isoformat()[: len(value)]


def holds_q(since: str, until: str, day: datetime.date | None = None) -> Q:
    """The rows that hold on a day, today by default, by the columns of their two dates; an unknown one is no limit."""
    iso = (day or timezone.localdate()).isoformat()
    return Q(**{f"{since}__lte": iso}) & (Q(**{until: ""}) | Q(**{f"{until}__gt": iso}))


def lies_before(value: str, first: str) -> bool:
    """Whether all of a day, month or year lies before another, as far as both are known."""
    known = min(len(value), len(first))
    return value[:known] < first[:known]


class PartialDateField(models.CharField[str, str]):
    """A year, a year and month, or a day; schema.org takes all three as dates.

    ``begins`` names the field with the beginning of what ends here.
    """

    def __init__(self, *args: Any, begins: str = "", **kwargs: Any) -> None:
        self.begins = begins
        kwargs.update(max_length=10, blank=True, default="")
        kwargs.setdefault("help_text", _("A year (2016), a month (2016-02) or a day (2016-02-08)."))
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_partial_date]

    def clean(self, value: Any, model_instance: Any) -> Any:
        """An end does not lie before its beginning."""
        value = super().clean(value, model_instance)
        first = getattr(model_instance, self.begins) if self.begins else ""
        if lies_before(value, first):
            raise ValidationError(
                _("This lies before the beginning, %(first)s."), params={"first": format_partial_date(first)}
            )
        return value

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Leave out what every partial date has."""
        name, path, args, kwargs = super().deconstruct()
        for key in ("max_length", "blank", "default"):
            kwargs.pop(key, None)
        return name, path, list(args), dict(kwargs)
