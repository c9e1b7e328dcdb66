"""The admin's form of an article."""

from typing import Any

from django import forms

from parkportal.core.translating.forms import TranslatedPageForm


class ArticleForm(TranslatedPageForm):
    """The form of an article, which knows embargoes.

    ``embargo_before`` is the embargo with which the form was opened: drafts are saved meanwhile, and the form in the
    browser does not see what that changes.
    """

    embargo_before = forms.DateTimeField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["embargo_before"] = self.initial.get("embargo_until")

    def clean_lead(self) -> str:
        """One paragraph, whatever was pasted."""
        return " ".join(self.cleaned_data["lead"].split())

    def clean(self) -> dict[str, Any]:
        """Going live follows a changed embargo, unless the editor planned it for another time."""
        data = super().clean()
        before, planned = data.get("embargo_before"), data.get("go_live_at")
        is_the_embargos = before and planned == before.replace(second=0, microsecond=0)
        if is_the_embargos and data.get("embargo_until") != before:
            data["go_live_at"] = data.get("embargo_until")
        return data
