"""The form by which anybody proposes news."""

from django import forms
from django.utils.translation import gettext_lazy as _

from parkportal.core.proposals.forms import ProposerForm
from parkportal.core.public_forms import LinesField, OneLineField


class NewsForm(ProposerForm):
    """What happened, and whom staff can ask."""

    title = OneLineField(label=_("What is the news, in one line?"), max_length=120)
    lead = OneLineField(
        label=_("What happened, in one sentence?"), max_length=160, help_text=_("At most 160 characters.")
    )
    text = LinesField(
        label=_("Tell it"),
        max_length=6000,
        rows=12,
        help_text=_("Who, what, where, when. An empty line begins a paragraph, a hyphen before a line makes a list."),
    )
    source_url = forms.URLField(
        label=_("Where can one read more?"),
        max_length=200,
        required=False,
        assume_scheme="https",
        help_text=_("A web address."),
    )
