"""Rows about parts of records, such as the runs of a course. A part has no versions of its own: its record has."""

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, ClassVar
from uuid import UUID

from django.utils.translation import gettext as _

from ..addresses import Addresses
from ..models import ImportChange
from ..provenance import written_by
from .columns import Column
from .fetching import compared_with, copied, draft_of
from .kinds import Kind
from .storing import log
from .undoing import Undoing
from .writing import Writer, Writing


@dataclass(frozen=True)
class PartKind(Kind):
    """A kind of parts that a file may hold: those in ``relation`` of records of ``model``, known by their ``uuid``."""

    relation: str = ""
    is_part: ClassVar[bool] = True

    def first_columns(self, language: str) -> list[Column]:
        """None: a part has no name or address."""
        return []

    def subject(self, record: Any, part: UUID | None) -> Any:
        """The part, or a new one."""
        found = next((each for each in getattr(record, self.relation).all() if each.uuid == part), None)
        if found is not None:
            return found
        relation = self.model._meta.get_field(self.relation)
        return relation.related_model(**{relation.field.name: record})  # type: ignore[union-attr]

    def writer(self, **how: Any) -> "PartWriter":
        """What writes the changes."""
        return PartWriter(kind=self, **how)

    def undoing(self, writer: Writer, addresses: Addresses) -> "PartUndoing":
        """What takes them back."""
        return PartUndoing(self, writer, addresses)


@dataclass(frozen=True, kw_only=True)
class PartWriter(Writer):
    """Publishes each record with what changes in its parts, as its form would."""

    kind: PartKind

    def subject(self, writing: Writing) -> Any:
        """The part as it was compared."""
        return self.kind.subject(copied(compared_with(writing.record)), writing.change.part)

    def write(self, writings: list[Writing]) -> None:
        """Record by record, in public and in the draft, whose other changes stay as they are."""
        for _key, group in groupby(sorted(writings, key=attrgetter("record.pk")), key=attrgetter("record.pk")):
            self._write_record(list(group))

    def _write_record(self, writings: list[Writing]) -> None:
        record = writings[0].record
        draft = draft_of(record)
        for writing in writings:
            self._put_part(writing, [record, draft] if record.live and draft else [draft or record])
        with written_by(self.origin):
            if record.live:
                # Whoever started the import had the right to it.
                revision = record.save_revision(user=self.user, clean=False)
                revision.publish(user=self.user, skip_permission_checks=True)
                record.refresh_from_db(fields=["latest_revision"])
            if draft or not record.live:
                record.latest_revision = (draft or record).save_revision(user=self.user, clean=False)
        log([record], self.action, self.user)
        for writing in writings:
            writing.change.object_id, writing.change.revision_id = record.pk, record.latest_revision_id

    def _put_part(self, writing: Writing, versions: list[Any]) -> None:
        for version in versions:
            there = list(getattr(version, self.kind.relation).all())
            part = self.kind.subject(version, writing.change.part)
            if writing.is_gone:
                there = [each for each in there if each.uuid != part.uuid]
            elif part not in there:
                part.uuid = writing.change.part or part.uuid
                there.append(part)
            if not writing.is_gone:
                self.put(part, writing.values)
                writing.change.part = part.uuid
            setattr(version, self.kind.relation, there)


class PartUndoing(Undoing):
    """Takes parts away that are as they were imported, and puts values back into others."""

    def _take_away(self, changes: list[ImportChange], records: dict[int, Any]) -> list[Writing]:
        return [writing for change in changes if (writing := self._without(change, records))]

    def _without(self, change: ImportChange, records: dict[int, Any]) -> Writing | None:
        record = records.get(change.object_id or 0)
        if record is None:
            return None
        writing = Writing(change, record, {}, is_gone=True)
        part = self.writer.subject(writing)
        same = all(
            self.writer.columns[name].is_same(part, self.writer.columns[name].read(part), new)
            for name, (_old, new) in change.fields.items()
        )
        if not same:
            change.kept = _("Somebody has edited the entry since. Remove it yourself if need be.")
        return writing if same else None
