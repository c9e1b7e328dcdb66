"""The sections of a record's profile. Each app adds its own, so that facts below know nothing of stories above."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model
from django.utils.functional import Promise


@dataclass(frozen=True)
class Section:
    """A part of a profile: a heading and a template that gets the items, and lists for the profile's JSON-LD.

    One that ``leads`` stands above the record's own text, where a profile has room for that.
    """

    key: str
    heading: str | Promise
    template: str
    items: Sequence[Any]
    json_ld: dict[str, list[Any]] = field(default_factory=dict)
    leads: bool = False


Provider = Callable[[Any], Section]
_providers: dict[type[Model], list[tuple[int, Provider]]] = defaultdict(list)


def section_of(model: type[Model], *, order: int) -> Callable[[Provider], Provider]:
    """Register a function that makes a section for records of a model; lower orders come first."""

    def register(provider: Provider) -> Provider:
        _providers[model].append((order, provider))
        _providers[model].sort(key=lambda pair: pair[0])
        return provider

    return register


def sections_for(record: Model) -> list[Section]:
    """The record's sections that have something to show."""
    sections = (provider(record) for _, provider in _providers[type(record)])
    return [section for section in sections if section.items]


def structured(sections: Iterable[Section]) -> list[dict[str, list[Any]]]:
    """What the sections know of the record as schema.org data."""
    return [section.json_ld for section in sections]
