"""Fields of forms for anybody."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .text import one_line, readable

PLAIN_MAILBOX = re.compile(r"[!#-'*+\-/-9=?^-~A-Z]+@[!-~]+", re.ASCII)  # RFC 5322's dot-atom: no quotes, no comments.
LONGEST = 254
NO_ADDRESS = _("This is not a whole e-mail address. An example: name@company.nl")


class MailboxField(forms.EmailField):
    """An address that can stand in a header as it is: its host as DNS knows it, its mailbox plain."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.EmailInput(attrs={"autocomplete": "email"}))
        super().__init__(max_length=LONGEST, error_messages={"invalid": NO_ADDRESS}, **kwargs)

    def clean(self, value: Any) -> str:
        """The address, or nothing where nothing is asked."""
        text = super().clean(value)
        if not text:
            return ""
        mailbox, _at, host = text.rpartition("@")
        try:
            address = f"{mailbox}@{host.encode('idna').decode()}"
        except UnicodeError:
            address = ""
        if not PLAIN_MAILBOX.fullmatch(address) or len(address) > LONGEST:
            raise forms.ValidationError(NO_ADDRESS)
        return address


class OneLineField(forms.CharField):
    """A text on one line, without signs that can't be seen."""

    def to_python(self, value: Any) -> Any:
        """Line breaks become spaces."""
        return one_line(super().to_python(value) or "")


class LinesField(forms.CharField):
    """A text of several lines, without signs that can't be seen."""

    def __init__(self, *, rows: int = 4, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **kwargs)

    def to_python(self, value: Any) -> Any:
        """Readable."""
        return readable(super().to_python(value) or "")
