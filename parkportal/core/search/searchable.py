"""What can be found: models that say by which words."""

import datetime
import html
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.functional import Promise
from django.utils.translation import override

from ..languages import LANGUAGE_CODES

if TYPE_CHECKING:
    from ..models.term import Term

Texts = Iterable[tuple[str, str]]  # Each with its language, or "" for all.
TAG = re.compile(r"<[^>]*>")


def without_tags(text: str) -> str:
    """The words of rich text."""
    return html.unescape(TAG.sub(" ", text))


def texts_of(thing: Any, *fields: str) -> Texts:
    """Translated fields in every language that has them."""
    return [
        (code, text) for name in fields for code in LANGUAGE_CODES if (text := getattr(thing, f"{name}_{code}", ""))
    ]


def in_each_language(message: str | Promise) -> Texts:
    """A message of the interface in every language."""
    texts = []
    for code in LANGUAGE_CODES:
        with override(code):
            texts.append((code, str(message)))
    return texts


class Searchable:
    """A model with an entry in the search index, written whenever it is saved with its children."""

    pk: Any
    search_kind: ClassVar[str] = ""

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Keep the index right. Saving a few fields, such as the latest revision, changes no words."""
        saved = super().save(*args, **kwargs)  # type: ignore[misc]  # The model's.
        if kwargs.get("update_fields") is None:
            from .indexing import write_entries  # The index is a model too.

            write_entries([self])
        return saved

    def search_language(self) -> str:
        """The language of a page; empty for what is found in all of them."""
        return ""

    def search_names(self) -> Iterable[str]:
        """What it is called, or was, or is by mistake."""
        return []

    def search_terms(self) -> Iterable["Term | None"]:
        """The terms that describe it."""
        return []

    def search_keywords(self) -> Texts:
        """Other words that describe it."""
        return []

    def search_summary(self) -> Texts:
        """What it is in a sentence."""
        return []

    def search_text(self) -> Texts:
        """Everything else."""
        return []

    def search_day(self) -> datetime.date | None:
        """The day that puts newer before older, of what has one."""
        return None

    def search_labels(self) -> dict[str, list[str]]:
        """Name and address by language, as a suggestion shows them."""
        return {}


def kind_of(model: Any) -> str:
    """The name of a model in the index; kinds of pages may share one."""
    return getattr(model, "search_kind", "") or model._meta.label_lower
