"""Times as staff type them: in the site's own zone, in which one hour a year is missing and one comes twice."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.widgets import AdminDateTimeInput

EARLIEST_YEAR = 1900  # A slip of the keyboard; the first day of all has no moment before it.
ZONE_NOTE = gettext_lazy("Time in %(zone)s.")


class LocalDateTimeField(forms.DateTimeField):
    """A date and time in the site's zone, which it names; it says why it can't take a time that is none or two."""

    widget = AdminDateTimeInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        note = str(ZONE_NOTE) % {"zone": settings.TIME_ZONE}
        self.help_text = f"{self.help_text} {note}".strip()

    def to_python(self, value: Any) -> datetime.datetime | None:
        """Django's, with the reason."""
        try:
            moment = super().to_python(value)
        except ValidationError:
            naive = self._typed(value)
            if naive is not None:
                refuse_unclear(naive)
            raise
        if moment is not None and moment.year < EARLIEST_YEAR:
            raise ValidationError(_("Check the year: %(year)s is too long ago.") % {"year": moment.year}, code="year")
        return moment

    def _typed(self, value: Any) -> datetime.datetime | None:
        for form in self.input_formats or ():
            try:
                return self.strptime(str(value).strip(), form)  # type: ignore[return-value]
            except (ValueError, TypeError):
                continue
        return None


def refuse_unclear(typed: datetime.datetime) -> None:
    """Raise a ValidationError if a time in the site's zone does not exist or comes twice."""
    zone = timezone.get_default_timezone()
    first, second = (typed.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return
    words = {"time": f"{typed:%H:%M}", "zone": settings.TIME_ZONE}
    exists = first.astimezone(datetime.UTC).astimezone(zone).replace(tzinfo=None) == typed
    if not exists:
        raise ValidationError(
            _("%(time)s does not exist on that night: in %(zone)s the clock goes forward. Choose a time an hour later.")
            % words,
            code="missing",
        )
    raise ValidationError(
        _("%(time)s comes twice on that night: in %(zone)s the clock goes back. Choose one an hour earlier or later.")
        % words,
        code="ambiguous",
    )


register_form_field_override(
    models.DateTimeField, override={"form_class": LocalDateTimeField, "widget": AdminDateTimeInput}
)
