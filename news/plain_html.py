"""The blocks of an article as plain HTML, which any program can show: no style, whole addresses."""

import re
from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import expand_db_html

from parkportal.core.partial_date import format_partial_date

OWN_ADDRESS = re.compile(r'(href|src)="/(?!/)')


def rich(html: str) -> SafeString:
    """Rich text whose links lead to the site."""
    expanded = OWN_ADDRESS.sub(rf'\1="{settings.SITE_URL}/', expand_db_html(html))
    return mark_safe(expanded)  # noqa: S308 -- Wagtail's editor cleaned it when it was saved.


def _heading(value: Any) -> SafeString:
    return format_html("<h2>{}</h2>", value)


def _quote(value: Any) -> SafeString:
    return format_html("<blockquote><p>“{}”</p><p>– {}</p></blockquote>", value["text"], value.attribution)


def _question(value: Any) -> SafeString:
    speaker = format_html("<p><b>{}</b></p>", value["speaker"]) if value["speaker"] else ""
    return format_html("<h2>{}</h2>{}{}", value["question"], speaker, rich(value["answer"].source))


def _callout(value: Any) -> SafeString:
    title = _heading(value["title"]) if value["title"] else ""
    return format_html("<aside>{}{}</aside>", title, rich(value["text"].source))


def _timeline(value: Iterable[Any]) -> SafeString:
    moments = ((format_partial_date(moment["date"]), moment["text"]) for moment in value)
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}: {}</li>", moments))


def _figure(value: Any) -> SafeString:
    return format_html("<p>{}</p>", value.shown.in_words) if value.shown else SafeString()


def _video(value: Any) -> SafeString:
    return format_html('<p><a href="{}">{}</a></p>', value["url"], value["title"])


WRITERS: dict[str, Callable[[Any], SafeString]] = {
    "heading": _heading,
    "text": lambda value: rich(value.source),
    "quote": _quote,
    "question": _question,
    "callout": _callout,
    "timeline": _timeline,
    "video": _video,
    "figure": _figure,
}
