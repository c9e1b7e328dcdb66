"""The sizes of the images that an article shows."""

from django.db.models import Model, Prefetch, prefetch_related_objects

from parkportal.core.models import ParkRendition
from parkportal.core.placed_images import placed_images


def prefetch_renditions(article: Model) -> None:
    """Fetch the sizes of all of the article's images at once."""
    images = [placed.image for placed in placed_images(article)]
    sizes = Prefetch("renditions", ParkRendition.objects.all(), to_attr="prefetched_renditions")
    prefetch_related_objects(images, sizes)
