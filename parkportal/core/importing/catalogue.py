"""Which record a row is about: by its id, else its address, else its exact name."""

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations

from ..languages import in_every_language
from ..models import Record
from .kinds import ID, SLUG

Values = dict[str, str]


class Catalogue:
    """The records of a model by what a row may call them, and the addresses that are taken."""

    def __init__(self, model: type[Record]) -> None:
        self.by_id: dict[str, int] = {}
        self.by_slug: dict[str, int] = {}
        self.by_name: dict[str, set[int]] = defaultdict(set)
        names = in_every_language("name")
        # A plain QuerySet: modeltranslation's would give the active language.
        found = QuerySet(model=model).values_list("pk", "uuid", model.fallback_slug_column, *names)
        for pk, uuid, slug, *called in found.iterator():
            self.by_id[str(uuid)] = self.by_slug[slug] = pk
            for name in filter(None, called):
                self.by_name[name].add(pk)

    def find(self, values: Values) -> int | None:
        """The key of the record that the row is about; None for a new one. ValidationError if that can't be told."""
        if values.get(ID):
            if values[ID].lower() not in self.by_id:
                raise ValidationError(_("No entry has this id. Leave the cell empty for a new entry."), code=ID)
            return self.by_id[values[ID].lower()]
        if values.get(SLUG) in self.by_slug:
            return self.by_slug[values[SLUG]]
        names = [values[name] for name in ("name", *in_every_language("name")) if values.get(name)]
        found = {pk for name in names for pk in self.by_name.get(name, ())}
        if not found or values.get(SLUG):
            return None
        if len(found) > 1:
            raise ValidationError(_("Several entries have this name. Give the id or the address too."), code="name")
        return found.pop()


def with_everything(records: QuerySet[Any]) -> QuerySet[Any]:
    """The records with their rows and terms, of which a version of them is made."""
    model = records.model
    rows = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    terms = [field.name for field in get_all_child_m2m_relations(model)]
    return records.order_by().prefetch_related(*rows, *terms)


def unchecked_fields(model: type[Record]) -> list[str]:
    """The fields that point elsewhere, which columns check by themselves, and those that stand for a translated one."""
    fields = model._meta.get_fields()
    translated = [field.translated_field.name for field in fields if hasattr(field, "translated_field")]
    return [*translated, *(field.name for field in fields if field.is_relation)]
