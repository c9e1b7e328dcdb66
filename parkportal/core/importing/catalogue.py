"""Which record a row is about: by its id, else its address, else its exact name."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from ..addresses import Addresses
from ..languages import LANGUAGE_CODES, in_every_language
from ..models import Record
from .kinds import ID, SLUG

Values = dict[str, str]
Found = tuple[int | None, UUID | None]


class Catalogue:
    """The records of a model by what a row may call them, and the addresses that are taken."""

    def __init__(self, model: type[Record]) -> None:
        self.by_id: dict[str, int] = {}
        self.by_slug: dict[str, int] = {}
        self.by_name: dict[str, set[int]] = defaultdict(set)
        self.addresses = Addresses()
        names, slugs = in_every_language("name"), in_every_language("slug")
        # A plain QuerySet: modeltranslation's would give the active language.
        found = QuerySet(model=model).values_list("pk", "uuid", model.fallback_slug_column, *slugs, *names)
        for pk, uuid, first, *texts in found.iterator():
            self.by_id[str(uuid)] = self.by_slug[first] = pk
            self.addresses.note(pk, first, dict(zip(LANGUAGE_CODES, texts[: len(slugs)], strict=True)))
            for name in filter(None, texts[len(slugs) :]):
                self.by_name[name].add(pk)

    def find(self, values: Values, columns: dict[str, Any]) -> Found:
        """The key of the record that the row is about, and of what in it; none for a new one.

        ValidationError if that can't be told; its code is the column.
        """
        if values.get(ID):
            if values[ID].lower() not in self.by_id:
                raise ValidationError(_("No entry has this id. Leave the cell empty for a new entry."), code=ID)
            return self.by_id[values[ID].lower()], None
        if values.get(SLUG) in self.by_slug:
            return self.by_slug[values[SLUG]], None
        names = [values[name] for name in ("name", *in_every_language("name")) if values.get(name)]
        found = {pk for name in names for pk in self.by_name.get(name, ())}
        if not found or values.get(SLUG):
            return None, None
        if len(found) > 1:
            raise ValidationError(_("Several entries have this name. Give the id or the address too."), code="name")
        return found.pop(), None
