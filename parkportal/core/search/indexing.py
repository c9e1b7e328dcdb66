"""Writes and removes entries of the search index."""

from collections.abc import Iterable

from ..models import SearchEntry, SearchWord
from .analysis import lexemes_of, name_lexemes, words_of
from .searchable import Searchable, Texts, kind_of, without_tags
from .understanding import term_lexeme

SHORTEST_WORD, LONGEST_WORD = 4, 60  # Of those that may correct a misspelt one.
WRITTEN = ("language", "names", "keywords", "summary", "words", "day", "labels")


def write_entries(things: Iterable[Searchable]) -> None:
    """Make or renew the entries of these records and pages."""
    things = list(things)
    entries = [entry_of(thing) for thing in things]
    SearchEntry.objects.bulk_create(
        entries, update_conflicts=True, unique_fields=["kind", "object_id"], update_fields=WRITTEN
    )
    remember_words(things)


def remove_entry(thing: Searchable) -> None:
    """Forget something that was deleted."""
    SearchEntry.objects.of(kind_of(type(thing))).filter(object_id=thing.pk).delete()


def entry_of(thing: Searchable) -> SearchEntry:
    """What the index is to know of a record or page."""
    names = list(dict.fromkeys(" ".join(words_of(name)) for name in thing.search_names()))
    terms = {term_lexeme(term.pk) for term in thing.search_terms() if term}
    keywords = _lexemes(thing.search_keywords()) | terms
    summary = _lexemes(thing.search_summary())
    text = _lexemes(thing.search_text())
    return SearchEntry(
        kind=kind_of(type(thing)),
        object_id=thing.pk,
        language=thing.search_language(),
        names=f"| {' | '.join(names)} |",
        keywords=keywords,
        summary=summary,
        words=keywords.union(summary, text, *map(name_lexemes, thing.search_names())),
        day=thing.search_day(),
        labels=thing.search_labels(),
    )


def _lexemes(texts: Texts) -> set[str]:
    return set().union(*(lexemes_of(without_tags(text), language) for language, text in texts if text))


def remember_words(things: Iterable[Searchable]) -> None:
    """Note the words as they are written, to correct others by."""
    words = {word for thing in things for text in _all_texts(thing) for word in words_of(without_tags(text))}
    SearchWord.objects.bulk_create(
        [SearchWord(word=word, length=len(word)) for word in words if SHORTEST_WORD <= len(word) <= LONGEST_WORD],
        ignore_conflicts=True,
    )


def _all_texts(thing: Searchable) -> Iterable[str]:
    yield from thing.search_names()
    for texts in (thing.search_keywords(), thing.search_summary(), thing.search_text()):
        yield from (text for _language, text in texts if text)
