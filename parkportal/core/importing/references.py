"""What refers to what, for records that were not saved one by one."""

from collections.abc import Iterable
from itertools import batched
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.tasks import task
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import reference_index_auto_update_disabled

from .fetching import with_everything

BATCH = 250


@task()
def follow_references(label: str, keys: list[int]) -> None:
    """Note to what these records point."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        return
    model = apps.get_model(label)
    for batch in batched(keys, BATCH):
        with transaction.atomic():
            _note(model, with_everything(model._default_manager.filter(pk__in=batch)))


def _note(model: Any, records: Iterable[Any]) -> None:
    """Their rows of the index anew, in a few statements; Wagtail's own way takes three for each record."""
    content_type = ContentType.objects.get_for_model(model)
    records = list(records)
    keys = [str(record.pk) for record in records]
    ReferenceIndex.objects.filter(base_content_type=content_type, object_id__in=keys).delete()
    ReferenceIndex.objects.bulk_create(
        (
            ReferenceIndex(
                content_type=content_type,
                base_content_type=content_type,
                object_id=str(record.pk),
                to_content_type_id=kind,
                to_object_id=key,
                model_path=model_path,
                content_path=content_path,
                content_path_hash=ReferenceIndex._get_content_path_hash(content_path),
            )
            for record in records
            for kind, key, model_path, content_path in set(ReferenceIndex._extract_references_from_object(record))
        ),
        ignore_conflicts=True,
    )
