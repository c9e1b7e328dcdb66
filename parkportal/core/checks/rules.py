"""The rules, and what they find."""

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

from django.db.models import Model

from .finding import Finding, Severity, in_order
from .passages import Passage, passages_of

Rule = Callable[[Any, list[Passage]], Iterable[Finding]]
_rules: list[tuple[int, type[Model], Rule]] = []


def rule(model: type[Model] = Model, *, order: int) -> Callable[[Rule], Rule]:
    """Register a rule for a model and those that are made from it; what lower orders find comes first."""

    def register(function: Rule) -> Rule:
        _rules.append((order, model, function))
        _rules.sort(key=lambda entry: entry[0])
        return function

    return register


def findings(thing: Model) -> list[Finding]:
    """Everything that the rules find in a page or record as it is at hand, saved or not."""
    return in_order([*_missing(thing), *_by_rules(thing, passages_of(thing))])


def findings_in(thing: Model, fields: Container[str]) -> list[Finding]:
    """What the rules find in some fields of it."""
    return in_order(_by_rules(thing, passages_of(thing, fields)))


def errors(thing: Model) -> list[str]:
    """What keeps it from being published, a sentence each."""
    return [finding.sentence for finding in findings(thing) if finding.severity is Severity.ERROR]


def _missing(thing: Any) -> Iterator[Finding]:
    for message in thing.missing_for_publication():
        yield Finding("missing", Severity.ERROR, message)


def _by_rules(thing: Model, passages: list[Passage]) -> Iterator[Finding]:
    for _order, model, function in _rules:
        if isinstance(thing, model):
            yield from function(thing, passages)
