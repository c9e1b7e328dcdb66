"""Reads a file by what is in it, not by what it is called: comma-separated values in any dress, or a workbook."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from .table import LONGEST_CELL, MOST_BYTES, Table, Unreadable, make_table
from .workbook import workbook_lines

ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DELIMITERS = ",;\t|"


def read_table(uploaded: Any) -> Table:
    """The table in an uploaded file; Unreadable says why there is none."""
    if uploaded.size > MOST_BYTES:
        raise Unreadable(_("The file is larger than %(most)s. Split it.") % {"most": filesizeformat(MOST_BYTES)})
    data: bytes = uploaded.read()
    if not data.strip():
        raise Unreadable(_("The file is empty."))
    if data.startswith(ZIP):
        return make_table(workbook_lines(data))
    if data.startswith(OLD_EXCEL):
        raise Unreadable(_("This is a workbook of an old kind, or one with a password. Save it as .xlsx or CSV."))
    if uploaded.name.lower().endswith((".xlsx", ".xlsm")):
        raise Unreadable(_("The file is called .xlsx but is no Excel workbook. Save it again as .xlsx or CSV."))
    if data.lstrip().startswith(b"<"):
        raise Unreadable(_("This is a web page or another file with tags. Save the list as CSV or .xlsx."))
    return make_table(_text_lines(_decoded(data)))


def _decoded(data: bytes) -> str:
    """As its mark says, else UTF-8, else as Windows writes it in Western Europe."""
    encodings = [encoding for mark, encoding in MARKS if data.startswith(mark)] or ["utf-8", "cp1252"]
    if b"\0" in data and "utf-16" not in encodings:
        raise Unreadable(_("This is no list, whatever it is called: a picture, perhaps. Choose a CSV or .xlsx file."))
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable(_("The characters of the file can't be read. Save it as CSV in UTF-8."))


def _text_lines(text: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(max(LONGEST_CELL * 4, csv.field_size_limit()))
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        row = reader.line_num
        message = _("Row %(row)s can't be read: a quotation mark is missing or too much, or a cell is too long.")
        raise Unreadable(message % {"row": row}) from error


def _delimiter(text: str) -> str:
    """The sign that stands most often in the heading, outside quotation marks."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(heading.split('"')[::2])
    return max(DELIMITERS, key=bare.count)
