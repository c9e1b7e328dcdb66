"""The kinds of things that need somebody. Each app registers its own with ``@need`` in the app's ``ready``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.functional import Promise

Text = str | Promise
LIST = "need"


@dataclass(frozen=True)
class Source:
    """Some of the things, all of one model. ``by`` names the field that says how pressing each is, the least first."""

    things: QuerySet[Any]
    by: str


@dataclass(frozen=True)
class Action:
    """What can be done with the chosen things of a list at once."""

    label: Text
    done: Text
    may: Callable[[Any, Any], bool]
    carry_out: Callable[[Any, Any], Any]


def itself(thing: Any) -> Any:
    """The thing that a row is about: the row."""
    return thing


def nothing(thing: Any) -> str:
    """No remark, no other way."""
    return ""


Sources = Callable[[Any], Iterable[Source]]


@dataclass(frozen=True)
class Need:
    """One line of the first page.

    ``sources`` gives what a user may see and open: no source at all, and the line is not theirs. ``moment`` is the
    heading of the sources' fields, ``never`` the word for an empty one. ``subject`` leads from a row to the page or
    record, ``remark`` says something of a row, ``way`` leads to where something is done about it if that is not the
    form of the thing. ``address`` names another list than the general one.
    What is not ``on_first_page`` is a report.
    """

    name: str
    label: Text
    explanation: Text
    moment: Text
    order: int
    sources: Sources
    never: Text = ""
    subject: Callable[[Any], Any] = itself
    remark: Callable[[Any], Text] = nothing
    way: Callable[[Any], str] = nothing
    address: str = ""
    action: Action | None = None
    on_first_page: bool = True

    @property
    def url(self) -> str:
        """Where the list is."""
        return reverse(self.address) if self.address else reverse(LIST, args=[self.name])


_needs: list[Need] = []


def need(name: str, **details: Any) -> Callable[[Sources], Sources]:
    """Register a function that gives the sources of a need for a user."""

    def register(function: Sources) -> Sources:
        _needs.append(Need(name=name, sources=function, **details))
        _needs.sort(key=lambda each: each.order)
        return function

    return register


def all_needs() -> list[Need]:
    """Every need, in order."""
    return list(_needs)


def need_named(name: str) -> Need | None:
    """One of them."""
    return next((each for each in _needs if each.name == name), None)
