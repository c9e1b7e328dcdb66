"""Who is in a partnership and along which lines it works, on a day."""

import datetime
from dataclasses import dataclass

from organisations.models import Organisation, Role
from parkportal.core.models import ParkDocument
from parkportal.core.partial_date import has_passed
from parkportal.core.visibility import shown

from .governance import seen_by
from .models import Partnership, PartnershipMember, ProgrammeLine


@dataclass(frozen=True)
class Members:
    """The memberships that hold on a day, by role, and those that ended before."""

    day: datetime.date
    current: list[PartnershipMember]
    former: list[PartnershipMember]

    @property
    def count(self) -> int:
        """How many organisations are in it."""
        return len({row.organisation_id for row in self.current})

    @property
    def undated(self) -> int:
        """For how many of them it is not known since when."""
        dated = {row.organisation_id for row in self.current if row.since}
        return len({row.organisation_id for row in self.current} - dated)


@dataclass(frozen=True)
class Line:
    """A programme line with who leads it, as far as the public may see them."""

    line: ProgrammeLine
    lead: Organisation | None
    lead_role: Role | None


@dataclass(frozen=True)
class Lines:
    """The lines of a day, and those that were given up before."""

    current: list[Line]
    former: list[Line]


def members_of(partnership: Partnership, day: datetime.date) -> Members:
    """The members on a day; of one that the public may not see, nothing."""
    related = ("organisation", "role", "signed_by__person", "signed_by__organisation")
    rows = [row for row in partnership.members.select_related(*related) if shown(row.organisation)]
    rows.sort(key=lambda row: (row.role.order, str(row.organisation).casefold()))
    return Members(
        day,
        [row for row in rows if row.holds_on(day) and _exists(partnership, day)],
        [row for row in rows if _is_over(row.until, day)],
    )


def lines_of(partnership: Partnership, day: datetime.date) -> Lines:
    """The lines on a day, by number."""
    related = ("lead", "lead_role__person", "lead_role__organisation")
    rows = [
        Line(row, shown(row.lead), shown(row.lead_role)) for row in partnership.lines.select_related(*related).all()
    ]
    return Lines(
        [row for row in rows if row.line.holds_on(day) and _exists(partnership, day)],
        [row for row in rows if _is_over(row.line.until, day)],
    )


def staff_of(partnership: Partnership, day: datetime.date) -> list[Role]:
    """Who works for it on a day, as far as that is known."""
    rows = partnership.staff.select_related("role__person", "role__organisation")
    roles = [row.role for row in rows if shown(row.role)]
    return [role for role in roles if role.holds_on(day) and seen_by(role, role.since, day)]


def documents_of(partnership: Partnership) -> list[ParkDocument]:
    """The documents to download, in the order that staff gave them."""
    keys = [row.document_id for row in partnership.documents.all()]
    documents = ParkDocument.objects.in_bulk(keys)
    return [documents[key] for key in keys if key in documents]


def _exists(partnership: Partnership, day: datetime.date) -> bool:
    return not partnership.started or has_passed(partnership.started, day)


def _is_over(until: str, day: datetime.date) -> bool:
    return bool(until) and has_passed(until, day)
