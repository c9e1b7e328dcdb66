"""A new state of several records at once: under construction, moving, closed …"""

from typing import Any

from django import forms
from django.utils.functional import classproperty
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from parkportal.core.bulk.action import RecordBulkAction, change_in
from parkportal.core.models import Term, Vocabulary
from parkportal.core.partial_date import validate_partial_date

from .models import Building, Facility, Organisation


class StateForm(forms.Form):
    """Which state, and since when."""

    state = forms.ModelChoiceField(
        Term.objects.filter(vocabulary=Vocabulary.ORGANISATION_STATE, retired=False), label=_("State")
    )
    since = forms.CharField(
        label=_("Since"),
        max_length=10,
        validators=[validate_partial_date],
        help_text=_("A year (2016), a month (2016-02) or a day (2016-02-08)."),
    )
    source = forms.CharField(
        label=_("Source"), max_length=250, required=False, help_text=_("Who says so, and where that can be read.")
    )


class ChangeStateAction(RecordBulkAction):
    """Adds a state to the chosen records; the one before it ends there."""

    action_type = "change_state"
    action_priority = 8
    display_name = _("Change state")
    aria_label = _("Change the state of the chosen entries")
    explanation = _("Each gets a new state; the state before it ends on that day and stays in its history.")
    form_class = StateForm

    @classproperty
    def models(cls) -> list[Any]:  # noqa: N805
        """What has states in time."""
        return [Organisation, Facility, Building]

    @classmethod
    def change(cls, record: Any, user: Any, data: dict[str, Any]) -> None:
        """Add the state."""
        row = type(record)._meta.get_field("states").related_model
        change_in(record, lambda draft: draft.states.add(row(**data)), user)


hooks.register("register_bulk_action", ChangeStateAction)
