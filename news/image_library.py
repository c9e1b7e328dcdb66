"""Which images the press may find: those on public releases, and those that staff released."""

from collections import defaultdict
from typing import Any, Self

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import ImageQuerySet

from parkportal.core.facets import ValueFacet
from parkportal.core.languages import in_every_language
from parkportal.core.listing import Listing, found_records, make_listing
from parkportal.core.models import ParkImage
from parkportal.core.models.image import Licence

from .models import PressImage, PressRelease
from .press_pack.pictures import SIZES, press_picture

IMAGES_ON_PAGE = 12
SHOWN_SIZES = ("format-webp|width-600", "format-jpeg|width-600", *(size.spec for size in SIZES))
SEARCHED = (*in_every_language("caption", "alt"), "title", "creator", "credit")
FACETS = (
    ValueFacet("licence", _("Licence"), "licence", lambda: {value: str(label) for value, label in Licence.choices}),
)


class LibraryQuerySet(ImageQuerySet):  # type: ignore[misc]
    """Images that can be searched by what is said of them."""

    def matching(self, text: str) -> Self:
        """Those of which every word is said somewhere."""
        found = self
        for word in text.split():
            found = found.filter(Q(*((f"{name}__icontains", word) for name in SEARCHED), _connector=Q.OR))
        return found


def press_images() -> LibraryQuerySet:
    """The images with credit and licence that stand on a public release, or that staff released to the press.

    What stands on a release under embargo waits for it, released or not.
    """
    rows = PressImage.objects.filter(image=OuterRef("pk"))
    shown = Exists(rows.filter(release__in=PressRelease.objects.visible().values("pk")))
    withheld = Exists(rows.filter(release__embargo_until__gt=timezone.now()))
    released = Q(for_press=True) & ~Q(withheld)
    return LibraryQuerySet(ParkImage).filter(Q(shown) | released).exclude(licence="").exclude(credit="").order_by("-pk")


def found_images(params: QueryDict) -> QuerySet:
    """The images that a query string asks for, the newest first."""
    return found_records(press_images(), params, facets=FACETS)


def image_library(params: QueryDict) -> dict[str, Any]:
    """A page of the image library: each image with its sizes, its terms and the releases that it stands with."""
    images = press_images().prefetch_renditions(*SHOWN_SIZES)
    listing: Listing = make_listing(images, params, facets=FACETS, page_size=IMAGES_ON_PAGE)
    shown = list(listing.page_obj)
    releases = PressRelease.objects.visible().in_language()
    rows = PressImage.objects.filter(image__in=shown, release__in=releases.values("pk")).select_related("release")
    stands_with = defaultdict(list)
    for row in rows:
        stands_with[row.image_id].append(row.release)
    entries = [{"picture": press_picture(image), "stands_with": stands_with[image.pk]} for image in shown]
    return {"listing": listing, "entries": entries}
