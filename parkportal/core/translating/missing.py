"""Texts that a record has in one language and lacks in another."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.db.models import Model, Q
from django.utils.html import strip_tags
from django.utils.text import capfirst
from modeltranslation.translator import NotRegistered, translator

from ..languages import LANGUAGE_CODES, other_languages

EMPTY = r"^(\s|<p[^>]*>|</p>|<br\s*/?>)*$"  # What Wagtail's editor leaves of a text that was taken out.
NEEDS_NO_TRANSLATION = ("slug", "source_note")


@dataclass(frozen=True)
class Missing:
    """A field that lacks its text in a language."""

    label: str
    column: str
    language: str


@cache
def text_names(model: type[Model]) -> tuple[str, ...]:
    """The translated fields of a model that want a text in every language. A model names those that don't."""
    try:
        options: Any = translator.get_options_for_model(model)
    except NotRegistered:
        return ()
    exempt = (*NEEDS_NO_TRANSLATION, *getattr(model, "same_in_every_language", ()))
    return tuple(name for name in options.fields if name not in exempt)


def missing_in(thing: Any) -> list[Missing]:
    """What it lacks, in the order of its fields."""
    model: Any = type(thing)
    return [
        Missing(capfirst(_label(thing, name)), f"{name}_{code}", str(label))
        for name in text_names(model)
        for code, label in settings.LANGUAGES
        if not _has(thing, name, code) and any(_has(thing, name, other) for other in other_languages(code))
    ]


def missing_q(model: type[Model]) -> Q:
    """A condition: a text is there in one language and not in another."""
    condition = Q(pk__in=[])
    for name in text_names(model):
        empty = {code: _empty_q(f"{name}_{code}") for code in LANGUAGE_CODES}
        for code in LANGUAGE_CODES:
            for other in other_languages(code):
                condition |= empty[code] & ~empty[other]
    return condition


def _empty_q(column: str) -> Q:
    return Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__regex": EMPTY})


def _has(thing: Any, name: str, code: str) -> bool:
    return bool(strip_tags(str(getattr(thing, f"{name}_{code}", "") or "")).strip())


def _label(thing: Any, name: str) -> str:
    return str(thing._meta.get_field(name).verbose_name)
