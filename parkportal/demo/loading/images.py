"""The demo's pictures, drawn when they are not there yet."""

import io

from django.core.files.images import ImageFile

from parkportal.core.models import ParkImage
from parkportal.demo.pictures import draw

from .source import by_language, entries

CREDIT = "parkportal"
LICENCE = "cc-by-4.0"


def load_pictures() -> dict[str, ParkImage]:
    """Every picture by its key."""
    there = {image.title: image for image in ParkImage.objects.all()}
    pictures = {}
    for entry in entries("pictures", "picture"):
        image = there.get(entry["title"])
        if image is None:
            drawing = draw(entry["family"], sector=entry["sector"], seed=entry["seed"])
            buffer = io.BytesIO()
            drawing.save(buffer, "PNG", compress_level=6)
            buffer.seek(0)
            image = ParkImage.objects.create(
                title=entry["title"],
                file=ImageFile(buffer, name=f"{entry['key'].removeprefix('pic-')}.png"),
                creator=CREDIT,
                credit=CREDIT,
                licence=LICENCE,
                for_press=entry.get("for_press", False),
                **by_language(entry, "alt", "caption"),
            )
        pictures[entry["key"]] = image
    return pictures
