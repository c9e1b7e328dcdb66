"""Where each field of a record comes from: noted when it is published, by what differs from before.

Whoever writes for somebody else says so: ``with written_by(Origin.IMPORT): revision.publish()``. What is written past
the revisions is noted by ``note``.
"""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from wagtail.models import Revision

from .field_labels import field_label
from .models.provenance import Origin, RecordProvenance

_origin: ContextVar[Origin] = ContextVar("origin", default=Origin.STAFF)

OF_NO_INTEREST = {
    *("pk", "id", "uuid", "live", "has_unpublished_changes", "first_published_at", "last_published_at"),
    *("live_revision", "latest_revision", "go_live_at", "expire_at", "expired", "locked", "locked_at", "locked_by"),
    *("created", "updated", "confirmed_on", "confirmed_by", "sequence", "changed", "name", "slug", "summary"),
}
KEYS = {"pk", "id", "sort_order", "ends"}


@dataclass(frozen=True)
class FieldOrigin:
    """A field, where its value comes from, and since when."""

    label: str
    origin: str
    since: datetime.date


@contextmanager
def written_by(origin: Origin) -> Iterator[None]:
    """Everything published meanwhile comes from there."""
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


def note_changes(record: Any, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Note what differs between two revisions' contents; a first one brings all that nobody has noted."""
    names = {*before, *after} - OF_NO_INTEREST - _bases(type(record))
    note(record, [name for name in names if _value(before.get(name)) != _value(after.get(name))])


def note(record: Model, names: Iterable[str], origin: Origin | None = None) -> None:
    """Note that these fields were written today."""
    said = [str(origin or _origin.get()), timezone.localdate().isoformat()]
    fields = dict.fromkeys(sorted(names), said)
    if not fields:
        return
    key = {"kind": record._meta.label_lower, "record_id": record.pk}
    with transaction.atomic():
        row, is_new = RecordProvenance.objects.select_for_update().get_or_create(**key, defaults={"fields": fields})
        if not is_new:
            row.fields |= fields
            row.save(update_fields=["fields"])


def noted_content(record: Model) -> dict[str, Any]:
    """Of a record that was never published: what of its draft is noted already, and by what value."""
    row = RecordProvenance.objects.filter(kind=record._meta.label_lower, record_id=record.pk).first()
    version = Revision.objects.filter(pk=row.version).first() if row and row.version else None
    return {name: version.content.get(name) for name in row.fields} if row and version else {}


def note_many(written: dict[Any, Iterable[str]], origin: Origin) -> None:
    """The same for many records of one kind at once, with their last version."""
    said = [str(origin), timezone.localdate().isoformat()]
    kind = next(iter(written))._meta.label_lower
    rows = RecordProvenance.objects.filter(kind=kind, record_id__in=[record.pk for record in written])
    before = dict(rows.values_list("record_id", "fields"))
    noted = (
        (record, before.get(record.pk, {}) | dict.fromkeys(sorted(names), said)) for record, names in written.items()
    )
    RecordProvenance.objects.bulk_create(
        [
            RecordProvenance(kind=kind, record_id=record.pk, fields=fields, version=record.latest_revision_id)
            for record, fields in noted
        ],
        update_conflicts=True,
        unique_fields=["kind", "record_id"],
        update_fields=["fields", "version"],
    )


def written_on(record: Model) -> dict[str, datetime.date]:
    """On which day each field was last written, by column."""
    return {name: datetime.date.fromisoformat(since) for name, (_origin, since) in _noted(record).items()}


def origins(record: Model) -> list[FieldOrigin]:
    """Where each field comes from, the latest first."""
    found = [
        FieldOrigin(field_label(type(record), name), str(Origin(origin).label), datetime.date.fromisoformat(since))
        for name, (origin, since) in _noted(record).items()
    ]
    return sorted(found, key=lambda each: (-each.since.toordinal(), each.label))


def _noted(record: Model) -> dict[str, list[str]]:
    row = RecordProvenance.objects.filter(kind=record._meta.label_lower, record_id=record.pk).first()
    return row.fields if row else {}


def _bases(model: type[Model]) -> set[str]:
    """The columns that hold the last writer's language beside those of each language."""
    from modeltranslation.translator import NotRegistered, translator  # Not while models are loaded.

    try:
        options: Any = translator.get_options_for_model(model)
        return set(options.fields)
    except NotRegistered:
        return set()


def _value(value: Any) -> Any:
    """A value without keys, which differ from save to save."""
    if isinstance(value, list):
        return [_value(each) for each in value]
    if isinstance(value, dict):
        return {name: _value(each) for name, each in value.items() if name not in KEYS and each not in (None, "")}
    return None if value in ("", [], False) else value
