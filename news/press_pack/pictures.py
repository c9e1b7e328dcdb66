"""The images of a press release as the press takes them: in two sizes, each with its terms."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from parkportal.core.languages import localise
from parkportal.core.models import ParkImage
from parkportal.core.models.image import Licence
from parkportal.core.placed_images import placed_images

from ..image_rules import MEANINGS

DOTS_PER_CENTIMETRE = 300 / 2.54  # What printers ask of a photograph.


@dataclass(frozen=True)
class Size:
    """A size that is offered: its name in files and on the page, and how it is made."""

    key: str
    label: str | Promise
    spec: str


WEB = Size("web", _("For the web"), "max-1600x1600|format-jpeg")
PRINT = Size("print", _("For print"), "original|format-jpeg|jpegquality-92")
SIZES = (WEB, PRINT)


@dataclass(frozen=True)
class PictureFile:
    """An image in one size."""

    size: Size
    rendition: Any
    name: str
    bytes: int

    @property
    def url(self) -> str:
        """Where it is."""
        return str(self.rendition.url)

    @property
    def absolute_url(self) -> str:
        """Where it is, with the site's own host."""
        return self.url if "://" in self.url else f"{settings.SITE_URL}{self.url}"

    @property
    def width_in_print(self) -> int:
        """How many centimetres wide it is at 300 dots per inch."""
        return round(self.rendition.width / DOTS_PER_CENTIMETRE)


@dataclass(frozen=True)
class PressPicture:
    """An image with all that a picture editor asks: what it shows, whose it is, what is allowed."""

    image: ParkImage
    alt: str
    caption: str
    credit: str
    licence: str
    licence_url: str
    terms: str
    files: list[PictureFile]

    @property
    def is_offered(self) -> bool:
        """Whether it can be downloaded without asking first."""
        return bool(self.files)


def press_pictures(shown: Model) -> list[PressPicture]:
    """The images of a page, each once."""
    placed = {each.image.pk: each for each in reversed(placed_images(shown))}
    return [press_picture(each.image, each.alt) for each in reversed(placed.values())]


def press_picture(image: ParkImage, alt: str = "") -> PressPicture:
    """An image with its terms, and its sizes if its licence lets the press have them without asking."""
    licence = Licence(image.licence) if image.licence else None
    return PressPicture(
        image=image,
        alt=alt or image.default_alt_text,
        caption=image.localised_caption,
        credit=image.credit or image.creator,
        licence=str(licence.label) if licence else "",
        licence_url=image.licence_url,
        terms=terms_of(image),
        files=list(_files(image, SIZES if licence and licence != Licence.ON_REQUEST else ())),
    )


def terms_of(image: ParkImage) -> str:
    """What is allowed: the image's own words, else what its licence means."""
    own = str(localise(image, "usage_terms"))
    return own or (str(MEANINGS[Licence(image.licence)]) if image.licence else "")


def _files(image: ParkImage, sizes: Iterable[Size]) -> Iterable[PictureFile]:
    """The sizes whose files are there."""
    stem = f"{slugify(image.title)}-{image.pk}".lstrip("-")
    for size in sizes:
        try:
            rendition = image.get_rendition(size.spec)
            yield PictureFile(size, rendition, f"{stem}-{size.key}.jpg", rendition.file.size)
        except OSError:  # The file was lost; the page is not.
            continue
