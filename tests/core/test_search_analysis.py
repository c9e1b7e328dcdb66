"""How texts become words, without a database."""

import pytest

from parkportal.core.search.analysis import lexemes_of, name_lexemes, words_of
from parkportal.core.search.query import Concept, Leaf, Query, Word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Geavanceerde therapieën", ["geavanceerde", "therapieen"]),
        ("cryo-EM / ISO 14644", ["cryo", "em", "iso", "14644"]),
        ("3,300 m²", ["3", "300", "m2"]),
        ("ÅNGSTRÖM Straße", ["angstrom", "strasse"]),
        ("' & | ! * % _", []),
    ],
)
def test_words_have_no_accents_capitals_or_signs(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("vaccins", "vaccin", "nl"),
        ("cleanrooms", "cleanroom", "en"),
        ("therapieën", "therapie", "nl"),
        ("muizen", "muis", "nl"),
        ("manufacturing", "manufacturer", "en"),
    ],
)
def test_inflections_meet_in_their_stem(one: str, other: str, language: str) -> None:
    assert lexemes_of(one, language) & lexemes_of(other, language)


@pytest.mark.parametrize("text", ["cryo-EM", "cryo EM", "cryoEM", "CRYOEM"])
def test_a_compound_is_the_same_joined_hyphenated_or_apart(text: str) -> None:
    assert "cryoem" in lexemes_of(text)


def test_words_that_say_nothing_neither_count_nor_join() -> None:
    assert lexemes_of("het lab van de school", "nl") == {"lab", "school"}


def test_a_name_is_found_by_any_part_of_a_word() -> None:
    assert {"necstgen", "^necstgen", "~stgen", "~gen"} <= name_lexemes("NecstGen")


def test_a_query_reads_the_same_in_both_databases() -> None:
    any_of = Word("lab", (Leaf("lab", prefix=True), Leaf("laboratori")))
    query = Query(
        ("lab", "dna"), (Concept(((any_of,), (Word("", (Leaf("#7"),)),))), Concept(((Word("dna", (Leaf("dna"),)),),)))
    )
    assert query.as_tsquery() == "(((('lab':* | 'laboratori')) | (('#7'))) & ((('dna'))))"
    condition, patterns = query.as_condition("?")
    assert condition == "((((? OR ?)) OR ((?))) AND (((?))))"
    assert patterns == [" lab", " laboratori ", " #7 ", " dna "]
