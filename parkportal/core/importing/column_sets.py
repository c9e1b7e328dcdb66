"""The columns of several fields at once, as each app's ``imports.py`` asks for them."""

from typing import Any

from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext_lazy

from ..languages import LANGUAGE_CODES
from ..partial_date import PartialDateField
from .columns import Column, PartialDay, Say, TextIn


def plain_columns(model: Any, *names: str) -> list[Column]:
    """Fields of text and dates under their own names."""
    fields = [model._meta.get_field(name) for name in names]
    return [
        (PartialDay if isinstance(field, PartialDateField) else Column)(name=field.name, label=field.verbose_name)
        for field in fields
    ]


def translated_columns(
    label: Say, field: str, *also: str, file_language: str, kind: type[TextIn] = TextIn
) -> list[Column]:
    """A translated field by the language of the file, and in each language by name."""
    own = kind(name=field, field=field, language=file_language, neutral=True, label=label, also=also)
    named = [
        kind(name=f"{field}_{code}", field=field, language=code, label=in_language(label, code))
        for code in LANGUAGE_CODES
    ]
    return [own, *named]


def in_language(label: Say, code: str) -> str:
    """“Name (Dutch)”."""
    return IN_LANGUAGE % {"label": capfirst(str(label)), "language": get_language_info(code)["name_translated"]}


IN_LANGUAGE = gettext_lazy("%(label)s (%(language)s)")
