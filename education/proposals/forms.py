"""The form by which anybody proposes an event."""

import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parkportal.core.proposals.forms import ProposerForm
from parkportal.core.public_forms import OneLineField

from ..models import Attendance

FURTHEST = datetime.timedelta(days=3 * 365)
LONGEST_EVENT = datetime.timedelta(days=31)
LONGEST_TEXT = 4000


def day_field(label: Any, **kwargs: Any) -> forms.DateField:
    """A day. A browser's own date field sends and takes ISO 8601, whatever it shows."""
    return forms.DateField(
        label=label,
        input_formats=["%Y-%m-%d"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Give a day like 2027-02-08.")},
        **kwargs,
    )


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(
        label=label,
        required=False,
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        error_messages={"invalid": _("Give a time like 14:30.")},
    )


def _long_text(label: Any, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 8}), **kwargs)


class ProposalForm(ProposerForm):
    """What staff need to know of an event, and whom they can ask."""

    name = forms.CharField(label=_("What is the event called?"), max_length=120)
    summary = forms.CharField(
        label=_("What is it, in one sentence?"), max_length=160, help_text=_("At most 160 characters.")
    )
    description = _long_text(
        _("What happens there?"), required=False, help_text=_("Programme, speakers, what it costs.")
    )
    first_day = day_field(_("On which day?"))
    from_time = _time(_("From what time?"))
    until_time = _time(_("Until what time?"))
    last_day = day_field(_("Last day"), required=False, help_text=_("Only if it takes several days."))
    attendance = forms.ChoiceField(label=_("Where does one take part?"), choices=Attendance.choices)
    place = forms.CharField(
        label=_("Building, room or address"), max_length=160, required=False, help_text=_("Not needed online.")
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages are spoken?"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    accessibility_note = forms.CharField(
        label=_("Who can get in?"),
        max_length=250,
        required=False,
        help_text=_("Say whether it is step-free, and whether there are captions or an interpreter."),
    )
    registration_url = forms.URLField(
        label=_("Where does one register?"),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=_("A web address."),
    )
    organisation = OneLineField(label=_("Which organisation organises it?"), max_length=160)

    def clean_first_day(self) -> datetime.date:
        """A day to come, within three years."""
        day: datetime.date = self.cleaned_data["first_day"]
        today = timezone.localdate()
        if day < today:
            raise forms.ValidationError(_("This day is over. The calendar takes events that are still to come."))
        if day > today + FURTHEST:
            raise forms.ValidationError(_("This day is more than three years ahead."))
        return day

    def clean(self) -> dict[str, Any]:
        """An end after the beginning, and a place where one is needed."""
        data = super().clean() or self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        if first and last and not first <= last <= first + LONGEST_EVENT:
            self.add_error("last_day", _("The last day comes after the first, and at most a month later."))
        starts, ends = data.get("from_time"), data.get("until_time")
        if ends and not starts:
            self.add_error("from_time", _("Say from what time, or leave both times empty."))
        elif starts and ends and ends <= starts and (not last or last == first):
            self.add_error("until_time", _("It can't end before it starts."))
        if data.get("attendance") != Attendance.ONLINE and "place" in data and not data["place"]:
            self.add_error("place", _("Say where it is, or choose that it is online."))
        return data
