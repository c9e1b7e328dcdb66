"""Takes back what an import did: fields get the values they had, new records go. What changed since stays."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey

from ..models import ImportChange, ImportJob, ImportState, Origin
from .catalogue import with_everything
from .comparing import CHUNK, compared_with
from .kinds import Kind, kind_named
from .writing import UNDONE, Writer, Writing


def undo(job: ImportJob) -> None:
    """Take back what can be, in one transaction; each change that was not says why."""
    kind = kind_named(job.kind)
    writer = Writer(kind, kind.columns_in(job.language), job.user, UNDONE, Origin.STAFF)
    keys = list(job.changes.order_by("-row", "-pk").values_list("pk", flat=True))
    with transaction.atomic():
        for start in range(0, len(keys), CHUNK):
            changes = list(job.changes.filter(pk__in=keys[start : start + CHUNK]))
            found = kind.model._default_manager.filter(pk__in=[each.object_id for each in changes])
            records = with_everything(found).select_for_update(of=("self",)).in_bulk()
            _take_away(kind, [each for each in changes if each.is_new], records)
            _put_back(writer, [each for each in changes if not each.is_new], records)
            ImportChange.objects.bulk_update(changes, ["kept"], batch_size=CHUNK)
        job.move(ImportState.UNDOING, ImportState.UNDONE)


def _put_back(writer: Writer, changes: list[ImportChange], records: dict[int, Any]) -> None:
    writings = []
    for change in changes:
        record = records.get(change.object_id or 0)
        if record is None:
            change.kept = _("The entry is no longer there.")
            continue
        values = dict(_unchanged(writer, change, record))
        changed = [capfirst(str(writer.columns[name].label)) for name in change.fields if name not in values]
        if changed:
            change.kept = _("Changed since, so not undone: %(fields)s.") % {"fields": ", ".join(changed)}
        if values:
            writings.append(Writing(record, values))
    if writings:
        writer.update(writings)


def _unchanged(writer: Writer, change: ImportChange, record: Any) -> Iterator[tuple[str, Any]]:
    """The former values of the fields that are still as they were imported."""
    seen = compared_with(record)
    for name, (old, new) in change.fields.items():
        if writer.columns[name].read(seen) == new:
            yield name, old


def _take_away(kind: Kind, changes: list[ImportChange], records: dict[int, Any]) -> None:
    there = [change for change in changes if change.object_id in records]
    named = _named_elsewhere(kind.model, [change.object_id for change in there])
    going = []
    for change in there:
        record = records[change.object_id or 0]
        if record.latest_revision_id != change.revision_id:
            change.kept = _("Somebody has edited the entry since. Remove it yourself if need be.")
        elif record.pk in named:
            change.kept = _("Another entry names it by now. Remove it yourself if need be.")
        else:
            going.append(record.pk)
    kind.model._default_manager.filter(pk__in=going).delete()


def _named_elsewhere(model: type[Model], keys: Iterable[Any]) -> set[int]:
    """Those to which something else points than their own rows."""
    named: set[int] = set()
    keys = list(keys)
    for relation in model._meta.related_objects:
        if not isinstance(relation.field, ParentalKey):
            name = relation.field.name
            rows = relation.related_model._base_manager.filter(**{f"{name}__in": keys})
            named.update(rows.values_list(name, flat=True))
    return named
