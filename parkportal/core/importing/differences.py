"""The differences as staff read them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import capfirst

from ..models import ImportChange
from .kinds import Kind


@dataclass(frozen=True)
class Line:
    """A field with what it holds before and after."""

    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Difference:
    """What a row changes."""

    row: int
    title: str
    is_new: bool
    edit_url: str
    lines: list[Line]


def differences(kind: Kind, language: str, changes: Iterable[ImportChange]) -> list[Difference]:
    """What these changes do, field by field."""
    columns = kind.columns_in(language)
    there = set(
        kind.model._default_manager.filter(pk__in=[each.object_id for each in changes]).values_list("pk", flat=True)
    )
    edit = kind.model.snippet_viewset.get_url_name("edit")  # type: ignore[attr-defined]
    return [
        Difference(
            row=change.row,
            title=change.title,
            is_new=change.is_new,
            edit_url=reverse(edit, args=[change.object_id]) if change.object_id in there else "",
            lines=[
                Line(capfirst(str(columns[name].label) or name), columns[name].show(old), columns[name].show(new))
                for name, (old, new) in change.fields.items()
            ],
        )
        for change in changes
    ]
