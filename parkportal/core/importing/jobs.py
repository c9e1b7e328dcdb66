"""What the worker does with an import: compare it, carry it out, undo it."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.tasks import task
from django.utils import translation
from django.utils.translation import gettext as _

from ..models import ImportChange, ImportJob, ImportState, Origin
from .catalogue import unchecked_fields, with_everything
from .comparing import CHUNK, Comparison, Outcome, check, compared_with
from .kinds import Kind, kind_named
from .undoing import undo
from .writing import IMPORTED, Writer, Writing

SHOWN_ERRORS = 500


class Refused(Exception):
    """Why nothing was written, for staff to read."""


@task()
def compare_file(key: int) -> None:
    """Find every difference and every error, and keep them."""
    job = ImportJob.objects.filter(pk=key, state=ImportState.CHECKING).first()
    if job is None:
        return
    with translation.override(job.spoken):
        job.changes.all().delete()
        errors: list[Any] = []
        same = count = 0
        for chunk in _chunks(Comparison(job, kind_named(job.kind)).outcomes()):
            ImportChange.objects.bulk_create(each.change(job) for each in chunk if each.fields and not each.errors)
            same += sum(not each.fields and not each.errors for each in chunk)
            errors += [asdict(error) for each in chunk for error in each.errors]
            count += len(chunk)
            job.note_progress(count)
        shown, total = errors[:SHOWN_ERRORS], len(errors)
        job.move(ImportState.CHECKING, ImportState.READY, errors=shown, error_count=total, same_count=same)


@task()
def carry_out_file(key: int) -> None:
    """Write every change or none; what changed since it was compared refuses all of it."""
    job = ImportJob.objects.filter(pk=key, state=ImportState.WRITING).first()
    if job is None:
        return
    with translation.override(job.spoken):
        try:
            _check_all(job)
            with transaction.atomic():
                _write_all(job)
                job.move(ImportState.WRITING, ImportState.DONE, rows=[], message="")
        except Refused as error:
            job.move(ImportState.WRITING, ImportState.READY, message=str(error))
        except DatabaseError:
            message = _("Somebody changed the same entries at the same moment. Nothing was written. Compare again.")
            job.move(ImportState.WRITING, ImportState.READY, message=message)


@task()
def undo_file(key: int) -> None:
    """Take back what has not changed since."""
    job = ImportJob.objects.filter(pk=key, state=ImportState.UNDOING).first()
    if job is None:
        return
    with translation.override(job.spoken):
        undo(job)


def _chunks(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    chunk: list[Outcome] = []
    for outcome in outcomes:
        chunk.append(outcome)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def chunks_of_changes(job: ImportJob) -> Iterator[list[ImportChange]]:
    """The changes of a job, some hundreds at a time."""
    keys = list(job.changes.order_by("row", "pk").values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        yield list(job.changes.filter(pk__in=keys[start : start + CHUNK]).order_by("row", "pk"))


def _check_all(job: ImportJob) -> None:
    """Before the transaction, so that others see how far it is and nothing is locked meanwhile."""
    kind = kind_named(job.kind)
    unchecked = unchecked_fields(kind.model)
    columns = kind.columns_in(job.language)
    count = 0
    for changes in chunks_of_changes(job):
        for change, record in _with_records(kind, changes):
            thing = compared_with(record) if record.pk else record
            for name, (_old, new) in change.fields.items():
                columns[name].write(thing, new)
            try:
                check(thing, unchecked)
            except ValidationError as error:
                raise Refused(_told(change, " ".join(error.messages))) from error
        count += len(changes)
        job.note_progress(count)


def _write_all(job: ImportJob) -> None:
    kind = kind_named(job.kind)
    writer = Writer(kind, kind.columns_in(job.language), job.user, IMPORTED, Origin.IMPORT)
    unchecked = unchecked_fields(kind.model)
    for changes in chunks_of_changes(job):
        made, changed = [], []
        for change, record in _with_records(kind, changes, lock=True):
            values = {name: new for name, (_old, new) in change.fields.items()}
            if change.is_new:
                writer.write(record, values)
                record.clean_fields(exclude=unchecked)
                record.clean()
                made.append((change, Writing(record, values)))
            else:
                _refuse_changed(change, record, writer)
                changed.append((change, Writing(record, values)))
        if made:
            writer.create([writing for _change, writing in made], publish=job.publish)
        if changed:
            writer.update([writing for _change, writing in changed])
        for change, writing in (*made, *changed):
            change.object_id, change.revision_id = writing.record.pk, writing.revision.pk
        ImportChange.objects.bulk_update(changes, ["object_id", "revision_id"], batch_size=CHUNK)


def _with_records(kind: Kind, changes: list[ImportChange], *, lock: bool = False) -> Iterator[tuple[ImportChange, Any]]:
    found = with_everything(kind.model._default_manager.filter(pk__in=[each.object_id for each in changes]))
    records = (found.select_for_update(of=("self",)) if lock else found).in_bulk()
    for change in changes:
        record = kind.model() if change.is_new else records.get(change.object_id)
        if record is None:
            raise Refused(_told(change, _("The entry is no longer there. Compare again.")))
        yield change, record


def _refuse_changed(change: ImportChange, record: Any, writer: Writer) -> None:
    seen = compared_with(record)
    for name, (old, _new) in change.fields.items():
        if writer.columns[name].read(seen) != old:
            message = _("“%(column)s” was changed since the file was compared. Compare again.")
            raise Refused(_told(change, message % {"column": writer.columns[name].label or name}))


def _told(change: ImportChange, message: str) -> str:
    words = {"row": change.row, "title": change.title, "message": message}
    return _("Nothing was written. Row %(row)s, “%(title)s”: %(message)s") % words
