"""For who finds nothing: how much there would be without one of the things that were asked."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from django.db.models import CharField, Count, QuerySet, Value
from django.http import QueryDict

from .facet_selection import without
from .sorting import letter_of, with_initial


@dataclass(frozen=True)
class WayOn:
    """The list without one thing that was asked: what that is, where the list is, and how much is in it."""

    label: str
    url: str
    total: int


def ways_on(
    params: QueryDict, asked: dict[str, str], found: Callable[[str], Iterable[QuerySet]], letter: str = ""
) -> list[WayOn]:
    """The ways that lead to something: of the parameters with what each asks for, by what is ``found`` without it.

    The names of what is found begin with the ``letter``, if there is one and it is not what is left out. One query.
    """
    counted = [
        _counts(records, parameter, bool(letter) and parameter != "letter")
        for parameter in asked
        for records in found(parameter)
    ]
    totals = dict.fromkeys(asked, 0)
    for parameter, initial, total in _together(counted):
        totals[parameter] += total if initial is None or letter_of(initial) == letter else 0
    return [WayOn(label, without(params, name), totals[name]) for name, label in asked.items() if totals[name]]


def _counts(records: QuerySet, parameter: str, by_initial: bool) -> QuerySet:
    """The parameter, each initial or none, and how many records there are."""
    # A plain QuerySet, because modeltranslation's groups by every column.
    plain = QuerySet(model=records.model, query=records.query.clone()).order_by()
    named = with_initial(plain) if by_initial else plain.annotate(initial=Value(None, CharField()))
    grouped = named.values("initial", asked=Value(parameter, CharField())).annotate(total=Count("pk"))
    return grouped.values_list("asked", "initial", "total")


def _together(counted: Sequence[QuerySet]) -> Iterable[tuple[str, str | None, int]]:
    return counted[0].union(*counted[1:], all=True) if len(counted) > 1 else [row for each in counted for row in each]
