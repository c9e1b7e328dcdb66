"""A proposal is kept with the values as they were, and staff hear of it. The public sees nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model

from ..languages import current_language
from ..models import Origin, Proposal, ProposedValue
from .kinds import Kind
from .telling import tell_staff


@dataclass(frozen=True)
class Proposer:
    """Who proposes: for staff to answer."""

    origin: Origin
    email: str = ""
    name: str = ""
    organisation: str = ""
    note: str = ""


@transaction.atomic
def propose(
    kind: Kind,
    values: Mapping[str, Any],
    proposer: Proposer,
    *,
    title: str,
    subject: Model | None = None,
    files: Mapping[str, bytes] | None = None,
) -> Proposal:
    """Keep a proposal of the values, by the names of the kind's fields, and have staff told."""
    proposal = Proposal(
        kind=kind.key,
        title=title[:200],
        origin=proposer.origin,
        name=proposer.name,
        email=proposer.email,
        organisation=proposer.organisation,
        note=proposer.note,
        language=current_language(),
    )
    if subject is not None:
        proposal.subject = subject
    proposal.save()
    fields = [field for field in kind.fields if field.name in values]
    ProposedValue.objects.bulk_create(
        ProposedValue(
            proposal=proposal,
            name=field.name,
            old=field.read(subject) if subject is not None else "",
            new=values[field.name],
            file=(files or {}).get(field.name),
        )
        for field in fields
    )
    tell_staff(proposal, kind)
    return proposal


def differences(kind: Kind, thing: Any, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that differ from what a thing has."""
    known = {name: kind.field(name) for name in values}
    return {name: values[name] for name, field in known.items() if field and field.read(thing) != values[name]}
