"""What shows where a page is shared (Open Graph)."""

from dataclasses import dataclass

from .models.image import ParkImage
from .sizes import size_of

SIZE = "fill-1200x630|format-jpeg"


@dataclass(frozen=True)
class Share:
    """The card of a shared page."""

    title: str
    description: str
    image_url: str
    image_alt: str
    kind: str = "website"
    published: str = ""
    modified: str = ""


def share(title: str, description: str, image: ParkImage | None) -> Share:
    """The card, with the image in the size that is asked for everywhere."""
    rendition = size_of(image, SIZE)
    if image is None or rendition is None:
        return Share(title, description, "", "")
    return Share(title, description, rendition.full_url, image.default_alt_text)
