"""Loads the terms that come with the software; what staff changed or added stays."""

import tomllib
from pathlib import Path
from typing import Any

from .languages import in_every_language
from .models import Term, Vocabulary

FOLDER = Path(__file__).parent / "vocabularies"


def load_vocabularies(**kwargs: Any) -> None:
    """Add the terms that are not there yet, of every vocabulary. Also a receiver of ``post_migrate``."""
    known = set(Term.objects.values_list("vocabulary", "identifier"))
    Term.objects.bulk_create(
        term
        for vocabulary in Vocabulary
        for term in _terms(vocabulary)
        if (term.vocabulary, term.identifier) not in known
    )


def _terms(vocabulary: Vocabulary) -> list[Term]:
    data = tomllib.loads((FOLDER / f"{vocabulary.value}.toml").read_text(encoding="utf-8"))
    return [_term(vocabulary, order, entry) for order, entry in enumerate(data["term"])]


def _term(vocabulary: Vocabulary, order: int, entry: dict[str, Any]) -> Term:
    wording = {column: entry.get(column, "") for column in in_every_language("label", "definition")}
    return Term(
        vocabulary=vocabulary,
        identifier=entry["identifier"],
        order=order,
        nlqf=entry.get("nlqf", ""),
        same_as=entry.get("same_as", ""),
        **wording,
    )
