"""Text in another language than its page or field should have, told by the small words that only one language has.

Our own and not a library: with two known languages the small words decide from a handful of words on, and a text
without them (a name, a list of terms) is no evidence at all. See docs/decisions/checks.md.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page

from .finding import Finding, Severity
from .passages import Passage
from .rules import rule

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
FEWEST = 3  # Small words of a language before it is believed,
TIMES = 3  # and how many more than those of the language that the text should have.


def _small_words() -> dict[str, frozenset[str]]:
    read = tomllib.loads(Path(__file__).with_name("small_words.toml").read_text(encoding="utf-8"))
    words = {code: set(text.split()) for code, text in read.items()}
    shared = {
        word for code in words for word in words[code] if any(word in words[other] for other in words if other != code)
    }
    return {code: frozenset(words[code] - shared) for code in words}


SMALL_WORDS = _small_words()


def language_of(text: str, wanted: str = "") -> str:
    """The language of a text, or the wanted one where there is no evidence against it."""
    words = Counter(WORD.findall(text.casefold()))
    scores = {code: sum(times for word, times in words.items() if word in small) for code, small in SMALL_WORDS.items()}
    best = max(scores, key=lambda code: scores[code])
    rest = max((score for code, score in scores.items() if code != best), default=0)
    return best if scores[best] >= max(FEWEST, TIMES * rest) else wanted


@rule(order=40)
def language(thing: Any, passages: list[Passage]) -> Iterator[Finding]:
    """A page that is mostly in another language is an error, a single passage is a warning."""
    checked = [passage for passage in passages if passage.language in SMALL_WORDS]
    wrong = [
        (passage, code)
        for passage in checked
        if (code := language_of(passage.text, passage.language)) != passage.language
    ]
    if isinstance(thing, Page) and _length(wrong) > sum(len(passage.text) for passage in checked) / 2:
        passage, code = wrong[0]
        message = _("Most of this page is in %(found)s, but it is a page in %(wanted)s. Translate it first.")
        yield Finding("language", Severity.ERROR, message % _names(code, passage.language))
        return
    for passage, code in wrong:
        message = _("“%(text)s” is in %(found)s; %(wanted)s belongs here.")
        words = {"text": passage.text.strip()[:60]}
        yield Finding("language", Severity.WARNING, message % (words | _names(code, passage.language)), passage.place)


def _length(wrong: list[tuple[Passage, str]]) -> int:
    return sum(len(passage.text) for passage, _code in wrong)


def _names(found: str, wanted: str) -> dict[str, str]:
    return {key: get_language_info(code)["name_translated"] for key, code in (("found", found), ("wanted", wanted))}
