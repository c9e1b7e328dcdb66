"""The sizes of the images that an article shows."""

from collections.abc import Sequence

from django.db.models import Model, Prefetch, prefetch_related_objects

from parkportal.core.models import ParkImage, ParkRendition
from parkportal.core.placed_images import placed_images


def prefetch_renditions(article: Model) -> None:
    """Fetch the sizes of all of the article's images at once."""
    prefetch_sizes([placed.image for placed in placed_images(article)])


def prefetch_sizes(images: Sequence[ParkImage]) -> None:
    """Fetch the sizes of all of these images at once."""
    sizes = Prefetch("renditions", ParkRendition.objects.all(), to_attr="prefetched_renditions")
    prefetch_related_objects(list(images), sizes)
