"""What staff see of proposals."""

from dataclasses import dataclass
from typing import Any

from django.utils.text import capfirst

from ..models import Proposal, ProposedValue
from ..models.proposal import Decision, ProposalQuerySet
from .fields import ProposedField
from .kinds import Kind, kind_named, kinds_for


def open_proposals(user: Any = None) -> ProposalQuerySet:
    """What waits for a decision, of the kinds that a user may decide on, or of every kind.

    For the admin's first page: ``open_proposals(request.user).count()`` is one query; the list of them is at the
    address ``proposals:index`` with ``?state=open``.
    """
    found = Proposal.objects.open()
    if user is None:
        return found
    return found.filter(kind__in=kinds_for(user))


@dataclass(frozen=True)
class Line:
    """A proposed value beside what there was and what there is. ``conflict``: somebody changed it meanwhile."""

    value: ProposedValue
    field: ProposedField
    label: str
    old: str
    now: str
    new: str
    conflict: bool
    language: str

    @property
    def is_open(self) -> bool:
        """Whether it is to be decided."""
        return self.value.decision == Decision.OPEN

    @property
    def is_new_already(self) -> bool:
        """Whether somebody wrote just this meanwhile."""
        return self.conflict and self.now == self.new


def lines(proposal: Proposal, kind: Kind) -> list[Line]:
    """The values of a proposal with the state of things."""
    thing = current(proposal.subject) if kind.make is None else None
    found = []
    for value in proposal.values.all():
        field = kind.field(value.name)
        if field is None:
            continue
        now = field.read(thing) if thing is not None else value.old
        found.append(
            Line(
                value=value,
                field=field,
                label=field.label(kind.model),
                old=field.shown(value.old),
                now=field.shown(now),
                new=field.shown(value.new),
                conflict=value.decision == Decision.OPEN and now != value.old,
                language=value.name.rpartition("_")[2],
            )
        )
    return found


def current(thing: Any) -> Any:
    """A thing as staff have it: with what is drafted but not published."""
    return thing.get_latest_revision_as_object() if hasattr(thing, "get_latest_revision_as_object") else thing


def kind_label(proposal: Proposal) -> str:
    """What kind it is, for people."""
    kind = kind_named(proposal.kind)
    return capfirst(str(kind.label)) if kind else proposal.kind
