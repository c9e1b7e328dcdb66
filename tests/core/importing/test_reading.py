"""Files in any dress, and files that are none."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation

from parkportal.core.importing import table, workbook
from parkportal.core.importing.reading import read_table
from parkportal.core.importing.table import Unreadable
from tests.core.importing.files import csv_file, xlsx_file


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    """The answers as an English-speaking editor reads them."""
    with translation.override("en"):
        yield


def zipped(name: str, content: bytes) -> SimpleUploadedFile:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return SimpleUploadedFile("list.xlsx", packed.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_encodings_and_separators_are_recognised(encoding: str, sign: str) -> None:
    read = read_table(
        csv_file(sign.join(["name", "summary"]), "", sign.join(["Café", '"één, twee; drie"']), encoding=encoding)
    )
    assert read.heading == ["name", "summary"]
    assert read.rows == [(3, ["Café", "één, twee; drie"])]


def test_a_workbook_reads_as_it_was_typed() -> None:
    read = read_table(xlsx_file(["name", "size", "open"], ["Lab", 3.0, True], [], ["'=1+1", None, 2.5]))
    assert read.rows == [(2, ["Lab", "3", "true"]), (4, ["=1+1", "", "2.5"])]


@pytest.mark.parametrize(
    ("file", "message"),
    [
        (csv_file("name"), "no rows"),
        (SimpleUploadedFile("a.csv", b" \n "), "empty"),
        (SimpleUploadedFile("a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\x81"), "This is no list"),
        (csv_file("name", "a\0b", encoding="utf-16"), "Row 2 holds a character"),
        (SimpleUploadedFile("a.csv", b"<!doctype html><table><tr><td>name"), "web page"),
        (csv_file("name,Name", "a,b"), "two columns “name”"),
        (csv_file("name", "a,b,c"), r"Row 2 has more cells \(3\)"),
        (csv_file("name", '"a'), "quotation mark"),
        (csv_file("," * 10**6 + "x", "a"), "1,000,001 columns"),
        (csv_file("name", "a", name="list.xlsx"), "no Excel workbook"),
        (SimpleUploadedFile("a.xls", b"\xd0\xcf\x11\xe0 old"), "workbook of an old kind"),
        (SimpleUploadedFile("a.csv", b"name\n\x81\x8d"), "characters of the file"),
        (SimpleUploadedFile("a.xlsx", b"PK\x03\x04 broken"), "damaged"),
        (zipped("readme.txt", b"no sheet"), "damaged"),
        (zipped("xl/worksheets/sheet1.xml", b"0" * (workbook.MOST_UNPACKED + 1)), "unpacks"),
    ],
)
def test_what_cannot_be_read_gets_a_clear_answer(file: SimpleUploadedFile, message: str) -> None:
    with pytest.raises(Unreadable, match=message):
        read_table(file)


@pytest.mark.parametrize(
    ("bound", "message"), [("MOST_ROWS", "rows"), ("MOST_CHARACTERS", "too much"), ("LONGEST_CELL", "A cell in row")]
)
def test_bounds(monkeypatch: pytest.MonkeyPatch, bound: str, message: str) -> None:
    monkeypatch.setattr(table, bound, 9)
    rows = ["x" * 5] * 10 if bound != "LONGEST_CELL" else ["x" * 10]
    with pytest.raises(Unreadable, match=message):
        read_table(csv_file("name", *rows))


def test_a_file_that_is_too_large_is_not_read() -> None:
    file = csv_file("name", "a")
    file.size = table.MOST_BYTES + 1
    with pytest.raises(Unreadable, match="larger"):
        read_table(file)
