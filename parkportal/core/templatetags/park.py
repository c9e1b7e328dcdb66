"""What templates need of the core: texts with their language, partial dates, JSON-LD."""

import json
import re
from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from ..languages import Localised, localise
from ..partial_date import format_partial_date
from ..publication import CheckedBeforePublishing

register = template.Library()
register.filter("partial_date", format_partial_date)


@register.simple_tag
def field(obj: Any, name: str) -> Localised:
    """A translated field's text with the language it is really in."""
    return localise(obj, name)


@register.simple_tag
def findings_address(thing: Any) -> str:
    """Where the admin asks what the check before publishing finds in a draft; empty for what is not checked."""
    if not isinstance(thing, CheckedBeforePublishing):
        return ""
    model: Any = thing
    return reverse("findings_of_draft", args=[model._meta.label_lower, model.pk or 0])


@register.filter
def marked(value: Localised | str) -> str:
    """The text, marked with its language where it stands in for a missing translation."""
    if isinstance(value, Localised) and value.is_fallback:
        return format_html('<span lang="{}">{}</span>', value.language, value.text)
    return str(value)


@register.filter
def breakable(address: str) -> SafeString:
    """An address with the places where a line may end, so that no word of it is cut."""
    return mark_safe(re.sub(r"(@)|([.-])", r"\1<wbr>\2", escape(address)))  # noqa: S308 -- It is escaped here.


@register.filter
def linked(thing: Any) -> str:
    """The name of a thing, with a link where it has an address."""
    return format_html('<a href="{}">{}</a>', thing.url, thing) if thing.url else str(thing)


@register.filter
def rich(value: Localised) -> SafeString:
    """A translated rich text as HTML, marked with its language where it stands in for another."""
    html = mark_safe(expand_db_html(value.text))  # noqa: S308 -- Wagtail's editor cleaned it when it was saved.
    if value.is_fallback:
        return format_html('<div class="rich-text rich-text--plain" lang="{}">{}</div>', value.language, html)
    return format_html('<div class="rich-text rich-text--plain">{}</div>', html)


@register.filter
def as_json_ld(value: dict[str, Any]) -> SafeString:
    """A data block for search engines; ``<`` is escaped, so that nothing can close the element."""
    text = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c").replace("&", "\\u0026")
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308
