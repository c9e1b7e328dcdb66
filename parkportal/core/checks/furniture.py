"""What came along from another page when text was pasted: cookie lines, share buttons, language switches."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from .finding import Finding, Severity
from .passages import Passage
from .rules import rule

SHORT = 14  # Words of a paragraph that can be nothing but furniture.


@dataclass(frozen=True)
class Furniture:
    """A piece of furniture. ``whole`` matches a whole paragraph, ``within`` anything in a paragraph."""

    severity: Severity
    whole: re.Pattern[str]
    within: re.Pattern[str]

    def severity_in(self, text: str) -> Severity | None:
        """How bad it is here; None if it isn't here. Inside a long paragraph it may be meant."""
        if self.whole.fullmatch(text.strip()):
            return self.severity
        if self.within.search(text):
            return self.severity if len(text.split()) <= SHORT else Severity.WARNING
        return None


def _furniture() -> list[Furniture]:
    read = tomllib.loads(Path(__file__).with_name("furniture.toml").read_text(encoding="utf-8"))
    return [
        Furniture(Severity(each["severity"]), *(_either(each.get(key, [])) for key in ("whole", "within")))
        for each in read["furniture"]
    ]


def _either(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)


FURNITURE = _furniture()


@rule(order=50)
def furniture(thing: Any, passages: list[Passage]) -> Iterator[Finding]:
    """One finding for each paragraph that holds some."""
    for passage in passages:
        severity = next(filter(None, (each.severity_in(passage.text) for each in FURNITURE)), None)
        if severity:
            message = _("“%(text)s” came along from another page. Remove it.") % {"text": passage.text.strip()[:80]}
            yield Finding("furniture", severity, message, passage.place)
