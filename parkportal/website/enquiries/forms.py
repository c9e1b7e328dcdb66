"""What a visitor fills in."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from parkportal.core.public_forms import GuardedForm

from .text import one_line, readable

LONGEST_MESSAGE = 4000
PLAIN_MAILBOX = re.compile(r"[!#-'*+\-/-9=?^-~A-Z]+@[!-~]+", re.ASCII)  # RFC 5322's dot-atom: no quotes, no comments.


class EnquiryForm(GuardedForm):
    """A question, and whom to answer."""

    message = forms.CharField(
        label=_("Your question"),
        max_length=LONGEST_MESSAGE,
        help_text=_("Say what you want to do or know, and by when. Leave out what is confidential."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("The answer goes here."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("This is not a whole e-mail address. An example: name@company.nl")},
    )
    organisation = forms.CharField(
        label=_("Your organisation or school"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )

    def clean_message(self) -> str:
        """The question, readable."""
        return readable(self.cleaned_data["message"])

    def clean_name(self) -> str:
        """The name on one line."""
        return one_line(self.cleaned_data["name"])

    def clean_organisation(self) -> str:
        """The organisation on one line."""
        return one_line(self.cleaned_data["organisation"])

    def clean_email(self) -> str:
        """An address that can stand in a header as it is: its host as DNS knows it, its mailbox plain."""
        mailbox, _at, host = self.cleaned_data["email"].rpartition("@")
        try:
            address = f"{mailbox}@{host.encode('idna').decode()}"
        except UnicodeError:
            address = ""
        if not PLAIN_MAILBOX.fullmatch(address) or len(address) > 254:
            raise forms.ValidationError(self.fields["email"].error_messages["invalid"])
        return address
