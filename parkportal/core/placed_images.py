"""The images that a page or a record shows, wherever in it they stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import ForeignKey, Model
from wagtail.fields import StreamField

from .models.image import ParkImage


@dataclass(frozen=True)
class PlacedImage:
    """An image with the alternative text that was written for its place, if any."""

    image: ParkImage
    alt: str = ""


def placed_images(shown: Model) -> list[PlacedImage]:
    """The images of its own fields, then those in its running text."""
    return [*_in_fields(shown), *_in_text(shown)]


def _in_fields(shown: Model) -> Iterator[PlacedImage]:
    for field in shown._meta.fields:
        if isinstance(field, ForeignKey) and field.related_model is ParkImage and getattr(shown, field.attname):
            yield PlacedImage(getattr(shown, field.name))


def _in_text(shown: Model) -> Iterator[PlacedImage]:
    for field in shown._meta.fields:
        if isinstance(field, StreamField):
            yield from images_in_text(getattr(shown, field.name))


def images_in_text(stream: Any) -> Iterator[PlacedImage]:
    """The images in the blocks of a text."""
    for block in stream:
        yield from _in_block(block.block_type, block.value)


def _in_block(kind: str, value: Any) -> Iterator[PlacedImage]:
    pictures = {"picture": [value], "gallery": value}.get(kind, [])
    for picture in pictures:
        if picture["image"]:
            yield PlacedImage(picture["image"], picture["alt"] or "")
    if kind == "video" and value["still"]:
        yield PlacedImage(value["still"])
