"""The first use of a word of the field on a page, explained."""

from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe

from ..glossary import explain
from ..languages import current_language

register = template.Library()


@register.simple_block_tag(takes_context=True)
def explained(context: Any, content: str) -> SafeString:
    """What stands between, explained."""
    html = explain(content, current_language(), context.get("glossary_url", ""))
    return mark_safe(html)  # noqa: S308 -- rendered by templates; what comes in is escaped.
