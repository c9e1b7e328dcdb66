"""Words and phrases that mean the same, from the Synonym records, kept for a minute."""

from collections.abc import Iterator, Sequence

from django.db.models.signals import post_delete, post_save

from ..kept import Kept
from ..languages import LANGUAGE_CODES
from ..models.synonym import Synonym
from .analysis import is_stop_word, stems, words_of

Phrases = tuple[tuple[str, ...], ...]
LONGEST_PHRASE = 4


def keys_of(words: Sequence[str]) -> set[str]:
    """By what a phrase is known however it is inflected and joined: the stems of its words without spaces."""
    keys = {"".join(words)}
    for code in LANGUAGE_CODES:
        keys.add("".join("".join(stems(word, code)) for word in words))
        keys |= stems("".join(words), code)
    return keys


def _keyed_phrases() -> Iterator[tuple[str, Phrases]]:
    for synonym in Synonym.objects.filter(in_use=True).order_by("identifier"):
        phrases = tuple(dict.fromkeys(tuple(_words(phrase)) for phrase in synonym.phrases))
        for phrase in phrases:
            for key in keys_of(phrase):
                yield key, phrases


def _words(phrase: str) -> list[str]:
    words = words_of(phrase)
    return [word for word in words if not is_stop_word(word)] or words


def _read() -> dict[str, Phrases]:
    return dict(_keyed_phrases())


phrases_by_key = Kept("synonyms", _read)  # The phrases of each set by every key of every phrase in it.

for signal in (post_save, post_delete):
    signal.connect(phrases_by_key.forget, sender=Synonym, dispatch_uid="forget_synonyms")
