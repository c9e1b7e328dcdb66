"""What can be imported. Each app declares its kinds in its ``imports.py``."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..models import Record
from .columns import Address, Column, translated_columns

ID, SLUG = "id", "slug"
Columns = Callable[[str], list[Column]]


def nothing_more(records: Iterable[Any]) -> None:
    """Nothing follows from a change but what follows from that of every record."""


@dataclass(frozen=True)
class Kind:
    """A kind of records that a file may hold. ``columns`` makes them for the language of a file.

    ``left_out`` names columns of our own export that follow from others. ``required`` are columns without which a new
    record can't be. ``afterwards`` does what the model's own save does beyond storing.
    """

    key: str
    label: Promise
    model: type[Record]
    columns: Columns
    required: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    afterwards: Callable[[list[Any]], None] = nothing_more

    def columns_in(self, language: str) -> dict[str, Column]:
        """Its columns by name, those of every record first."""
        common = [
            Address(name=SLUG, label=_("address"), field=self.model.fallback_slug_column),
            *translated_columns(_("name"), "name", "naam", file_language=language),
            *translated_columns(_("summary"), "summary", "samenvatting", file_language=language),
        ]
        return {column.name: column for column in [*common, *self.columns(language)]}


_kinds: dict[str, Kind] = {}


def importable(kind: Kind) -> Kind:
    """Register a kind."""
    _kinds[kind.key] = kind
    return kind


def all_kinds() -> dict[str, Kind]:
    """The kinds by key, in the order in which they were declared."""
    return dict(_kinds)


def kind_named(key: str) -> Kind:
    """The kind of a job."""
    return _kinds[key]
