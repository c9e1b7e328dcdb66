"""The records that a file is about, in a fixed number of queries however many they are."""

import json
from collections.abc import Iterable, Iterator
from copy import copy as copy_of
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Model, QuerySet
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import Revision

from ..models import Term
from ..term_cache import terms_by_pk

CHILDREN = "_cluster_related_objects"  # Where modelcluster keeps rows and terms in memory.
NOT_SAID = {
    *("latest_revision", "live_revision", "live", "has_unpublished_changes", "updated", "created"),
    *("first_published_at", "last_published_at"),
}


def with_everything(records: QuerySet[Any]) -> QuerySet[Any]:
    """The records with their rows and terms, of which a version of them is made."""
    return records.order_by().prefetch_related(*_hanging_on(records.model))


def _hanging_on(model: Any) -> Iterator[str]:
    for field in get_all_child_m2m_relations(model):
        yield field.name
    for relation in get_all_child_relations(model):
        yield relation.get_accessor_name()
        for name in _hanging_on(relation.related_model):
            yield f"{relation.get_accessor_name()}__{name}"


def fetch(model: type[Model], keys: Iterable[int | None], *, lock: bool = False) -> dict[int, Any]:
    """The records with everything, and of those with a draft what is in it."""
    found = with_everything(model._default_manager.filter(pk__in={*keys} - {None}))
    records: dict[int, Any] = (found.select_for_update(of=("self",)) if lock else found).in_bulk()
    bring_terms(records.values())
    drafted = [each for each in records.values() if each.has_unpublished_changes and each.latest_revision_id]
    revisions = Revision.objects.in_bulk([each.latest_revision_id for each in drafted])
    for record in drafted:
        record.latest_revision = revisions[record.latest_revision_id]
    return records


def bring_terms(records: Iterable[Any]) -> None:
    """The terms to which records point, without asking for each."""
    terms = terms_by_pk()
    for record in records:
        for field in record._meta.fields:
            key = getattr(record, field.attname) if field.related_model is Term else None
            if key in terms:
                setattr(record, field.name, terms[key])


def compared_with(record: Any) -> Any:
    """The record as the public sees it; one that is only a draft as it was last saved."""
    return record if record.live else draft_of(record) or record


def draft_of(record: Any) -> Any:
    """What was last saved, if that says anything else than what is stored as the record itself."""
    if not record.has_unpublished_changes or record.latest_revision is None:
        return None
    content = record.latest_revision.content
    if said(content) == said(json.loads(json.dumps(record.serializable_data(), cls=DjangoJSONEncoder))):
        return None
    # What it points to may be gone; Wagtail looks when it makes a record of the version, and here nobody follows it.
    draft = type(record).from_serializable_data(content, check_fks=False)
    draft.pk, draft.latest_revision = record.pk, record.latest_revision
    bring_terms([draft])
    return draft


def copied(record: Any) -> Any:
    """A copy with terms and rows of its own, to try values on."""
    copy = copy_of(record)
    copy.__dict__[CHILDREN] = dict(record.__dict__.get(CHILDREN, {}))
    return copy


def said(content: dict[str, Any]) -> dict[str, Any]:
    """What a version says, without when and how it was stored."""
    return {name: value for name, value in content.items() if name not in NOT_SAID}
