"""What a visitor fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from parkportal.core.public_forms import GuardedForm, LinesField, MailboxField, OneLineField

LONGEST_MESSAGE = 4000


class EnquiryForm(GuardedForm):
    """A question, and whom to answer."""

    message = LinesField(
        label=_("Your question"),
        max_length=LONGEST_MESSAGE,
        help_text=_("Say what you want to do or know, and by when. Leave out what is confidential."),
        rows=8,
    )
    name = OneLineField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = MailboxField(label=_("Your e-mail address"), help_text=_("We answer at this address."))
    organisation = OneLineField(
        label=_("Your organisation or school"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
