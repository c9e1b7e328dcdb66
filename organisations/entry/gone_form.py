"""The form by which an organisation says that it is no longer here."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from parkportal.core.models import Vocabulary
from parkportal.core.partial_date import validate_partial_date
from parkportal.core.public_forms import GuardedForm, LinesField
from parkportal.core.term_cache import terms_of

from .fields import LEAVING_STATES
from .kind import REMARK


class GoneForm(GuardedForm):
    """What happened, since when, and what visitors should know."""

    state = forms.ChoiceField(label=_("What happened?"), widget=forms.RadioSelect)
    since = forms.CharField(
        label=_("Since when?"),
        max_length=10,
        validators=[validate_partial_date],
        help_text=_("A year (2016), a month (2016-02) or a day (2016-02-08)."),
    )
    remark = LinesField(
        label=_("Anything else"),
        required=False,
        max_length=1000,
        help_text=_("Where you are now, or with whom you merged."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = terms_of(Vocabulary.ORGANISATION_STATE)
        choices: Any = self.fields["state"]
        choices.choices = [(term.identifier, str(term)) for term in states if term.identifier in LEAVING_STATES]
        self.initial.setdefault("since", f"{timezone.localdate():%Y-%m}")

    def values(self) -> dict[str, Any]:
        """What is proposed."""
        data = self.cleaned_data
        state = {"state": data["state"], "since": data["since"]}
        return {"state": state} | ({REMARK: data["remark"]} if data["remark"] else {})
