"""The way from a profile to the forms by which it is put right."""

from typing import Any

from django import template
from django.urls import reverse

from organisations.models import Organisation
from parkportal.core.models import Record

from ..mistakes.kinds import RECORDS

register = template.Library()


@register.inclusion_tag("website/mistake_link.html")
def mistake_link(record: Record) -> dict[str, Any]:
    """A link to the form for everybody, and for an organisation to the one for who works there."""
    kind = next((kind for kind, model in RECORDS.items() if isinstance(record, model)), None)
    if kind is None or not record.key:
        return {}
    claim = reverse("entry-claim", args=[record.key]) if isinstance(record, Organisation) else ""
    return {"url": reverse(f"mistake-{kind}", args=[record.key]), "claim_url": claim}
