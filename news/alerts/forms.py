"""What visitors fill in."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from parkportal.core.languages import current_language
from parkportal.core.models import Vocabulary
from parkportal.core.public_forms import GuardedForm
from parkportal.core.term_cache import terms_of

from ..models import AlertContent
from .choices import Choices

PARK = "park"


def subjects() -> list[tuple[str, Any]]:
    """The park as a whole, then its sectors."""
    return [(PARK, _("The park as a whole")), *((term.identifier, term) for term in terms_of(Vocabulary.SECTOR))]


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
        choices=subjects,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Leave all of them empty to hear of everything."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.initial.setdefault("languages", [current_language()])

    def chosen(self) -> Choices:
        """What was filled in."""
        data = self.cleaned_data
        return Choices(
            content=data["content"],
            languages=tuple(data["languages"]),
            sectors=tuple(each for each in data["subjects"] if each != PARK),
            about_park=PARK in data["subjects"],
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
        "subjects": [*([PARK] if choices.about_park else []), *choices.sectors],
    }


def in_words(choices: Choices) -> dict[str, Any]:
    """Choices as a page shows them."""
    labels, languages = dict(subjects()), dict(settings.LANGUAGES)
    return {
        "content": AlertContent(choices.content).label,
        "languages": [languages[code] for code in choices.languages if code in languages],
        "subjects": [labels[each] for each in as_initial(choices)["subjects"] if each in labels],
    }
