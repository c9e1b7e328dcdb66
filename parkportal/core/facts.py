"""Facts as a page shows them: a label and a value, with a link and a note where there is one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from .models.term import Term


@dataclass(frozen=True)
class Fact:
    """A row of a list of facts."""

    label: str | Promise
    value: str
    url: str = ""
    note: str = ""
    links: tuple[tuple[str, str], ...] = ()


def terms_fact(label: str | Promise, terms: Iterable[Term], url: str) -> Fact:
    """Terms, each with the list of the records that have it too; ``url`` ends where the identifier follows."""
    found = list(terms)
    return Fact(label, joined(found), links=tuple((str(term), f"{url}{term.identifier}") for term in found))


def known(*facts: Fact) -> list[Fact]:
    """The facts that have a value."""
    return [fact for fact in facts if fact.value]


def joined(things: Iterable[object]) -> str:
    """Several values in one line."""
    return ", ".join(str(thing) for thing in things)
