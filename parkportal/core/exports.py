"""Lists to take along: the same query as the page, in the formats that other programs read.

A row is plain data under stable English names. Where it has ``latitude`` and ``longitude``, it has a place on a map.
"""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from .errors import BadInput
from .models.record import Record
from .models.term import Term

Row = dict[str, Any]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BETWEEN_VALUES = " | "
CHUNK = 500
COLUMN_WIDTH = 24
CSV_TYPE = "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Rows:
    """The rows of a file, and others of the same columns, of which a file without rows takes its heading."""

    rows: Iterable[Row]
    like: Iterable[Row] = ()

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def table(self) -> Iterator[list[Any]]:
        """The names of the columns, then the values of each row as they fit into cells."""
        rows = iter(self.rows)
        first = next(rows, None)
        yield list(first if first is not None else next(iter(self.like), {}))
        if first is not None:
            yield from ([*map(_plain, row.values())] for row in chain([first], rows))


Writer = Callable[[Rows, HttpResponse], None]


@dataclass(frozen=True)
class Format:
    """A format of a list: its name in the URL and on the page, and how it is written."""

    key: str
    label: str
    extension: str
    content_type: str
    write: Writer
    is_attachment: bool = True


def format_named(key: str, offered: Iterable[Format]) -> Format:
    """The format that was asked; BadInput for one that is not offered."""
    formats = {each.key: each for each in offered}
    if key not in formats:
        message = _("“%(format)s” is not a format of this list. It can be had as: %(offered)s.")
        raise BadInput(message % {"format": key[:20], "offered": ", ".join(formats)})
    return formats[key]


def export(rows: Iterable[Row], file_format: Format, name: str, like: Iterable[Row] = ()) -> HttpResponse:
    """The rows as a file, whose name ends with today's date; ``like`` tells the columns where there are no rows."""
    filename = f"{name}-{timezone.localdate().isoformat()}.{file_format.extension}"
    disposition = str(content_disposition_header(file_format.is_attachment, filename))
    response = HttpResponse(content_type=file_format.content_type, headers={"Content-Disposition": disposition})
    file_format.write(Rows(rows, like), response)
    return response


def in_chunks(records: QuerySet) -> Iterator[Any]:
    """The records in their order, never more than some hundreds in memory at once."""
    keys = list(records.values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        by_key = records.order_by().in_bulk(part)
        yield from (by_key[key] for key in part if key in by_key)


def record_row(record: Record) -> Row:
    """What every record has, as columns of a file."""
    return {
        "id": str(record.uuid),
        "slug": record.key,
        "name": str(record),
        "summary": str(record.localised_summary),
        "url": record.absolute_url,
        "updated": record.updated.isoformat(timespec="seconds"),
    }


def term_columns(name: str, term: Term | None) -> Row:
    """A term as its identifier, with its label beside it."""
    return {name: term.identifier if term else "", f"{name}_label": str(term or "")}


def terms_columns(name: str, terms: Iterable[Term]) -> Row:
    """Several terms as their identifiers, with their labels beside them."""
    terms = list(terms)
    return {name: [term.identifier for term in terms], f"{name}_label": [str(term) for term in terms]}


def record_columns(name: str, record: Record | None) -> Row:
    """Another record as its key, with its name beside it."""
    return {name: record.key if record else "", f"{name}_label": str(record or "")}


def _plain(value: Any) -> Any:
    """What fits into one cell."""
    if isinstance(value, list):
        return BETWEEN_VALUES.join(map(str, value))
    return "" if value is None else value


def _is_formula(value: Any) -> bool:
    """Whether a spreadsheet would take it for a formula (OWASP, CSV injection)."""
    return isinstance(value, str) and value.startswith(FORMULA_STARTS)


def unspoilt(value: Any) -> Any:
    """The value, or what would be a formula as text."""
    return f"'{value}" if _is_formula(value) else value


def write_csv(rows: Rows, response: HttpResponse) -> None:
    """Comma-separated values (RFC 4180) below the names of the columns."""
    response.write("\ufeff")  # Spreadsheets take it for another encoding without.
    writer = csv.writer(response)
    for values in rows.table():
        writer.writerow(map(unspoilt, values))


def _write_xlsx(rows: Rows, response: HttpResponse) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.freeze_panes = "A2"
    table = rows.table()
    heading = next(table)
    for column in range(1, len(heading) + 1):
        sheet.column_dimensions[get_column_letter(column)].width = COLUMN_WIDTH
    sheet.append([_heading(sheet, name) for name in heading])
    for values in table:
        sheet.append([_xlsx_cell(sheet, value) for value in values])
    book.save(response)


def _heading(sheet: Any, name: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _xlsx_cell(sheet: Any, value: Any) -> Any:
    """The value itself, which is the fastest way; a formula as text, which it stays when somebody edits it."""
    text = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if not _is_formula(text):
        return text
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.quotePrefix = True
    return cell


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, cls=DjangoJSONEncoder)


def _write_json(rows: Rows, response: HttpResponse) -> None:
    total = _write_items('{"items": [\n', map(_as_json, rows), response)
    response.write(f'], "total": {total}}}')


def _write_geojson(rows: Rows, response: HttpResponse) -> None:
    """A FeatureCollection in WGS 84 (RFC 7946): longitude first; what has no place has no geometry."""
    _write_items('{"type": "FeatureCollection", "features": [\n', (_as_json(_feature(row)) for row in rows), response)
    response.write("]}")


def _feature(row: Row) -> dict[str, Any]:
    place = {name: row[name] for name in ("longitude", "latitude")}
    geometry = None
    if None not in place.values():
        geometry = {"type": "Point", "coordinates": [float(place["longitude"]), float(place["latitude"])]}
    properties = {name: value for name, value in row.items() if name not in place}
    return {"type": "Feature", "id": row["id"], "geometry": geometry, "properties": properties}


def _write_items(start: str, items: Iterable[str], response: HttpResponse) -> int:
    response.write(start)
    total = 0
    for total, item in enumerate(items, 1):
        response.write(item if total == 1 else f",\n{item}")
    return total


CSV = Format("csv", "CSV", "csv", CSV_TYPE, write_csv)
XLSX = Format("xlsx", "Excel", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _write_xlsx)
JSON = Format("json", "JSON", "json", "application/json; charset=utf-8", _write_json, is_attachment=False)
GEOJSON = Format("geojson", "GeoJSON", "geojson", "application/geo+json", _write_geojson)
TABLES = (CSV, XLSX, JSON)
