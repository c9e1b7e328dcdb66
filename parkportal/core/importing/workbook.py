"""Reads the first sheet of an Excel workbook, which is a ZIP file of XML and may be made to harm."""

import datetime
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook

from .table import MOST_COLUMNS, Unreadable

MOST_UNPACKED = 60 * 1024 * 1024
MOST_PARTS = 1_000


def workbook_lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet as text; Unreadable for what is no workbook or unpacks to too much."""
    _check_unpacked(data)
    try:
        yield from _lines(data)
    except Unreadable:
        raise
    except Exception as error:  # The library raises whatever the first thing is that it does not find.
        raise Unreadable(_("This is no Excel workbook, or it is damaged. Save it again as .xlsx or CSV.")) from error


def _check_unpacked(data: bytes) -> None:
    """The archive's own list tells the sizes; zipfile never unpacks more than it says."""
    try:
        parts = zipfile.ZipFile(BytesIO(data)).infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise Unreadable(_("This is no Excel workbook, or it is damaged. Save it again as .xlsx or CSV.")) from error
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Unreadable(_("The workbook unpacks to far more than it should. Save only the sheet, as CSV."))


def _lines(data: bytes) -> Iterator[tuple[int, list[str]]]:
    book = load_workbook(BytesIO(data), read_only=True, data_only=True)
    try:
        sheet: Any = book.worksheets[0]
        sheet.reset_dimensions()  # What the file says of its size may be anything.
        for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if len(cells) > MOST_COLUMNS and any(cell is not None for cell in cells[MOST_COLUMNS:]):
                words = {"row": number, "columns": len(cells), "most": MOST_COLUMNS}
                raise Unreadable(_("Row %(row)s has %(columns)s columns; at most %(most)s can be read.") % words)
            yield number, [as_text(cell) for cell in cells[:MOST_COLUMNS]]
    finally:
        book.close()


def as_text(value: Any) -> str:
    """A cell as somebody would have typed it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time.min
        return value.date().isoformat() if is_day else value.isoformat(timespec="seconds")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
