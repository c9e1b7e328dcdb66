"""Who answers to which address, asked in memory: for whoever checks thousands of records at once."""

from collections import defaultdict
from typing import Any

from .languages import LANGUAGE_CODES


class Addresses:
    """The last parts of addresses in each language, each with the key of the record that has it."""

    def __init__(self) -> None:
        self._owners: dict[str, dict[str, int]] = defaultdict(dict)

    def note(self, key: int, fallback: str, slugs: dict[str, str | None]) -> None:
        """A record's addresses; where it has none in a language, it answers to the first."""
        for code in LANGUAGE_CODES:
            self._owners[code][slugs.get(code) or fallback] = key

    def is_taken(self, record: Any, code: str) -> bool:
        """Whether another record answers to this one's address."""
        return self._owners[code].get(record.slug_in(code), record.pk) != record.pk
