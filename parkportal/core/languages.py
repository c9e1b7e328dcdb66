"""The site's languages, and fields that have a value in each of them."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import CharField, F, Index, Model, Value
from django.db.models.functions import Coalesce, Lower, NullIf
from django.utils.html import strip_tags
from django.utils.translation import get_language

LANGUAGE_CODES: tuple[str, ...] = tuple(code for code, _ in settings.LANGUAGES)


def current_language() -> str:
    """The active language if the site has it, else the site's first."""
    code = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    return code if code in LANGUAGE_CODES else settings.LANGUAGE_CODE


def other_languages(language: str) -> list[str]:
    """The site's languages but the given one, in the order of the settings."""
    return [code for code in LANGUAGE_CODES if code != language]


def in_every_language(*names: str) -> list[str]:
    """The columns of translated fields: ``name`` gives ``name_nl`` and ``name_en``."""
    return [f"{name}_{code}" for name in names for code in LANGUAGE_CODES]


def translated(name: str, language: str | None = None) -> Coalesce:
    """A query expression: the field in one language, else in the others.

    modeltranslation rewrites ``order_by`` and ``values`` without that fallback.
    """
    language = language or current_language()
    columns = [NullIf(F(f"{name}_{code}"), Value("")) for code in (language, *other_languages(language))]
    return Coalesce(*columns, Value(""), output_field=CharField())


def name_key(language: str | None = None) -> Lower:
    """A query expression: the name to sort by, in one language, capitals or not."""
    return Lower(translated("name", language))


def name_indexes(model_name: str) -> list[Index]:
    """For each language the index by which a list of records is in order."""
    return [Index(name_key(code), "id", name=f"{model_name}_name_{code}") for code in LANGUAGE_CODES]


@dataclass(frozen=True)
class Localised:
    """A text with the language it is really in."""

    text: str
    language: str
    wanted: str

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_fallback(self) -> bool:
        """Whether the text stands in for one that is missing in the wanted language."""
        return bool(self.text) and self.language != self.wanted


def localised_lines(obj: Model | Any, name: str) -> list[Localised]:
    """The lines of a translated field, each with the language it is in."""
    text = localise(obj, name)
    lines = filter(None, map(str.strip, text.text.splitlines()))
    return [Localised(line, text.language, text.wanted) for line in lines]


def localise(obj: Model | Any, name: str, language: str | None = None) -> Localised:
    """A translated field's value in one language, else in the first other language that has one."""
    wanted = language or current_language()
    for code in (wanted, *other_languages(wanted)):
        text = str(getattr(obj, f"{name}_{code}", "") or "")
        if strip_tags(text).strip():
            return Localised(text, code, wanted)
    return Localised("", wanted, wanted)
