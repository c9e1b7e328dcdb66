"""Compares a file with what is there: every difference field by field, every error by row and column."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext as _

from ..models import ImportChange, ImportJob
from ..models.drafted import REQUIRED
from .catalogue import Catalogue, Values, unchecked_fields, with_everything
from .columns import Column
from .kinds import ID, Kind

CHUNK = 500


@dataclass
class RowError:
    """What is wrong with a row, in which column of the file."""

    row: int
    column: str
    message: str


@dataclass
class Outcome:
    """What a row comes to."""

    row: int
    title: str
    key: int | None = None
    fields: dict[str, list[Any]] = field(default_factory=dict)
    errors: list[RowError] = field(default_factory=list)

    def change(self, job: ImportJob) -> ImportChange:
        """To be kept."""
        return ImportChange(
            job=job,
            row=self.row,
            object_id=self.key,
            is_new=self.key is None,
            title=self.title[:255],
            fields=self.fields,
        )


class Comparison:
    """A job's rows against the records as they are now."""

    def __init__(self, job: ImportJob, kind: Kind) -> None:
        self.job, self.kind = job, kind
        self.columns = kind.columns_in(job.language)
        self.catalogue = Catalogue(kind.model)
        self.headings = {name: heading for name, heading in zip(job.columns, job.heading, strict=True) if name}
        self.unchecked = unchecked_fields(kind.model)
        self.seen: dict[Any, int] = {}

    def outcomes(self) -> Iterator[Outcome]:
        """What each row comes to, in the order of the file."""
        rows = self.job.rows
        for start in range(0, len(rows), CHUNK):
            found = [self._match(number, cells) for number, cells in rows[start : start + CHUNK]]
            keys = {outcome.key for outcome, _values in found if outcome.key}
            records = with_everything(self.kind.model._default_manager.filter(pk__in=keys)).in_bulk()
            for outcome, values in found:
                if not outcome.errors:
                    self._compare(outcome, values, records.get(outcome.key))
                yield outcome

    def _match(self, number: int, cells: list[str]) -> tuple[Outcome, Values]:
        padded = [*cells, *[""] * (len(self.job.columns) - len(cells))]
        values = {name: cell for name, cell in zip(self.job.columns, padded, strict=True) if name}
        outcome = Outcome(number, next((text for name, text in values.items() if name.startswith("name") and text), ""))
        try:
            outcome.key = self.catalogue.find(values)
        except ValidationError as error:
            self._note(outcome, error.code or "", error)
        if outcome.key:
            self._refuse_twice(outcome, ID, outcome.key)
        return outcome, values

    def _compare(self, outcome: Outcome, values: Values, record: Any) -> None:
        is_new = record is None
        thing = self.kind.model() if is_new else compared_with(record)
        for name, text in values.items():
            if name in self.columns and (text or self.job.empties):
                self._compare_cell(outcome, self.columns[name], text, thing)
        if is_new:
            wrong = {error.column for error in outcome.errors}
            for name in self.kind.required:
                if name not in outcome.fields and self.headings.get(name, name) not in wrong:
                    self._note(outcome, name, ValidationError(REQUIRED))
        if outcome.fields and not outcome.errors:
            self._check(outcome, thing)
        outcome.title = outcome.title or str(thing)

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
        try:
            check(thing, self.unchecked)
        except ValidationError as error:
            for place, problems in error.error_dict.items():
                for problem in problems:
                    self._note(outcome, self._column_of(place), problem)
            return
        for code in slug_fields(thing):
            if getattr(thing, code):
                self._refuse_twice(outcome, code, getattr(thing, code))

    def _refuse_twice(self, outcome: Outcome, column: str, value: Any) -> None:
        """Two rows about the same record, or two new records at one address."""
        first = self.seen.setdefault((column, value), outcome.row)
        if first != outcome.row:
            message = _("Row %(row)s is about the same entry.") % {"row": first}
            self._note(outcome, self._column_of(column), ValidationError(message))

    def _column_of(self, place: str) -> str:
        """The column that writes a field."""
        return next((name for name in self.headings if name in self.columns and place in self.columns[name].fields), "")

    def _note(self, outcome: Outcome, name: str, error: ValidationError) -> None:
        heading = self.headings.get(name, "" if name == NON_FIELD_ERRORS else name)
        outcome.errors.append(RowError(outcome.row, heading, " ".join(error.messages)))


def compared_with(record: Any) -> Any:
    """The record as the public sees it; one that is only a draft as it was last saved."""
    return record if record.live else record.get_latest_revision_as_object()


def check(record: Any, unchecked: list[str]) -> None:
    """Raise ValidationError for what the form would refuse. Addresses are looked up by the record itself."""
    record.full_clean(exclude=unchecked, validate_unique=False, validate_constraints=False)


def slug_fields(record: Any) -> list[str]:
    """The columns of its addresses."""
    return [name.attname for name in record._meta.fields if name.attname.startswith("slug_")]
