"""How staff decide on what was proposed, by the admin's form."""

from typing import Any

from django.test import Client
from django.urls import reverse

from parkportal.core.models import Proposal


def decisions(proposal: Proposal, **verdicts: tuple[str, str]) -> dict[str, str]:
    """What staff fill in, by the names of the fields."""
    data = {}
    for value in proposal.values.all():
        decision, reason = verdicts.get(value.name, ("later", ""))
        data |= {f"decision-{value.pk}": decision, f"reason-{value.pk}": reason}
    return data


def decide(staff: Client, proposal: Proposal, *, seen: str = "", **verdicts: tuple[str, str]) -> Any:
    path = reverse("proposal", args=[proposal.pk])
    seen = seen or staff.get(path).context["seen"]
    return staff.post(path, {"seen": seen} | decisions(proposal, **verdicts))
