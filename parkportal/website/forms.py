"""The admin's form of the park: its plan comes as a file."""

import json
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from organisations.plan.validation import validate_plan

LARGEST_FILE = 2 * 1024 * 1024


class ParkForm(WagtailAdminModelForm):
    """A new plan replaces the old one only if it can be drawn."""

    plan_file = forms.FileField(
        label=_("New plan"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".geojson,.json,application/geo+json"}),
        help_text=_("A GeoJSON file with water, roads, railways and blocks; it replaces the plan below."),
    )

    def clean_plan_file(self) -> Any:
        """The file's content, if it is a plan."""
        file = self.cleaned_data["plan_file"]
        if not file:
            return None
        if file.size > LARGEST_FILE:
            raise ValidationError(_("The file is larger than 2 MB."))
        try:
            collection = json.load(file)
        except (ValueError, RecursionError):
            raise ValidationError(_("The file is no JSON.")) from None
        validate_plan(collection)
        return collection

    def clean(self) -> dict[str, Any]:
        """The file's plan is the park's."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("plan_file"):
            cleaned["plan"] = cleaned["plan_file"]
        return cleaned
