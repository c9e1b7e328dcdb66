import csv
import json
from io import BytesIO, StringIO
from typing import Any

import pytest
from openpyxl import load_workbook

from parkportal.core.errors import BadInput
from parkportal.core.exports import CSV, GEOJSON, JSON, TABLES, XLSX, export, format_named

DANGEROUS = ["=1+1", "+31 71 000 01 23", "-1+1", "@SUM(A1)", "\t=1", "\r=1"]


def csv_rows(rows: list[dict[str, Any]]) -> list[list[str]]:
    text = export(rows, CSV, "list").content.decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def sheet(rows: list[dict[str, Any]]) -> Any:
    return load_workbook(BytesIO(export(rows, XLSX, "list").content)).active


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_csv_file_is_a_formula(text: str) -> None:
    assert csv_rows([{"name": text}]) == [["name"], [f"'{text}"]]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_of_a_workbook_is_a_formula(text: str) -> None:
    cell = sheet([{"name": text}])["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert cell.value.strip() == text.strip()


def test_numbers_stay_numbers_though_they_begin_with_a_minus() -> None:
    assert csv_rows([{"longitude": -4.5}])[1] == ["-4.5"]
    assert sheet([{"longitude": -4.5}])["A2"].value == -4.5


def test_several_values_share_a_cell_and_are_a_list_in_json() -> None:
    rows = [{"kinds": ["cleanroom-suite", "workshop"]}]
    assert csv_rows(rows)[1] == ["cleanroom-suite | workshop"]
    assert sheet(rows)["A2"].value == "cleanroom-suite | workshop"
    assert json.loads(export(rows, JSON, "list").content) == {"items": rows, "total": 1}


def test_a_workbook_takes_signs_that_xml_does_not() -> None:
    assert sheet([{"name": "a\x00b\x0bc"}])["A2"].value == "abc"


def test_geojson_puts_the_longitude_first_and_keeps_what_has_no_place() -> None:
    rows = [
        {"id": "a", "name": "Lab", "latitude": 52.169, "longitude": 4.465},
        {"id": "b", "name": "Elsewhere", "latitude": None, "longitude": None},
    ]
    data = json.loads(export(rows, GEOJSON, "list").content)
    assert data["type"] == "FeatureCollection"
    placed, unplaced = data["features"]
    assert placed == {
        "type": "Feature",
        "id": "a",
        "geometry": {"type": "Point", "coordinates": [4.465, 52.169]},
        "properties": {"id": "a", "name": "Lab"},
    }
    assert unplaced["geometry"] is None


@pytest.mark.parametrize("file_format", [*TABLES, GEOJSON])
def test_an_empty_list_is_a_file_too(file_format: Any) -> None:
    assert export([], file_format, "list").status_code == 200


def test_the_name_of_a_file_ends_with_the_day(time_machine: Any) -> None:
    time_machine.move_to("2026-11-25T12:00:00Z")
    assert export([], XLSX, "organisaties")["Content-Disposition"] == (
        'attachment; filename="organisaties-2026-11-25.xlsx"'
    )


def test_an_unknown_format_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(BadInput) as refusal:
        format_named("exe", TABLES)
    assert "csv, xlsx, json" in str(refusal.value.message)
