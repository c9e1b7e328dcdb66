"""The images that an article shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Prefetch, prefetch_related_objects

from parkportal.core.models import ParkImage, ParkRendition

if TYPE_CHECKING:
    from .models import Article


@dataclass(frozen=True)
class PlacedImage:
    """An image with the alternative text that was written for its place, if any."""

    image: ParkImage
    alt: str = ""


def placed_images(article: "Article") -> list[PlacedImage]:
    """The article's own picture, then those in its text."""
    own = [PlacedImage(article.picture)] if article.picture else []
    return [*own, *_in_body(article)]


def _in_body(article: "Article") -> Iterator[PlacedImage]:
    for block in article.body:
        pictures = {"picture": [block.value], "gallery": block.value}.get(block.block_type, [])
        for picture in pictures:
            if picture["image"]:
                yield PlacedImage(picture["image"], picture["alt"] or "")


def prefetch_renditions(article: "Article") -> None:
    """Fetch the sizes of all of the article's images at once."""
    images = [placed.image for placed in placed_images(article)]
    images += [block.value["still"] for block in article.body if block.block_type == "video" and block.value["still"]]
    sizes = Prefetch("renditions", ParkRendition.objects.all(), to_attr="prefetched_renditions")
    prefetch_related_objects(images, sizes)
