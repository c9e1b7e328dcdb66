"""Who sits in the bodies of a partnership on a day, and the balance of business, education and government there."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, prefetch_related_objects

from organisations.models import Organisation, Person, Role
from parkportal.core.models import Term
from parkportal.core.visibility import shown

from .half_circle import HalfCircle, half_circle
from .models import Body, Partnership, Seat


@dataclass(frozen=True)
class Hat:
    """In what role somebody sits, with the organisation that this stands for, if the public may see that one."""

    seat: Seat
    organisation: Organisation | None


@dataclass(frozen=True)
class Holder:
    """A person in a seat, with one role or more."""

    person: Person
    hats: list[Hat]

    @property
    def is_chair(self) -> bool:
        """Whether this person chairs."""
        return any(hat.seat.chair for hat in self.hats)


@dataclass(frozen=True)
class HeldSeat:
    """A seat, with one holder or several who share it."""

    holders: list[Holder]

    @property
    def hats(self) -> list[Hat]:
        """The roles of all its holders."""
        return [hat for holder in self.holders for hat in holder.hats]

    @property
    def side(self) -> Term | None:
        """The side of the triple helix that it stands for: that of the first organisation."""
        return next((hat.organisation.triple_helix for hat in self.hats if hat.organisation), None)

    @property
    def is_chair(self) -> bool:
        """Whether a holder chairs."""
        return any(holder.is_chair for holder in self.holders)

    @property
    def is_executive(self) -> bool:
        """Whether it is one of those that make up the executive committee."""
        return any(hat.seat.executive for hat in self.hats)


@dataclass(frozen=True)
class Share:
    """How many seats one side of the triple helix holds."""

    side: Term
    seats: int


@dataclass(frozen=True)
class BodyInUse:
    """A body with who sits in it on a day, and who did before. ``unknown`` are those first seen there later."""

    body: Body
    seats: list[HeldSeat]
    former: list[HeldSeat]
    unknown: int

    @cached_property
    def balance(self) -> list[Share]:
        """The seats by the side that they stand for, the largest side first."""
        counts = Counter(seat.side for seat in self.seats if seat.side)
        shares = [Share(side, seats) for side, seats in counts.items()]
        return sorted(shares, key=lambda share: (-share.seats, share.side.order))

    @cached_property
    def drawing(self) -> HalfCircle:
        """The balance as a picture: a dot for each seat, those of one side together."""
        return half_circle([share.side.identifier for share in self.balance for _seat in range(share.seats)])

    @property
    def people(self) -> int:
        """How many people sit in it."""
        return len({holder.person.pk for seat in self.seats for holder in seat.holders})

    @property
    def executive(self) -> list[HeldSeat]:
        """The seats that make up the executive committee."""
        return [seat for seat in self.seats if seat.is_executive]


def bodies_of(partnership: Partnership, day: datetime.date) -> list[BodyInUse]:
    """The bodies with their seats on a day, in two queries."""
    bodies = list(partnership.bodies.select_related("kind"))
    rows = Seat.objects.select_related("role__person", "role__organisation__triple_helix", "represents__triple_helix")
    stored = [body for body in bodies if body.pk]  # A preview holds bodies that are not stored yet.
    prefetch_related_objects(stored, Prefetch("seats", rows))
    return [_in_use(body, day) for body in bodies]


def seen_by(role: Role, since: str, day: datetime.date) -> bool:
    """Whether something in this role is known for a day: since when is known, or the role was seen by then."""
    return bool(since or not role.as_of) or role.as_of <= day.isoformat()[: len(role.as_of)]


def _in_use(body: Body, day: datetime.date) -> BodyInUse:
    rows = [row for row in body.seats.all() if shown(row.role)]
    held = [row for row in rows if row.holds_on(day)]
    known = [row for row in held if seen_by(row.role, row.since, day)]
    former = [row for row in rows if row.until and not row.holds_on(day) and not _begins_after(row, day)]
    seen = {row.role.person_id for row in known}
    unknown = {row.role.person_id for row in held} - seen
    return BodyInUse(body, _seats(known), _seats(former), len(unknown))


def _begins_after(row: Seat, day: datetime.date) -> bool:
    return bool(row.since) and row.since > day.isoformat()[: len(row.since)]


def _seats(rows: Iterable[Seat]) -> list[HeldSeat]:
    """The chair's seat first, then those of the executive committee, then the others as staff put them."""
    shared: dict[object, list[Seat]] = {}
    for row in rows:
        shared.setdefault(row.number or object(), []).append(row)
    seats = [HeldSeat(_holders(together)) for together in shared.values()]
    return sorted(seats, key=lambda seat: (not seat.is_chair, not seat.is_executive))


def _holders(rows: Sequence[Seat]) -> list[Holder]:
    by_person: dict[int, Holder] = {}
    for row in rows:
        holder = by_person.setdefault(row.role.person_id, Holder(row.role.person, []))
        holder.hats.append(Hat(row, shown(row.represents or row.role.organisation)))
    return list(by_person.values())
