"""The admin's form of a page that may be a translation."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..forms import PublishedPageForm
from .originals import follow_original, note_checked, note_machine_made


class TranslatedPageForm(PublishedPageForm):
    """What a translation must be asked, and a text by a machine."""

    follows_original = forms.BooleanField(
        label=_("The translation follows the original as it is now"),
        required=False,
        help_text=_("Tick it when you have taken over what was changed in the original."),
    )
    has_been_checked = forms.BooleanField(
        label=_("I have read the text, and it says what it should"),
        required=False,
        help_text=_("Your name and the moment are kept with the article."),
    )

    def clean_machine_made(self) -> bool:
        """Only checking takes the mark away, not unticking it."""
        made = bool(self.cleaned_data["machine_made"])
        if not made and self.instance.is_unchecked and not self.data.get("has_been_checked"):
            raise forms.ValidationError(
                _("Read the text and say so below: the mark goes when somebody has checked it.")
            )
        return made or self.instance.machine_made

    def _post_clean(self) -> None:
        """Note what was ticked, before the rules of publication are asked and the draft is made."""
        new = "machine_made" in self.changed_data and self.cleaned_data.get("machine_made")
        if new and not self.instance.machine_made:
            note_machine_made(self.instance)
        if self.cleaned_data.get("has_been_checked"):
            note_checked(self.instance, self.for_user)
        if self.cleaned_data.get("follows_original"):
            follow_original(self.instance)
        super()._post_clean()
