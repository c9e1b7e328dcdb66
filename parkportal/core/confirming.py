"""A record is confirmed: somebody says that it is right today."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from .cache_refresh import refresh_after
from .models import Record
from .models.record import ConfirmedBy

CONFIRMED = "parkportal.confirm"


@transaction.atomic
def confirm(record: Record, *, by: ConfirmedBy, user: Any = None) -> None:
    """Note who says so today, on what the public sees and in the draft; the draft's other changes stay as they are."""
    today = timezone.localdate()
    said: dict[str, Any] = {"confirmed_on": today, "confirmed_by": str(by)}
    type(record)._base_manager.filter(pk=record.pk).update(**said)
    for name, value in said.items():
        setattr(record, name, value)
    draft = record.latest_revision
    if draft:
        draft.content |= said | {"confirmed_on": today.isoformat()}
        draft.save(update_fields=["content"])
    refresh_after(record)
    log(record, CONFIRMED, user=user)
