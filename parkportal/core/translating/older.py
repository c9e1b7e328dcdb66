"""Texts of a record that were left as they were when the same text changed in another language.

A record has no original: either language may be the one that moved on. Whoever confirms the entry has read both.
"""

import datetime
from dataclasses import dataclass
from typing import Any

from ..field_labels import field_label
from ..languages import other_languages
from ..models import Record
from ..provenance import written_on
from .missing import text_names


@dataclass(frozen=True)
class Older:
    """A text, and the day on which it last changed in another language."""

    label: str
    changed_on: datetime.date


def older_in(record: Any, language: str) -> list[Older]:
    """The texts in a language that are older than in another, unless the entry was confirmed since."""
    if not isinstance(record, Record) or not record.pk:
        return []
    model: Any = type(record)
    days, confirmed, found = written_on(record), record.confirmed_on or datetime.date.min, []
    for name in text_names(model):
        own = days.get(f"{name}_{language}")
        others = [days.get(f"{name}_{other}", datetime.date.min) for other in other_languages(language)]
        if own and max(own, confirmed) < max(others):
            found.append(Older(field_label(model, name), max(others)))
    return found
