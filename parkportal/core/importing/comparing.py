"""Compares a file with what is there: every difference field by field, every error by row and column."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from itertools import batched
from typing import Any
from uuid import UUID

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..checks.finding import Finding, Severity
from ..checks.names import known_once
from ..checks.rules import findings, findings_in
from ..languages import LANGUAGE_CODES, in_every_language
from ..models import ImportChange, ImportJob, Record
from .catalogue import Values
from .columns import Column
from .fetching import compared_with, fetch
from .kinds import ID, Kind, kind_named
from .progress import Progress
from .table import shortened

CHUNK = 250
SHOWN_ERRORS = 500
KNOWN_BY = (ID, *in_every_language("slug", "name"))


@dataclass
class RowError:
    """What is wrong with a row, in which column of the file, and what stands there."""

    row: int
    column: str
    message: str
    text: str = ""


@dataclass
class Outcome:
    """What a row comes to. ``key`` is the record that it is about, ``part`` what in it, ``revision`` its version.

    ``values`` are the cells by column.
    """

    row: int
    title: str
    key: int | None = None
    part: UUID | None = None
    revision: int | None = None
    is_new: bool = False
    fields: dict[str, list[Any]] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)
    values: Values = field(default_factory=dict)

    def change(self, job: ImportJob) -> ImportChange:
        """To be kept."""
        return ImportChange(
            job=job,
            row=self.row,
            object_id=self.key,
            part=self.part,
            revision_id=self.revision,
            is_new=self.is_new,
            title=self.title[:255],
            fields=self.fields,
        )


def compare(job: ImportJob, progress: Progress) -> dict[str, Any]:
    """Keep every difference, and say what is wrong and how much is as it was."""
    job.changes.all().delete()
    shown: list[Any] = []
    errors = same = 0
    with known_once():
        for chunk in batched(Comparison(job, kind_named(job.kind)).outcomes(), CHUNK):
            ImportChange.objects.bulk_create(each.change(job) for each in chunk if each.fields and not each.errors)
            same += sum(not each.fields and not each.errors for each in chunk)
            found = [error for each in chunk for error in each.errors]
            shown += map(asdict, found[: SHOWN_ERRORS - len(shown)])
            errors += len(found)
            progress.add(len(chunk))
    return {"errors": shown, "error_count": errors, "same_count": same, "message": ""}


class Comparison:
    """A job's rows against the records as they are now."""

    def __init__(self, job: ImportJob, kind: Kind) -> None:
        self.job, self.kind = job, kind
        self.columns = kind.columns_in(job.language)
        self.catalogue = kind.catalogue()
        self.headings = {name: heading for name, heading in zip(job.columns, job.heading, strict=True) if name}
        self.seen: dict[Any, int] = {}

    def outcomes(self) -> Iterator[Outcome]:
        """What each row comes to, in the order of the file."""
        rows = self.job.rows
        for start in range(0, len(rows), CHUNK):
            found = [self._match(number, cells) for number, cells in rows[start : start + CHUNK]]
            records = fetch(self.kind.model, (outcome.key for outcome in found))
            shown = {key: compared_with(record) for key, record in records.items()}
            for outcome in found:
                if not outcome.errors:
                    self._compare(outcome, shown.get(outcome.key or 0))
                yield outcome

    def _match(self, number: int, cells: list[str]) -> Outcome:
        padded = [*cells, *[""] * (len(self.job.columns) - len(cells))]
        values = {name: cell for name, cell in zip(self.job.columns, padded, strict=True) if name}
        title = next((text for name, text in values.items() if name.startswith("name") and text), "")
        outcome = Outcome(number, title, values=values)
        try:
            outcome.key, outcome.part = self.catalogue.find(values, self.columns)
        except ValidationError as error:
            self._note(outcome, error.code or "", error)
        if outcome.part or (outcome.key and not self.kind.is_part):
            self._refuse_twice(outcome, ID, outcome.part or outcome.key)
        return outcome

    def _compare(self, outcome: Outcome, record: Any) -> None:
        outcome.revision = record.latest_revision_id if record else None
        outcome.is_new = record is None or (self.kind.is_part and not outcome.part)
        thing = self.kind.subject(record, outcome.part)
        for name, text in outcome.values.items():
            if name in self.columns and (text or self.job.empties):
                self._compare_cell(outcome, self.columns[name], text, thing)
        if outcome.is_new:
            wrong = {error.column for error in outcome.errors}
            for name in self.kind.required:
                if name not in outcome.fields and self.headings.get(name, name) not in wrong:
                    self._note(outcome, name, ValidationError(_("A new entry can't do without this.")))
        if outcome.fields and not outcome.errors:
            self._check(outcome, thing)
        outcome.title = outcome.title or str(record if self.kind.is_part else thing)

    def _compare_cell(self, outcome: Outcome, column: Column, text: str, thing: Any) -> None:
        try:
            new = column.parse(text) if text else column.empty
        except ValidationError as error:
            self._note(outcome, column.name, error)
            return
        old = column.read(thing)
        if not column.is_same(thing, old, new):
            outcome.fields[column.name] = [old, new]

    def _check(self, outcome: Outcome, thing: Any) -> None:
        for name, (_old, new) in outcome.fields.items():
            self.columns[name].write(thing, new)
        thing.addresses = self.catalogue.addresses
        try:
            self.kind.check(thing)
        except ValidationError as error:
            for place, problems in error.error_dict.items():
                for problem in problems:
                    self._note(outcome, self._column_of(place), problem)
            return
        for name, (_old, new) in outcome.fields.items():
            column = self.columns[name]
            now = column.read(thing)
            if now != new and not column.is_same(thing, now, new):
                self._note(outcome, name, ValidationError(str(column.contradicted)))
        if isinstance(thing, Record):
            self._refuse_taken(outcome, thing)
            self._ask_rules(outcome, thing)

    def _refuse_taken(self, outcome: Outcome, thing: Record) -> None:
        for code in LANGUAGE_CODES:
            if not outcome.errors:
                self._refuse_twice(outcome, f"slug_{code}", thing.slug_in(code))

    def _ask_rules(self, outcome: Outcome, thing: Record) -> None:
        """What goes live must be fit for it: all of a new entry, of others what is written."""
        found: list[Finding] = []
        if outcome.is_new:
            found = findings(thing) if self.job.publish else []
        elif thing.live:
            found = findings_in(thing, {each for name in outcome.fields for each in self.columns[name].fields})
        for finding in found:
            if finding.severity is Severity.ERROR:
                place = finding.place.path if finding.place else NON_FIELD_ERRORS
                self._note(outcome, self._column_of(place), ValidationError(finding.message))

    def _refuse_twice(self, outcome: Outcome, column: str, value: Any) -> None:
        """Two rows about the same record, or two records at one address."""
        first = self.seen.setdefault((column, value), outcome.row)
        if first != outcome.row:
            message = _("Row %(row)s is about the same entry.") % {"row": first}
            known_by = map(self._column_of, (column, *KNOWN_BY))
            self._note(outcome, next(filter(outcome.values.get, known_by), ""), ValidationError(message))

    def _column_of(self, place: str) -> str:
        """The column that writes a field, rather one that the file has."""
        writing = [name for name, column in self.columns.items() if place in column.fields] or [place]
        return next((name for name in writing if name in self.headings), writing[0])

    def _note(self, outcome: Outcome, name: str, error: ValidationError) -> None:
        column = self.columns.get(name)
        heading = self.headings.get(name) or capfirst(str(column.label if column else ""))
        text = shortened(outcome.values.get(name, ""))
        outcome.errors.append(RowError(outcome.row, heading, " ".join(error.messages), text))
