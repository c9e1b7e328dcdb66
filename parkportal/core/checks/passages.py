"""The texts of a page or record, paragraph by paragraph, with where they stand and in which language they should be."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bs4 import BeautifulSoup, Tag
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from ..languages import LANGUAGE_CODES
from .finding import Place

PAGE_TEXTS = ("title", "seo_title", "search_description")
BREAKS = re.compile(r"<br\s*/?>")
PARAGRAPHS = ["p", "li", "h2", "h3", "h4", "h5", "blockquote", "td", "th"]


@dataclass(frozen=True)
class Link:
    """A link of a text, as Wagtail keeps it: to a page or document by its number, or to an address."""

    kind: str  # "page", "document", or "" for an address
    target: str
    text: str


@dataclass(frozen=True)
class Passage:
    """A paragraph, a heading, a list item or a short field.

    ``block`` is the kind of block or the name of the field, ``part`` the field in the block.
    """

    text: str
    language: str
    place: Place
    block: str
    part: str
    links: tuple[Link, ...] = ()

    @property
    def is_quoted(self) -> bool:
        """Whether somebody is known to say it: a quote, or an answer of an interview."""
        return (self.block, self.part) in {("quote", "text"), ("question", "answer")}


def passages_of(thing: models.Model, names: Container[str] | None = None) -> list[Passage]:
    """The passages in the order of the fields, of all fields or of those named."""
    fields = [field for field in _text_fields(thing) if names is None or field.name in names]
    return [passage for field in fields for passage in _in_field(thing, field) if passage.text.strip()]


def paragraphs(html: str) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The paragraphs of rich text as plain text, with their links."""
    soup = BeautifulSoup(BREAKS.sub("\n", html), "html.parser")
    found = [tag for tag in soup.find_all(PARAGRAPHS) if not tag.find(PARAGRAPHS)] or [soup]
    for tag in found:
        yield tag.get_text(), tuple(map(_link, tag.find_all("a")))


def _link(tag: Tag) -> Link:
    kind = str(tag.get("linktype") or "")
    return Link(kind, str(tag.get("id") if kind else tag.get("href") or ""), tag.get_text())


def _text_fields(thing: models.Model) -> Iterator[models.Field[Any, Any]]:
    originals = _translated(type(thing))
    inherited = {field.name for field in Page._meta.get_fields()} if isinstance(thing, Page) else set()
    for field in thing._meta.fields:
        own = field.name not in inherited or field.name in PAGE_TEXTS
        if own and field.name not in originals and _is_text(field):
            yield field


def _is_text(field: models.Field[Any, Any]) -> bool:
    no_text = (models.URLField, models.EmailField, models.SlugField)
    texts = (models.CharField, models.TextField, StreamField)
    return field.editable and not field.choices and isinstance(field, texts) and not isinstance(field, no_text)


def _translated(model: type[models.Model]) -> set[str]:
    """The columns without a language that stand beside those of each language."""
    names = {field.name for field in model._meta.fields}
    return {name for name in names if any(f"{name}_{code}" in names for code in LANGUAGE_CODES)}


def _in_field(thing: Any, field: models.Field[Any, Any]) -> Iterator[Passage]:
    value = getattr(thing, field.name)
    label = capfirst(str(field.verbose_name))
    empty = Passage("", _language(thing, field.name), Place(label, field.name), field.name, field.name)
    if isinstance(field, StreamField):
        for number, child in enumerate(value or [], start=1):
            kind = str(child.block.label)
            place = Place(
                _("%(field)s, block %(number)s (%(kind)s)") % {"field": label, "number": number, "kind": kind},
                child.id or field.name,
            )
            yield from _in_block(child.block, child.value, replace(empty, place=place, block=child.block_type))
    elif isinstance(field, RichTextField):
        yield from _in_html(value or "", empty)
    else:
        yield replace(empty, text=str(value or ""))


def _language(thing: Any, column: str) -> str:
    """The language that a field should be in; none for a name and the like of a record."""
    if isinstance(thing, Page):
        return str(thing.locale.language_code)
    return next((code for code in LANGUAGE_CODES if column.endswith(f"_{code}")), "")


def _in_block(block: blocks.Block, value: Any, empty: Passage) -> Iterator[Passage]:
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _in_block(child, (value or {}).get(name), replace(empty, part=name))
    elif isinstance(block, blocks.ListBlock):
        for item in value or []:
            yield from _in_block(block.child_block, item, empty)
    elif isinstance(block, blocks.StreamBlock):
        for child in value or []:
            yield from _in_block(child.block, child.value, replace(empty, block=child.block_type))
    elif isinstance(block, blocks.RichTextBlock):
        yield from _in_html(value.source if value else "", empty)
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield replace(empty, text=str(value or ""))


def _in_html(html: str, empty: Passage) -> Iterator[Passage]:
    for text, links in paragraphs(html):
        yield replace(empty, text=text, links=links)
