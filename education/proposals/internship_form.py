"""The form by which an organisation proposes an internship."""

import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parkportal.core.proposals.forms import ProposerForm
from parkportal.core.public_forms import LinesField, MailboxField, OneLineField

from ..models.internship import LONGEST_OPEN
from .forms import day_field
from .internship_kind import kinds


class InternshipForm(ProposerForm):
    """What a student needs to know, and whom staff can ask."""

    name = OneLineField(label=_("What is the internship called?"), max_length=120)
    kind = forms.ChoiceField(label=_("What kind is it?"))
    summary = OneLineField(
        label=_("What is it, in one sentence?"), max_length=160, help_text=_("At most 160 characters.")
    )
    description = LinesField(
        label=_("What does one do and learn?"),
        max_length=4000,
        rows=8,
        required=False,
        help_text=_("An empty line begins a paragraph, a hyphen before a line makes a list."),
    )
    weeks = forms.IntegerField(label=_("How many weeks?"), min_value=1, max_value=104, required=False)
    open_until = day_field(_("What is the last day to apply?"), help_text=_("After that day it leaves the site."))
    application_url = forms.URLField(
        label=_("Where does one apply?"), max_length=200, required=False, assume_scheme="https"
    )
    application_email = MailboxField(
        label=_("Or by mail to"),
        required=False,
        help_text=_("This is published: a mailbox of a role, not of a person."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["kind"]
        choices.choices = [(term.identifier, str(term)) for term in kinds()]

    def clean_open_until(self) -> datetime.date:
        """A day to come, within a year."""
        day: datetime.date = self.cleaned_data["open_until"]
        today = timezone.localdate()
        if not today <= day <= today + LONGEST_OPEN:
            raise forms.ValidationError(_("Choose a day from today, at most a year ahead."))
        return day

    def clean(self) -> dict[str, Any]:
        """There has to be a way to apply."""
        data = super().clean() or self.cleaned_data
        if not self.errors and not (data.get("application_url") or data.get("application_email")):
            self.add_error("application_url", _("Say how to apply: an address on the web, or an e-mail address."))
        return data
