"""What the rules look for in each language, as data."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NEVER = re.compile(r"(?!)")
NUMBER = r"\d{1,3}(?:[.,\u00a0]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"


@dataclass(frozen=True)
class Wording:
    """The patterns of a language."""

    superlative: re.Pattern[str] = NEVER
    figure: re.Pattern[str] = NEVER
    source: re.Pattern[str] = NEVER
    speech: re.Pattern[str] = NEVER
    embargo: re.Pattern[str] = NEVER


@cache
def wording(language: str) -> Wording:
    """The patterns of a language; none for one that nobody wrote down."""
    read = tomllib.loads(Path(__file__).with_name("wording.toml").read_text(encoding="utf-8")).get(language)
    if read is None:
        return Wording()
    figure = (
        rf"\b{read['quantifiers']} (?:€ ?)?(?:{NUMBER})\b|(?:€ ?|\b)(?:{NUMBER}) ?(?:%|{read['magnitudes']}\b)"
        r"|€ ?(?:\d[\d.,]*)|\b\d{1,3}(?:[.,\u00a0]\d{3})+\b"
    )
    return Wording(
        superlative=_pattern("|".join(f"(?:{each})" for each in read["superlatives"])),
        figure=_pattern(figure),
        source=_pattern(read["sources"]),
        speech=_pattern(read["speech"]),
        embargo=_pattern(read["embargo"]),
    )


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE)
