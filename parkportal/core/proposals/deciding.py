"""What staff make of a proposal, value by value: accepted ones are published or drafted, each has its answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from ..changing import change
from ..models import Origin, Proposal, ProposedValue
from ..models.proposal import Decision
from .kinds import Kind, kind_named
from .telling import answer


@dataclass(frozen=True)
class Verdict:
    """What is decided on one value, and why."""

    decision: Decision
    reason: str = ""


@transaction.atomic
def decide(proposal: Proposal, verdicts: Mapping[str, Verdict], user: Any, *, text: str = "") -> Model | None:
    """Carry out verdicts by the names of the values; gives the thing that was changed or made.

    Values without a verdict stay open; once none is, the proposal is settled and the proposer gets an answer. Raises
    ValidationError, with nothing done, where what was accepted can't be published.
    """
    locked = Proposal.objects.select_for_update().get(pk=proposal.pk)
    kind = kind_named(locked.kind)
    if kind is None or not kind.allows(user):
        raise PermissionDenied
    waiting = {value.name: value for value in locked.values.filter(decision=Decision.OPEN)}
    decided = [(waiting[name], verdict) for name, verdict in verdicts.items() if name in waiting]
    for value, verdict in decided:
        if verdict.decision == Decision.REFUSED and not verdict.reason:
            raise ValidationError(_("Give a reason for each refusal: the proposer gets to read it."))
        value.decision, value.reason = verdict.decision, verdict.reason
        value.save(update_fields=["decision", "reason"])
    if kind.make is not None and len(decided) < len(waiting):
        raise ValidationError(_("Decide on every field: one draft is made of all that you accept."))
    accepted = [value for value, verdict in decided if verdict.decision == Decision.ACCEPTED]
    thing = _carry_out(locked, kind, accepted, user) if accepted else locked.subject
    if text:
        locked.answer = text
    if not locked.values.filter(decision=Decision.OPEN).exists():
        locked.settled_at, locked.settled_by = timezone.now(), user
        answer(locked)
    locked.save()
    return thing


def _carry_out(proposal: Proposal, kind: Kind, accepted: list[ProposedValue], user: Any) -> Model:
    if kind.make is not None:
        thing = proposal.subject or kind.make(proposal, {value.name: value.new for value in accepted})
        proposal.subject = thing
        return thing
    thing = proposal.subject
    if thing is None:
        raise ValidationError(_("What this is about is no longer there."))
    known = [(field, value) for value in accepted if (field := kind.field(value.name))]
    if writing := [(field, value) for field, value in known if field.writes]:
        change(thing, partial(_write, writing), user=user, origin=Origin(proposal.origin))
    for field, value in known:
        field.after(proposal, value.new)
    return thing


def _write(writing: list[tuple[Any, ProposedValue]], thing: Any) -> None:
    for field, value in writing:
        field.write(thing, value.new, bytes(value.file) if value.file is not None else None)
