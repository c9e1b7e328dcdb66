"""Whether two versions of a page say something else, or are only spelt otherwise."""

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from difflib import SequenceMatcher
from typing import Any

from django.utils.html import strip_tags
from rapidfuzz.distance import DamerauLevenshtein

TELLING = ("title", "headline", "lead", "intro", "body", "notes", "embargo_rules", "correction_rows")
ONLY_NAMES = ("id", "pk", "type", "sort_order")
SHORTEST_MISSPELT = 5  # “geen” for “een”, “June” for “July”: in short words a letter is a meaning.
WORD = re.compile(r"\w+")


def differs(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """Whether two contents of revisions differ in more than spelling, punctuation, markup and spacing."""
    old, new = words(before), words(after)
    for tag, begin, end, new_begin, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if end - begin != new_end - new_begin:
            return True
        if not all(map(is_respelling, old[begin:end], new[new_begin:new_end])):
            return True
    return False


def words(content: dict[str, Any]) -> list[str]:
    """The words and numbers that a content of a revision holds, in lower case."""
    texts = (text for name in TELLING for text in _texts(content.get(name)))
    return [word.casefold() for text in texts for word in WORD.findall(text)]


def is_respelling(before: str, after: str) -> bool:
    """Whether a word is another one with a letter mended; never where it holds a digit or begins otherwise."""
    return (
        min(len(before), len(after)) >= SHORTEST_MISSPELT
        and before[0] == after[0]
        and not any(character.isdigit() for character in before + after)
        and DamerauLevenshtein.distance(before, after) <= 1
    )


def _texts(value: Any) -> Iterator[str]:
    """Every text and number in a field's value; a StreamField is kept as JSON in a string."""
    if isinstance(value, str) and value.startswith("["):
        with suppress(ValueError):
            value = json.loads(value)
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in ONLY_NAMES:
                yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, bool) or value is None:
        return
    else:
        yield strip_tags(str(value).replace("><", "> <"))
