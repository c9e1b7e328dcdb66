"""From what a visitor types to a Query: words by stem or beginning, synonyms, terms of the vocabularies."""

from collections.abc import Iterator
from functools import lru_cache

from ..languages import LANGUAGE_CODES
from ..models.term import Term
from ..term_cache import terms_by_pk
from .analysis import INSIDE_NAME, NAME_START, SHORTEST_INFIX, is_stop_word, joined_pairs, lexemes_of, stems, words_of
from .query import Concept, Leaf, Query, Word
from .synonyms import LONGEST_PHRASE, Phrases, keys_of, phrases_by_key
from .words_field import spaced

WORDS_READ = 8
TERM = "#"  # Marks a term by its key, so that a changed label needs no new index.


def understand(text: str) -> Query:
    """What a text asks for."""
    words = tuple(words_of(text)[:WORDS_READ])
    meant = [word for word in words if not is_stop_word(word)] or list(words)
    return Query(words, tuple(_concepts(meant)))


def exactly(word: str) -> Query:
    """The query for a whole word or its stem, or a term that holds it: neither a beginning nor a part."""
    return Query((word,), (with_terms(Concept((_phrasing((word,)),))),))


def term_lexeme(key: int) -> str:
    """How the index knows a term."""
    return f"{TERM}{key}"


def with_terms(concept: Concept) -> Concept:
    """The concept, also found by the terms whose labels answer it."""
    tokens = [Leaf(term_lexeme(pk)) for pk, label in _term_labels() if concept.fits(label)]
    return Concept((*concept.phrasings, (Word("", tuple(tokens)),))) if tokens else concept


def terms_answering(query: Query) -> list[Term]:
    """The terms whose labels answer a whole query."""
    terms = terms_by_pk()
    return [terms[pk] for pk, label in _term_labels() if all(concept.fits(label) for concept in query.concepts)]


def word_labels() -> set[str]:
    """The words of the terms' labels and of the synonyms."""
    labels = (getattr(term, f"label_{code}") or "" for term in terms_by_pk().values() for code in LANGUAGE_CODES)
    phrases = (word for phrases in phrases_by_key().values() for phrase in phrases for word in phrase)
    return {*phrases, *(word for label in labels for word in words_of(label))}


def _term_labels() -> Iterator[tuple[int, str]]:
    for pk, term in terms_by_pk().items():
        yield pk, _label_lexemes(*(getattr(term, f"label_{code}") or "" for code in LANGUAGE_CODES))


@lru_cache(maxsize=2_000)
def _label_lexemes(*labels: str) -> str:
    texts = zip(labels, LANGUAGE_CODES, strict=True)
    return spaced(set().union(*(lexemes_of(label, code) for label, code in texts)))


def _concepts(words: list[str]) -> Iterator[Concept]:
    known = phrases_by_key()
    at = 0
    while at < len(words):
        length, phrases = _longest_phrase(words, at, known)
        literal = tuple(_word(words, index) for index in range(at, at + length))
        yield with_terms(Concept((literal, *map(_phrasing, phrases))))
        at += length


def _longest_phrase(words: list[str], at: int, known: dict[str, Phrases]) -> tuple[int, Phrases]:
    """How many words from here on make a phrase that has synonyms, and which; one word without, if none do."""
    for length in range(min(LONGEST_PHRASE, len(words) - at), 0, -1):
        for key in keys_of(words[at : at + length]):
            if key in known:
                return length, known[key]
    return 1, ()


def _word(words: list[str], at: int) -> Word:
    """A word by its beginning, its stem, a part of a name, or joined to its neighbour."""
    word = words[at]
    leaves = [Leaf(word, prefix=len(word) >= SHORTEST_INFIX), *map(Leaf, sorted(stems(word) - {word}))]
    if len(word) >= SHORTEST_INFIX:
        leaves.append(Leaf(INSIDE_NAME + word, prefix=True))
    elif len(word) > 1:
        leaves.append(Leaf(NAME_START + word, prefix=True))
    for pair in joined_pairs(words[max(0, at - 1) : at + 2]):
        leaves += map(Leaf, sorted(pair))
    return Word(word, tuple(leaves))


def _phrasing(phrase: tuple[str, ...]) -> tuple[Word, ...]:
    """A synonym: a whole word, or words that follow each other."""
    if len(phrase) == 1:
        return (Word(phrase[0], tuple(Leaf(lexeme) for lexeme in sorted({phrase[0], *stems(phrase[0])}))),)
    pairs = zip(phrase, phrase[1:], joined_pairs(list(phrase)), strict=False)
    return tuple(Word(f"{first} {second}", tuple(map(Leaf, sorted(pair)))) for first, second, pair in pairs)
