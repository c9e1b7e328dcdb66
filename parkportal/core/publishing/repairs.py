"""What a killed process, or one of another program, may have left behind, and how it is put right.

Our own publishing is all or nothing, so these find nothing as long as everything goes through it.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils.dateparse import parse_datetime
from wagtail.log_actions import registry
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from .turns import is_our_turn

Repair = Callable[[], int]
_repairs: list[Repair] = []

PLANNED = "wagtail.publish.schedule"
SETTLED = (
    PLANNED,
    "wagtail.publish",
    "wagtail.publish.scheduled",
    "wagtail.schedule.cancel",
    "wagtail.unpublish",
    "wagtail.unpublish.scheduled",
    "wagtail.delete",
)

logger = logging.getLogger(__name__)


def repair(function: Repair) -> Repair:
    """Register what finds and mends something; it gives how much it mended."""
    _repairs.append(function)
    return function


def repair_all() -> int:
    """Try each in a transaction of its own; one that fails holds no other up."""
    return sum(map(_try, _repairs))


def _try(function: Repair) -> int:
    try:
        with transaction.atomic():
            mended = function() if is_our_turn() else 0
    except Exception:
        logger.exception("Could not repair: %s", function.__name__)
        return 0
    if mended:
        logger.warning("Repaired %s: %s", mended, function.__name__)
    return mended


@repair
def restore_lost_plans() -> int:
    """A plan that was logged, neither carried out nor cancelled since, and is no longer on its revision."""
    mended = 0
    for revision, moment in _lost_plans():
        revision.approved_go_live_at = moment
        mended += Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=moment)
    return mended


def _lost_plans() -> Iterator[tuple[Revision, Any]]:
    for entries, same in ((PageLogEntry, ["page_id"]), (ModelLogEntry, ["content_type_id", "object_id"])):
        if entries not in set(registry.get_log_entry_models()):
            continue
        later = entries.objects.filter(
            Q(timestamp__gt=OuterRef("timestamp")) | Q(timestamp=OuterRef("timestamp"), pk__gt=OuterRef("pk")),
            action__in=SETTLED,
            **{name: OuterRef(name) for name in same},
        )
        planned = Revision.objects.filter(
            base_content_type_id=OuterRef("revision__base_content_type_id"),
            object_id=OuterRef("revision__object_id"),
            approved_go_live_at__isnull=False,
        )
        lost = entries.objects.filter(~Exists(later), ~Exists(planned), action=PLANNED, revision__content__isnull=False)
        for entry in lost.select_related("revision").order_by("pk"):
            thing = entry.revision.content_object
            moment = parse_datetime(entry.data.get("revision", {}).get("go_live_at") or "")
            if thing is not None and moment and not _is_newer(thing, entry.timestamp):
                yield entry.revision, moment


def _is_newer(thing: Any, moment: Any) -> bool:
    """Whether something went live after the plan was made, without being logged."""
    return bool(thing.live and thing.last_published_at and thing.last_published_at > moment)
