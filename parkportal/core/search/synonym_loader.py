"""Loads the sets of synonyms that come with the software; what staff changed or added stays."""

import tomllib
from pathlib import Path
from typing import Any

from ..languages import in_every_language
from ..models import Synonym

FILE = Path(__file__).parent / "synonyms.toml"


def load_synonyms(**kwargs: Any) -> None:
    """Add the sets that are not there yet. Also a receiver of ``post_migrate``."""
    known = set(Synonym.objects.values_list("identifier", flat=True))
    sets = tomllib.loads(FILE.read_text(encoding="utf-8"))["synonym"]
    Synonym.objects.bulk_create(_synonym(entry) for entry in sets if entry["identifier"] not in known)


def _synonym(entry: dict[str, Any]) -> Synonym:
    wording = {column: "\n".join(entry.get(column, [])) for column in in_every_language("wording")}
    return Synonym(identifier=entry["identifier"], **wording)
