"""A change of a record from outside the admin: it goes public at once, and is in the draft that staff work on too."""

from collections.abc import Callable
from typing import Any

from django.db import transaction

from .models import Drafted
from .models.provenance import Origin
from .provenance import written_by

Change = Callable[[Any], object]


@transaction.atomic
def change(thing: Drafted, make: Change, *, user: Any = None, origin: Origin = Origin.STAFF) -> None:
    """Have ``make`` change what the public sees and what is being drafted. Raises ValidationError if it may not be.

    What is not public stays so: only its draft changes.
    """
    live: Any = type(thing)._base_manager.select_for_update().get(pk=thing.pk)
    draft = live.get_latest_revision_as_object() if live.has_unpublished_changes or not live.live else None
    if live.live:
        make(live)
        revision = live.save_revision(user=user, log_action=True)
        with written_by(origin):
            revision.publish(user=user)
    if draft is not None:
        draft.refresh_from_db(fields=["latest_revision", "live_revision", "last_published_at", "first_published_at"])
        make(draft)
        draft.save_revision(user=user, clean=False, log_action=True)
