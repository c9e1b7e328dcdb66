"""Lists to take along: the same query as the page, as CSV or JSON."""

import csv
import json
from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from .errors import BadInput

Row = dict[str, Any]
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export(rows: Iterable[Row], file_format: str, filename: str) -> HttpResponse:
    """The rows in the format that was asked; BadInput for one that is not offered."""
    if file_format not in WRITERS:
        offered = ", ".join(WRITERS)
        message = _("“%(format)s” is not a format of this list. It can be had as: %(offered)s.")
        raise BadInput(message % {"format": file_format[:20], "offered": offered})
    return WRITERS[file_format](list(rows), filename)


def _as_csv(rows: list[Row], filename: str) -> HttpResponse:
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}.csv"'
    response.write("\ufeff")  # Spreadsheets take it for another encoding without.
    if rows:
        writer = csv.DictWriter(response, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return response


def _cell(value: Any) -> str:
    """Plain text that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = " | ".join(map(str, value)) if isinstance(value, list) else str("" if value is None else value)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _as_json(rows: list[Row], filename: str) -> HttpResponse:
    body = json.dumps({"items": rows, "total": len(rows)}, ensure_ascii=False, indent=1)
    return HttpResponse(body, content_type="application/json; charset=utf-8")


WRITERS: dict[str, Callable[[list[Row], str], HttpResponse]] = {"csv": _as_csv, "json": _as_json}
