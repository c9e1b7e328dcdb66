"""Stores many records at once: a few statements for hundreds of them."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, QuerySet
from django.utils import timezone
from modelcluster.models import get_all_child_m2m_relations, get_all_child_relations
from wagtail.models import ModelLogEntry, Revision

BATCH = 250


def store_fields(records: Sequence[Any], names: Iterable[str]) -> None:
    """These fields of records that are there already, in one statement and far cheaper than ``bulk_update``."""
    if records:
        # A plain QuerySet: modeltranslation's would write the active language's column.
        QuerySet(model=type(records[0])).bulk_create(
            records, batch_size=BATCH, update_conflicts=True, unique_fields=["pk"], update_fields=sorted({*names})
        )


def store_terms(records: Iterable[Any], fields: Iterable[Any]) -> None:
    """What these fields of terms hold."""
    records = list(records)
    for field in fields:
        through, owner, other = field.remote_field.through, field.m2m_column_name(), field.m2m_reverse_name()
        through.objects.filter(**{f"{field.m2m_field_name()}__in": [record.pk for record in records]}).delete()
        through.objects.bulk_create(
            through(**{owner: record.pk, other: term.pk})
            for record in records
            for term in getattr(record, field.name).all()
        )


def begin_empty(record: Any) -> Any:
    """A record that is not stored yet has no rows and no terms but those that it gets: nobody need ask for them."""
    model = type(record)
    for relation in get_all_child_relations(model):
        setattr(record, relation.get_accessor_name(), [])
    for field in get_all_child_m2m_relations(model):
        setattr(record, field.name, [])
    return record


def make_versions(versions: Sequence[Any], user: Any) -> list[Revision]:
    """A version of each record as it is at hand."""
    now = timezone.now()
    return list(
        Revision.objects.bulk_create(
            Revision(
                **_content_types(version),
                object_id=str(version.pk),
                object_str=str(version),
                created_at=now,
                user=user,
                content=version.serializable_data(),
            )
            for version in versions
        )
    )


def log(records: Iterable[Any], action: str, user: Any) -> None:
    """A line in the history of each, with its latest version."""
    now = timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(
            content_type=_content_types(record)["content_type"],
            object_id=str(record.pk),
            label=str(record),
            action=action,
            timestamp=now,
            user=user,
            revision=record.latest_revision,
            content_changed=True,
        )
        for record in records
    )


def _content_types(record: Model) -> dict[str, ContentType]:
    content_type = ContentType.objects.get_for_model(record)
    return {"content_type": content_type, "base_content_type": content_type}
