"""A file as a heading and rows of text, whatever it was made with, and never more than the server can take."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ..exports import FORMULA_STARTS

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_LINES = 100_000  # With the empty ones.
MOST_CHARACTERS = 20_000_000
LONGEST_CELL = 32_767  # Excel's own limit.
SHOWN_OF_CELL = 60


class Unreadable(ValidationError):
    """A file that is no table we can read; the message says why and what to do."""


@dataclass(frozen=True)
class Table:
    """The names of the columns, and the rows with the number that each has in the file."""

    heading: list[str]
    rows: list[tuple[int, list[str]]] = field(default_factory=list)


def make_table(lines: Iterable[tuple[int, list[str]]]) -> Table:
    """The numbered lines of a file as a table, without those that are empty. Unreadable says which bound is passed."""
    heading: list[str] | None = None
    rows: list[tuple[int, list[str]]] = []
    characters = 0
    for count, (number, cells) in enumerate(lines):
        if count > MOST_LINES:
            raise Unreadable(_("The file has more than %(most)s lines.") % {"most": number_format(MOST_LINES)})
        cells = _without_empty_end(cells)
        if not cells:
            continue
        characters += sum(map(len, cells))
        _check_bounds(number, cells, characters)
        if heading is None:
            heading = [" ".join(cell.split()) for cell in cells]
            continue
        rows.append((number, [_without_guard(cell) for cell in cells]))
        if len(rows) > MOST_ROWS:
            most = number_format(MOST_ROWS)
            raise Unreadable(_("The file has more than %(most)s rows. Split it.") % {"most": most})
    return _checked(Table(heading or [], rows))


def _check_bounds(number: int, cells: list[str], characters: int) -> None:
    if len(cells) > MOST_COLUMNS:
        words = {"row": number, "columns": number_format(len(cells)), "most": MOST_COLUMNS}
        raise Unreadable(_("Row %(row)s has %(columns)s columns; at most %(most)s can be read.") % words)
    if characters > MOST_CHARACTERS:
        raise Unreadable(_("The file holds too much text. Split it."))
    for cell in cells:
        if len(cell) > LONGEST_CELL:
            words = {"row": number, "most": number_format(LONGEST_CELL)}
            raise Unreadable(_("A cell in row %(row)s has more than %(most)s characters.") % words)
        if "\0" in cell:
            raise Unreadable(_("Row %(row)s holds a character that is no text. Remove it.") % {"row": number})


def _checked(table: Table) -> Table:
    if not table.heading:
        raise Unreadable(_("The file is empty."))
    if not table.rows:
        raise Unreadable(_("The file has a heading but no rows."))
    named = [name.casefold() for name in table.heading if name]
    twice = next((name for name in table.heading if name and named.count(name.casefold()) > 1), None)
    if twice is not None:
        raise Unreadable(_("There are two columns “%(name)s”. Keep one of them.") % {"name": twice[:80]})
    for number, cells in table.rows:
        if len(cells) > len(table.heading):
            words = {"row": number, "cells": len(cells), "columns": len(table.heading)}
            message = _("Row %(row)s has more cells (%(cells)s) than there are columns (%(columns)s).")
            raise Unreadable(message % words)
    return table


def _without_empty_end(cells: list[str]) -> list[str]:
    last = len(cells)
    while last and not cells[last - 1].strip():
        last -= 1
    return cells[:last]


def _without_guard(cell: Any) -> str:
    """The cell as it was before an export kept spreadsheets from taking it for a formula."""
    text: str = cell.strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA_STARTS) else text


def shortened(cell: str) -> str:
    """As much of a cell as a table can show of it."""
    return cell if len(cell) <= SHOWN_OF_CELL else f"{cell[:SHOWN_OF_CELL]}…"
