"""Takes back what an import did: fields get the values they had, new records go. What changed since stays."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.models import Revision

from ..addresses import Addresses
from ..models import ImportChange
from .fetching import said
from .kinds import Kind
from .writing import Writer, Writing


class Undoing:
    """Takes changes back, in the transaction of the caller; each that it can't take back says why."""

    def __init__(self, kind: Kind, writer: Writer, addresses: Addresses) -> None:
        self.kind, self.writer, self.addresses = kind, writer, addresses

    def take_back(self, changes: list[ImportChange], records: dict[int, Any]) -> None:
        """Some of the changes, with the records that they are about."""
        writings = self._take_away([each for each in changes if each.is_new], records)
        writings += [each for change in changes if not change.is_new for each in self._put_back(change, records)]
        if writings:
            self.writer.write(writings)

    def _put_back(self, change: ImportChange, records: dict[int, Any]) -> Iterator[Writing]:
        record = records.get(change.object_id or 0)
        if record is None:
            change.kept = _("The entry is no longer there.")
            return
        writing = Writing(change, record, {})
        try:
            thing = self.writer.subject(writing)
            for name, (old, new) in change.fields.items():
                if self.writer.columns[name].read(thing) == new:
                    writing.values[name] = old
            self.writer.put(thing, writing.values)
            thing.addresses = self.addresses
            self.kind.check(thing)
        except ValidationError as error:
            change.kept = " ".join(error.messages)
            return
        columns = [self.writer.columns[name] for name in change.fields if name not in writing.values]
        changed = [capfirst(str(column.label)) for column in columns]
        if changed:
            change.kept = _("Changed since, so not undone: %(fields)s.") % {"fields": ", ".join(changed)}
        if writing.values:
            yield writing

    def _take_away(self, changes: list[ImportChange], records: dict[int, Any]) -> list[Writing]:
        """Delete what the import made; what is left is to be written."""
        there = [change for change in changes if change.object_id in records]
        named = _named_elsewhere(self.kind.model, [change.object_id for change in there])
        as_made = _as_made(there, records)
        going = []
        for change in there:
            record = records[change.object_id or 0]
            if change.pk not in as_made:
                change.kept = _("Somebody has edited the entry since. Remove it yourself if need be.")
            elif record.pk in named:
                change.kept = _("Another entry names it by now. Remove it yourself if need be.")
            else:
                going.append(record.pk)
        self.kind.model._default_manager.filter(pk__in=going).delete()
        return []


def _as_made(changes: list[ImportChange], records: dict[int, Any]) -> set[int]:
    """Those whose records say what was imported, be it in a later version: of another import that was undone since."""
    pairs = {each.pk: (each.revision_id, records[each.object_id or 0].latest_revision_id) for each in changes}
    differing = {key for made, latest in pairs.values() if made != latest for key in (made, latest)}
    content = {key: said(version.content) for key, version in Revision.objects.in_bulk(differing - {None}).items()}
    return {
        key
        for key, (made, latest) in pairs.items()
        if made == latest or (made in content and content[made] == content.get(latest))
    }


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
