"""The way from a profile to the form by which one asks about it."""

from typing import Any

from django import template
from django.urls import reverse

from parkportal.core.models import Record

from ..enquiries.recipients import is_answered
from ..enquiries.views import KINDS

register = template.Library()


@register.inclusion_tag("website/question_link.html")
def question_link(record: Record) -> dict[str, Any]:
    """A link to the form; nothing where nobody would answer."""
    return {"url": question_url(record)}


@register.simple_tag
def question_url(record: Record) -> str:
    """The address of the form; nothing where nobody would answer."""
    kind = next((kind for kind, model in KINDS.items() if isinstance(record, model)), None)
    if kind is None or not record.key or not is_answered(record):
        return ""
    return reverse(f"ask-{kind}", args=[record.key])
