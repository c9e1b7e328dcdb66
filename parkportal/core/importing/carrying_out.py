"""Carries out an import or takes it back, in the transaction of the caller."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..addresses import Addresses
from ..models import ImportChange, ImportJob, Origin
from .comparing import CHUNK
from .fetching import fetch
from .kinds import kind_named
from .progress import Progress
from .storing import store_fields
from .writing import IMPORTED, UNDONE, Writer, Writing


class Refused(Exception):
    """Why nothing was written, for staff to read."""


def carry_out(job: ImportJob, progress: Progress) -> dict[str, Any]:
    """Write every change; Refused if one of them no longer fits what is there."""
    writer, addresses = _begin(job, action=IMPORTED, origin=Origin.IMPORT, publish=job.publish)
    for changes in _chunks(job):
        records = fetch(writer.kind.model, (each.object_id for each in changes), lock=True)
        writings = [_prepared(writer, change, records, addresses) for change in changes]
        writer.write(writings)
        store_fields(changes, ["object_id", "part", "revision_id"])
        progress.add(len(changes))
    return {"rows": [], "message": ""}


def undo(job: ImportJob, progress: Progress) -> dict[str, Any]:
    """Take back what can be; each change that was not says why."""
    writer, addresses = _begin(job, action=UNDONE, origin=Origin.STAFF)
    undoing = writer.kind.undoing(writer, addresses)
    for changes in _chunks(job, "-"):
        undoing.take_back(changes, fetch(writer.kind.model, (each.object_id for each in changes), lock=True))
        store_fields(changes, ["kept"])
        progress.add(len(changes))
    return {"message": ""}


def _begin(job: ImportJob, **how: Any) -> tuple[Writer, Addresses]:
    kind = kind_named(job.kind)
    return kind.writer(columns=kind.columns_in(job.language), user=job.user, **how), kind.catalogue().addresses


def _chunks(job: ImportJob, sign: str = "") -> Iterator[list[ImportChange]]:
    """The changes of a job in the order of the file, or from its end, some hundreds at a time."""
    order = (f"{sign}row", f"{sign}pk")
    keys = list(job.changes.order_by(*order).values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        yield list(job.changes.filter(pk__in=keys[start : start + CHUNK]).order_by(*order))


def _prepared(writer: Writer, change: ImportChange, records: dict[int, Any], addresses: Addresses) -> Writing:
    """The change as it is to be written."""
    values = {name: new for name, (_old, new) in change.fields.items()}
    record = records.get(change.object_id or 0)
    if record is None and change.object_id:
        raise _refusal(change, _("The entry is no longer there. Compare again."))
    writing = Writing(change, writer.kind.subject(None, None) if record is None else record, values)
    try:
        thing = writer.subject(writing)
        for name, (old, _new) in change.fields.items():
            if not change.is_new and writer.columns[name].read(thing) != old:
                message = _("“%(column)s” was changed since the file was compared. Compare again.")
                raise ValidationError(message % {"column": writer.columns[name].label or name})
        if change.is_new or writing.record.latest_revision_id != change.revision_id or _is_moved(writer, change):
            writer.put(thing, values)
            thing.addresses = addresses
            writer.kind.check(thing)
    except ValidationError as error:
        raise _refusal(change, " ".join(error.messages)) from error
    return writing


def _is_moved(writer: Writer, change: ImportChange) -> bool:
    """Whether the change gives another address, which somebody else may have by now."""
    return any(field.startswith("slug") for name in change.fields for field in writer.columns[name].fields)


def _refusal(change: ImportChange, message: str) -> Refused:
    words = {"row": change.row, "title": change.title, "message": message}
    return Refused(_("Nothing was written. Row %(row)s, “%(title)s”: %(message)s") % words)
