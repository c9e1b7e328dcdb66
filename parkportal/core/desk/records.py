"""Records that nobody has confirmed for long."""

import datetime
from collections.abc import Iterator
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.snippets.permissions import get_permission_name

from ..confirming import confirm
from ..models import Record
from ..models.record import DAYS_UNTIL_OLD, ConfirmedBy
from .access import models_to_edit
from .needs import Action, Source, need


def _may_confirm(user: Any, record: Record) -> bool:
    return bool(user.has_perm(get_permission_name("publish", type(record))))


def _confirm(record: Record, user: Any) -> None:
    confirm(record, by=ConfirmedBy.STAFF, user=user)


@need(
    "unconfirmed",
    label=_("Entries not confirmed for a year"),
    explanation=_("Those that nobody ever confirmed come first, then the oldest."),
    moment=_("Confirmed on"),
    never=_("never"),
    order=80,
    action=Action(
        _("Confirm: this is right today"), _("Confirmed as right today: %(number)s."), _may_confirm, _confirm
    ),
)
def unconfirmed(user: Any) -> Iterator[Source]:
    """What the public sees of the records that this user may edit."""
    long_ago = timezone.localdate() - datetime.timedelta(days=DAYS_UNTIL_OLD)
    old = Q(confirmed_on__isnull=True) | Q(confirmed_on__lt=long_ago)
    for model in models_to_edit(user, Record):
        yield Source(model.objects.visible().filter(old), by="confirmed_on")
