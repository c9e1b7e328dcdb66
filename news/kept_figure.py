"""The number that a figure had when an article took it up; it stays when the register goes on."""

import copy
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import Figure

NUMBER = r"-?[\d.]+"
WRITTEN = re.compile(
    rf"^(?P<key>[\w-]+): (?P<qualifier>[\w-]+) (?P<value>{NUMBER})(?: - (?P<value_to>{NUMBER}))?"
    r"(?: \((?P<as_of>[\d-]+)\))?$"
)


@dataclass(frozen=True)
class KeptFigure:
    """A number with how it is meant and when it was counted; as a line “people-2024: more-than 25000 (2024-12)”."""

    key: str
    qualifier: str
    value: Decimal
    value_to: Decimal | None
    as_of: str

    def __str__(self) -> str:
        number = f"{self.value.normalize():f}"
        until = f" - {self.value_to.normalize():f}" if self.value_to is not None else ""
        return f"{self.key}: {self.qualifier} {number}{until}" + (f" ({self.as_of})" if self.as_of else "")

    def applied_to(self, figure: "Figure") -> "Figure":
        """The figure with the number of that day."""
        kept = copy.copy(figure)
        kept.qualifier, kept.value, kept.value_to, kept.as_of = self.qualifier, self.value, self.value_to, self.as_of
        return kept


def keep(figure: "Figure") -> KeptFigure:
    """The figure's number as it is now."""
    value_to = None if figure.value_to is None else Decimal(figure.value_to)
    return KeptFigure(figure.key, figure.qualifier, Decimal(figure.value), value_to, figure.as_of)


def read_kept(line: str, figure: "Figure") -> KeptFigure | None:
    """The number that a line keeps of a figure; None for a line of another figure, or an unreadable one."""
    found = WRITTEN.match(line)
    if not found or found["key"] != figure.key:
        return None
    value_to = Decimal(found["value_to"]) if found["value_to"] else None
    return KeptFigure(found["key"], found["qualifier"], Decimal(found["value"]), value_to, found["as_of"] or "")
