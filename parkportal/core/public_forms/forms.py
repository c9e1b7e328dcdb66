"""A form with what guards it."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .stamps import Age, age_of, new_stamp

TRAP, STAMP = "web_page", "stamp"
EMPTY_IT = _("Empty this field and send the form again. It is there to stop machines.")
TOO_FAST = _("That went very fast, so we are not sure that you are a person. Look it over and send it again.")
TOO_OLD = _("This form was open for long. Everything that you wrote is still here: look it over and send it again.")


class GuardedForm(forms.Form):
    """A form for anybody: with a field that only machines fill in, and a time stamp. What is refused is shown again."""

    web_page = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.initial.setdefault(STAMP, new_stamp())
        for field in self.fields.values():
            if field.error_messages.get("required") == forms.Field.default_error_messages["required"]:
                field.error_messages["required"] = gettext("Fill in: %(label)s") % {"label": field.label}

    @property
    def trap(self) -> BoundField:
        """The field that only machines fill in."""
        return self[TRAP]

    @property
    def asked(self) -> list[BoundField]:
        """The fields that a person fills in."""
        return [field for field in self.visible_fields() if field.name != TRAP]

    def clean_web_page(self) -> str:
        """Nothing; a person whose browser filled it in gets to see it."""
        if self.cleaned_data[TRAP]:
            raise forms.ValidationError(EMPTY_IT)
        return ""

    def clean_stamp(self) -> str:
        """A stamp of the right age. One that is too old gives way to a new one."""
        stamp = self.cleaned_data[STAMP]
        age = age_of(stamp)
        if age is Age.TOO_OLD:
            data: Any = self.data  # A QueryDict, which mypy takes for any mapping.
            data = data.copy()
            data[self.add_prefix(STAMP)] = new_stamp()
            self.data = data
            self.add_error(None, TOO_OLD)
        elif age is Age.TOO_YOUNG:
            self.add_error(None, TOO_FAST)
        return stamp
