"""Every so many months each organisation is asked whether its entry is right: one mail, however often this runs."""

import datetime
from itertools import batched

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.utils import timezone

from parkportal.core.models import OutboxEntry
from parkportal.core.models.record import ConfirmedBy
from parkportal.core.outbox import put_many
from parkportal.core.retention import forgets

from ..models import EntryLink, Organisation
from ..models.dated import ContactPoint, Purpose, gone
from ..models.entry_link import MAIL, Occasion
from ..models.organisation import OrganisationState
from ..querysets import OrganisationQuerySet
from .links import new_link

DAYS_IN_A_MONTH = 365.25 / 12
AT_ONCE = 500
ORDER = [Purpose.GENERAL, Purpose.PRESS, Purpose.FACILITY, Purpose.EDUCATION]  # Who knows best; privacy is no help.


def ask_for_confirmation(every_months: int) -> int:
    """Queue a mail to each organisation that was not asked and did not confirm by itself so long; gives how many."""
    if every_months <= 0:
        return 0
    since = timezone.localdate() - datetime.timedelta(days=round(every_months * DAYS_IN_A_MONTH))
    keys = list(to_ask(since).values_list("pk", flat=True))
    return sum(_ask(part) for part in batched(keys, AT_ONCE))


def to_ask(since: datetime.date) -> OrganisationQuerySet:
    """The organisations on the park that were neither asked since a day nor confirmed their entry themselves."""
    asked = EntryLink.objects.filter(organisation=OuterRef("pk"), occasion=Occasion.ROUND, asked_on__gt=since)
    confirmed = Q(confirmed_by=ConfirmedBy.ORGANISATION, confirmed_on__gt=since)
    left = gone(OrganisationState.objects.all()).values("organisation")
    found = Organisation.objects.visible().exclude(confirmed).exclude(pk__in=left)
    return found.filter(~Exists(asked), contacts__email__gt="").distinct().order_by("pk")


def contact_of(organisation: Organisation) -> ContactPoint | None:
    """Who is asked about the entry."""
    contacts = [each for each in organisation.contacts.all() if each.email]
    return next((each for purpose in ORDER for each in contacts if each.purpose == purpose), None)


@transaction.atomic
def _ask(keys: tuple[int, ...]) -> int:
    # Whoever asks the same ones at this moment waits here, and then finds the links.
    locked = list(Organisation.objects.filter(pk__in=keys).select_for_update().order_by("pk"))
    today = EntryLink.objects.filter(organisation__in=keys, occasion=Occasion.ROUND, asked_on=timezone.localdate())
    asked = set(today.values_list("organisation", flat=True))
    prefetch_related_objects(locked, "contacts")
    with_contact = [(each, contact_of(each)) for each in locked if each.pk not in asked]
    made = EntryLink.objects.bulk_create(
        new_link(organisation, contact.email, contact.mail_language, Occasion.ROUND)
        for organisation, contact in with_contact
        if contact
    )
    put_many([OutboxEntry(kind=MAIL, key=str(link.pk)) for link in made])
    return len(made)


@forgets
def entry_links() -> int:
    """Links half a year after their end, with the addresses they were sent to."""
    return EntryLink.objects.forget_old()
