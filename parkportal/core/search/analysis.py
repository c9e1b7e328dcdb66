"""How a text becomes what the index keeps and what a query asks for: the same in every database.

A *lexeme* is a word without accents and capitals, its stem, or the joined stem of two neighbours, so that “cryo-EM”,
“cryo EM” and “cryoEM” meet.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

import snowballstemmer
from django.utils.translation import get_language_info

from ..languages import LANGUAGE_CODES
from .stop_words import STOP_WORDS

LONGEST_WORD = 60
SHORTEST_INFIX = 3
NAME_START, INSIDE_NAME = "^", "~"  # Mark lexemes for the beginning of a name's word, and for a part of it.
WORD = re.compile(r"[^\W_]+")
WITHOUT_DECOMPOSITION = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})
PLURAL_IN_IEEN = re.compile(r"ieen$")  # “therapieën”, which the stemmer leaves as it is.

_stemmers = {code: snowballstemmer.stemmer(get_language_info(code)["name"].lower()) for code in LANGUAGE_CODES}


def plain(text: str) -> str:
    """Without accents and capitals."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(WITHOUT_DECOMPOSITION))
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def words_of(text: str) -> list[str]:
    """The words, without accents and capitals; every other sign separates."""
    return WORD.findall(plain(text))


def languages_of(language: str) -> Iterable[str]:
    """The languages by whose rules a text is stemmed: its own, or all of them."""
    return (language,) if language else LANGUAGE_CODES


@lru_cache(maxsize=50_000)
def stems(word: str, language: str = "") -> frozenset[str]:
    """The word's stems in its language, or in every language."""
    singular = PLURAL_IN_IEEN.sub("ie", word)
    return frozenset(plain(_stemmers[code].stemWord(singular)) for code in languages_of(language)) - {""}


def is_stop_word(word: str, language: str = "") -> bool:
    """Whether a word says nothing of its own."""
    return any(word in STOP_WORDS[code] for code in languages_of(language))


def lexemes_of(text: str, language: str = "") -> set[str]:
    """The words, their stems, and the stems of neighbours joined."""
    found: set[str] = set()
    before = ""
    for word in (word[:LONGEST_WORD] for word in words_of(text)):
        silent = is_stop_word(word, language)
        if not silent:
            found |= {word, *stems(word, language)}
            if before:
                found |= joined(before, word, language)
        before = "" if silent else word
    return found


def name_lexemes(name: str) -> set[str]:
    """The lexemes of a name, which is in no language: also every part of a word, marked."""
    words = words_of(name)
    found = lexemes_of(name) | set(words)
    for word in words:
        found.add(NAME_START + word[:LONGEST_WORD])
        found |= {INSIDE_NAME + word[at:] for at in range(1, min(len(word), LONGEST_WORD) - SHORTEST_INFIX + 1)}
    return found


def joined(first: str, second: str, language: str = "") -> set[str]:
    """What stands in the index where two words follow each other."""
    return {first + stem for stem in stems(second, language)}


def joined_pairs(words: list[str]) -> list[set[str]]:
    """The same for each word and the next, in any language."""
    return [joined(first, second) for first, second in pairwise(words)]
