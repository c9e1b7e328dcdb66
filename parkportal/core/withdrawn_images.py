"""What was withdrawn takes its images along: sizes that nothing visible shows lose the addresses that were public."""

import uuid
from typing import Any

from wagtail.models import ReferenceIndex

from .models import OutboxEntry, ParkImage
from .outbox import carries_out, put
from .placed_images import placed_images
from .visibility import is_visible

WITHDRAWN_IMAGES = "withdrawn-images"


def withdraw_images(thing: Any) -> None:
    """Have the sizes of a withdrawn thing's images deleted, once the withdrawal is committed."""
    images = sorted({placed.image.pk for placed in placed_images(thing)})
    if images:
        put(WITHDRAWN_IMAGES, uuid.uuid4().hex, {"images": images})


@carries_out(WITHDRAWN_IMAGES)
def delete_sizes(entry: OutboxEntry) -> None:
    """Delete the sizes that nothing visible shows; whoever shows the image next makes new ones at new addresses."""
    for image in ParkImage.objects.filter(pk__in=entry.payload["images"]):
        if not _is_shown(image):
            for rendition in image.renditions.all():
                rendition.delete()


def _is_shown(image: ParkImage) -> bool:
    """Whether something that the public may see refers to it; what has no state of its own always is seen."""
    owners = (owner for owner, _references in ReferenceIndex.get_grouped_references_to(image))
    return any(not hasattr(owner, "live") or is_visible(owner) for owner in owners)
