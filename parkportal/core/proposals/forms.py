"""What every form for a new thing asks: of which organisation it is, and whom staff can ask and answer."""

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Origin
from ..public_forms import GuardedForm, LinesField, MailboxField, OneLineField
from .proposing import Proposer

ABOUT_PROPOSER = ("organisation", "contact_name", "contact_email", "note")
OF_THE_FORM = ("stamp", "web_page")


class ProposerForm(GuardedForm):
    """A form that ends with who proposes; a subclass declares what is proposed."""

    organisation = OneLineField(label=_("Which organisation is it of?"), max_length=160)
    contact_name = OneLineField(
        label=_("Your name"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    contact_email = MailboxField(label=_("Your e-mail address"), help_text=_("We answer at this address."))
    note = LinesField(
        label=_("Anything else the park should know?"),
        max_length=1000,
        required=False,
        help_text=_("This is not published."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in ABOUT_PROPOSER])  # Those come last.

    def proposer(self) -> Proposer:
        """Who proposes."""
        data = self.cleaned_data
        return Proposer(
            Origin.ORGANISATION,
            email=data["contact_email"],
            name=data["contact_name"],
            organisation=data["organisation"],
            note=data["note"],
        )

    def values(self) -> dict[str, Any]:
        """What is proposed, as JSON can hold it. What was left empty is not."""
        names = [name for name in self.fields if name not in (*ABOUT_PROPOSER, *OF_THE_FORM)]
        return {
            name: _plain(self.cleaned_data[name]) for name in names if self.cleaned_data[name] not in (None, "", [])
        }


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return value
