"""Who sits in the bodies of a partnership, and the balance of business, education and government there."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects

from organisations.models import Organisation
from parkportal.core.models import Term
from parkportal.core.visibility import shown

from .models import Body, Partnership, Seat


@dataclass(frozen=True)
class HeldSeat:
    """A seat with the organisation that it stands for, if the public may see that one."""

    seat: Seat
    organisation: Organisation | None


@dataclass(frozen=True)
class Share:
    """How many seats one side of the triple helix holds."""

    side: Term
    seats: int


@dataclass(frozen=True)
class BodyInUse:
    """A body with who sits in it today, and who did."""

    body: Body
    seats: list[HeldSeat]
    former: list[HeldSeat]
    balance: list[Share]


def bodies_of(partnership: Partnership) -> list[BodyInUse]:
    """The bodies with their seats, in two queries."""
    bodies = list(partnership.bodies.select_related("kind"))
    rows = Seat.objects.select_related("role__person", "role__organisation__triple_helix", "represents__triple_helix")
    stored = [body for body in bodies if body.pk]  # A preview holds bodies that are not stored yet.
    prefetch_related_objects(stored, Prefetch("seats", rows))
    return [_in_use(body) for body in bodies]


def balance(organisations: Iterable[Organisation]) -> list[Share]:
    """How many of the organisations are on each side of the triple helix, the largest side first."""
    counts = Counter(organisation.triple_helix for organisation in organisations)
    shares = [Share(side, seats) for side, seats in counts.items()]
    return sorted(shares, key=lambda share: (-share.seats, share.side.order))


def _in_use(body: Body) -> BodyInUse:
    seats = [
        HeldSeat(seat, shown(seat.represents or seat.role.organisation))
        for seat in body.seats.all()
        if shown(seat.role)
    ]
    seats.sort(key=lambda row: (not row.seat.chair, not row.seat.executive))
    held = [row for row in seats if row.seat.holds_now]
    former = [row for row in seats if row.seat.until and not row.seat.holds_now]
    return BodyInUse(body, held, former, balance(row.organisation for row in held if row.organisation))
