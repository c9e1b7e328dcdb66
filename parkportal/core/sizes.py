"""Sizes of images, as far as the original is still there: a file that was lost costs a picture and not a page."""

import logging
from typing import Any

from .models.image import ParkImage

logger = logging.getLogger(__name__)


def size_of(image: ParkImage | None, spec: str) -> Any | None:
    """The image in a size (a Wagtail rendition); nothing for no image or a lost file."""
    if image is None:
        return None
    try:
        return image.get_rendition(spec)
    except OSError as error:
        logger.warning("Image %s can't be shown: %s", image.pk, error)
        return None
