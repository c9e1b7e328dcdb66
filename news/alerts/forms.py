"""What visitors fill in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from parkportal.core.languages import current_language
from parkportal.core.public_forms import GuardedForm

from ..models import AlertContent
from .choices import Choices
from .subjects import labels_of, offered_to_all

GONE = _("Something that is no longer on this site")


class ChoicesForm(forms.Form):
    """Which news somebody wants."""

    content = forms.ChoiceField(
        label=_("What do you want to get?"),
        choices=AlertContent,
        initial=AlertContent.EVERYTHING,
        widget=forms.RadioSelect,
    )
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        choices=settings.LANGUAGES,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    subjects = forms.MultipleChoiceField(
        label=_("About what?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Leave all of them empty to hear of everything. For one organisation or topic, filter the list of news and "
            "choose “Get this by mail” there."
        ),
    )

    def __init__(self, *args: Any, kept: Sequence[str] = (), **kwargs: Any) -> None:
        """``kept`` are the subjects that somebody has, which stay on offer whatever became of them."""
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.kept = kept
        self.initial.setdefault("languages", [current_language()])
        self.fields["subjects"].choices = lambda: self.offered  # type: ignore[attr-defined]

    @cached_property
    def offered(self) -> list[tuple[str, Any]]:
        """What was asked for by name, then what every form offers."""
        sent = self["subjects"].data if self.is_bound else self.initial.get("subjects")
        named = labels_of([*(sent or ()), *self.kept])
        return list((dict.fromkeys(self.kept, GONE) | named | offered_to_all()).items())

    def chosen(self) -> Choices:
        """What was filled in."""
        data = self.cleaned_data
        return Choices(
            content=data["content"],
            languages=tuple(data["languages"]),
            subjects=tuple(data["subjects"]),
        )


class SubscribeForm(ChoicesForm, GuardedForm):
    """The same from somebody whom nobody knows, with an address."""

    address = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={"invalid": _("Check the address: it should look like name@example.org.")},
    )

    field_order = ["address", "content", "languages", "subjects"]


def as_initial(choices: Choices) -> dict[str, Any]:
    """Choices as the form holds them."""
    return {
        "content": choices.content,
        "languages": list(choices.languages),
        "subjects": list(choices.subjects),
    }


def in_words(choices: Choices) -> dict[str, Any]:
    """Choices as a page shows them."""
    labels, languages = labels_of(choices.subjects) | offered_to_all(), dict(settings.LANGUAGES)
    return {
        "content": AlertContent(choices.content).label,
        "languages": [languages[code] for code in choices.languages if code in languages],
        "subjects": [labels.get(name, GONE) for name in choices.subjects],
    }
