"""The prose of a page, to be translated where it stands: fields, and the texts within its blocks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, TextField
from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from .machine import Machine, translated_pieces
from .markup import translate_html, translate_lines

PROSE = (
    *("title", "seo_title", "search_description", "headline", "lead", "intro", "body", "notes", "embargo_rules"),
    *("contact_role", "responds_to"),
)
NO_PROSE = ("speaker", "organisation", "date", "credit", "name", "kept")  # Names and facts within blocks.


@dataclass(frozen=True)
class Piece:
    """A text, and how to put another one in its place."""

    text: str
    is_html: bool
    put: Callable[[str], None]


def translate(page: Any, machine: Machine, source: str, target: str) -> None:
    """Translate what a page says, in place and unsaved. Raises MachineFailed and leaves it as it was."""

    def ask(pieces: list[str]) -> list[str]:
        return translated_pieces(machine, pieces, source, target)

    pieces = [piece for piece in pieces_of(page) if piece.text.strip()]
    plain = [piece for piece in pieces if not piece.is_html]
    answers = [
        *zip(plain, translate_lines([piece.text for piece in plain], ask), strict=True),
        *((piece, translate_html(piece.text, ask)) for piece in pieces if piece.is_html),
    ]
    for piece, answer in answers:
        piece.put(answer)


def pieces_of(page: Any) -> Iterator[Piece]:
    """The prose of a page, in the order of its fields."""
    for field in page._meta.fields:
        if field.name not in PROSE:
            continue
        if isinstance(field, StreamField):
            yield from _in_stream(getattr(page, field.name))
        elif isinstance(field, RichTextField):
            yield Piece(getattr(page, field.name) or "", True, _setter(page, field.name))
        elif isinstance(field, CharField | TextField):
            longest = field.max_length
            yield Piece(getattr(page, field.name) or "", False, _setter(page, field.name, longest))


def _setter(page: Any, name: str, longest: int | None = None) -> Callable[[str], None]:
    return lambda text: setattr(page, name, text[:longest])


def _in_stream(stream: Any) -> Iterator[Piece]:
    for child in stream or []:
        yield from _in_value(child.block, child.value, _replacing(child), child.block_type)


def _replacing(child: Any) -> Callable[[Any], None]:
    return lambda value: setattr(child, "value", value)


def _in_value(block: blocks.Block, value: Any, put: Callable[[Any], None], name: str) -> Iterator[Piece]:
    if isinstance(block, blocks.StructBlock):
        for key, child in block.child_blocks.items():
            if key not in NO_PROSE:
                yield from _in_value(child, value.get(key), _keyed(value, key), key)
    elif isinstance(block, blocks.ListBlock):
        for child in value.bound_blocks:
            yield from _in_value(block.child_block, child.value, _replacing(child), name)
    elif isinstance(block, blocks.StreamBlock):
        yield from _in_stream(value)
    elif isinstance(block, blocks.RichTextBlock):
        yield Piece(value.source if value else "", True, lambda html: put(RichText(html)))
    elif isinstance(block, blocks.CharBlock | blocks.TextBlock):
        yield Piece(str(value or ""), False, put)


def _keyed(value: Any, key: str) -> Callable[[Any], None]:
    def put(new: Any) -> None:
        value[key] = new

    return put
