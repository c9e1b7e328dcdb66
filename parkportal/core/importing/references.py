"""What refers to what, for records that were not saved one by one."""

from django.apps import apps
from django.db import transaction
from django.tasks import task
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import reference_index_auto_update_disabled

from .catalogue import with_everything


@task()
def follow_references(label: str, keys: list[int]) -> None:
    """Note to what these records point."""
    if getattr(reference_index_auto_update_disabled, "value", False):
        return
    records = apps.get_model(label)._default_manager.filter(pk__in=keys)
    for record in with_everything(records):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(record)
