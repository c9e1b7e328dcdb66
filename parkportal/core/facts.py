"""Facts as a page shows them: a label and a value, with a link and a note where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Fact:
    """A row of a list of facts."""

    label: str | Promise
    value: str
    url: str = ""
    note: str = ""


def known(*facts: Fact) -> list[Fact]:
    """The facts that have a value."""
    return [fact for fact in facts if fact.value]


def joined(things: Iterable[object]) -> str:
    """Several values in one line."""
    return ", ".join(str(thing) for thing in things)
