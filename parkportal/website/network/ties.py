from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parkportal.core.partial_date import format_partial_date

LARGEST_GROUP = 24
"""To be in a larger group, such as the tenants of a very large building, says nothing about who works with whom."""


class TieKind(TextChoices):
    """What ties two organisations, the strongest first; the values stand in URLs."""

    OWNERSHIP = "ownership", gettext_lazy("Ownership")
    ORIGIN = "origin", gettext_lazy("Origin")
    PARTNERSHIP = "partnership", gettext_lazy("Partnership")
    FACILITY = "facility", gettext_lazy("Shared facility")
    MEMBERSHIP = "membership", gettext_lazy("Membership")
    NEWS = "news", gettext_lazy("Joint news")
    BUILDING = "building", gettext_lazy("Same building")


STRENGTHS = {
    TieKind.OWNERSHIP: 4,
    TieKind.ORIGIN: 4,
    TieKind.PARTNERSHIP: 3,
    TieKind.FACILITY: 3,
    TieKind.MEMBERSHIP: 2,
    TieKind.NEWS: 2,
    TieKind.BUILDING: 1,
}


@dataclass(frozen=True)
class Via:
    """What two organisations share: a partnership, a building, an article."""

    name: str
    url: str = ""


@dataclass(frozen=True)
class Tie:
    """A tie between two organisations, by their keys in the database, read from the one to the other."""

    kind: TieKind
    one: int
    other: int
    label: str
    via: Via | None = None
    since: str = ""
    until: str = ""
    source: str = ""

    @property
    def pair(self) -> tuple[int, int]:
        """The two ends, whichever way the tie is read."""
        return min(self.one, self.other), max(self.one, self.other)

    @property
    def strength(self) -> int:
        """How much the tie says about working together."""
        return STRENGTHS[self.kind]

    @property
    def period(self) -> str:
        """“since 2016”, “2016 – 2021”, the day of an article, or nothing."""
        since, until = format_partial_date(self.since), format_partial_date(self.until)
        if self.kind is TieKind.NEWS:
            return since
        if since and until:
            return f"{since} – {until}"
        if until:
            return _("until %(date)s") % {"date": until}
        return _("since %(date)s") % {"date": since} if since else ""


@dataclass(frozen=True)
class Member:
    """An organisation in a group, with the dates and the source of its membership."""

    organisation: int
    since: str = ""
    until: str = ""
    source: str = ""


def ties_of_group(kind: TieKind, via: Via, members: Iterable[Member]) -> Iterator[Tie]:
    """Everybody in a group with everybody else, since the later of the two came; none in a group that is too large."""
    one_each = list({member.organisation: member for member in members}.values())
    if len(one_each) > LARGEST_GROUP:
        return
    for one, other in combinations(sorted(one_each, key=lambda member: member.organisation), 2):
        yield Tie(
            kind,
            one.organisation,
            other.organisation,
            str(kind.label),
            via,
            since=max(one.since, other.since),
            until=min(filter(None, (one.until, other.until)), default=""),
            source=", ".join(dict.fromkeys(filter(None, (one.source, other.source)))),
        )
