import secrets
from pathlib import Path

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from ..languages import in_every_language, localise
from ..private_files import private_address


class Licence(models.TextChoices):
    """What others may do with an image."""

    CC_BY = "cc-by-4.0", _("CC BY 4.0")
    CC_BY_SA = "cc-by-sa-4.0", _("CC BY-SA 4.0")
    CC0 = "cc0", _("CC0 (public domain)")
    EDITORIAL = "editorial-with-credit", _("Free for editorial use with credit")
    THIS_ITEM = "this-item-only", _("With this item only")
    ON_REQUEST = "on-request", _("On request")


LICENCE_URLS = {
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
}


def unguessable_path(filename: str) -> str:
    """A folder nobody can guess, so that the picture of an unpublished item stays unseen."""
    path = Path(filename)
    return f"images/{secrets.token_urlsafe(12)}/{path.stem[:60]}{path.suffix}"


class ParkImage(AbstractImage):
    """An image with what a reader, a blind reader and a picture editor need to know of it."""

    alt = models.CharField(
        _("alternative text"),
        max_length=250,
        blank=True,
        help_text=_("What is to be seen, for those who can't. The title is never used for it."),
    )
    caption = models.CharField(_("caption"), max_length=250, blank=True)
    creator = models.CharField(_("maker"), max_length=120, blank=True)
    credit = models.CharField(_("credit line"), max_length=160, blank=True)
    licence = models.CharField(_("licence"), max_length=30, choices=Licence, blank=True)
    usage_terms = models.CharField(_("usage terms"), max_length=250, blank=True)
    for_press = models.BooleanField(
        _("released to the press"),
        default=False,
        help_text=_("Stands in the image library, unless it belongs to a release that is still under embargo."),
    )

    admin_form_fields = (
        *(name for name in Image.admin_form_fields if name != "description"),
        *in_every_language("alt", "caption"),
        "creator",
        "credit",
        "licence",
        *in_every_language("usage_terms"),
        "for_press",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename: str) -> str:
        """Wagtail's clean file name in an unguessable folder."""
        return unguessable_path(Path(super().get_upload_to(filename)).name)

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the active language; never the title or the file's name."""
        return str(localise(self, "alt"))

    @property
    def localised_caption(self) -> str:
        """The caption in the active language, else in another."""
        return str(localise(self, "caption"))

    @property
    def licence_url(self) -> str:
        """The licence's deed, where the licence has one."""
        return LICENCE_URLS.get(Licence(self.licence), "") if self.licence else ""

    @property
    def missing_for_publication(self) -> list[str]:
        """What must be filled in before the image may stand on a live page: its fields' names."""
        return [
            str(self._meta.get_field(name).verbose_name) for name in ("credit", "licence") if not getattr(self, name)
        ]


class ParkRendition(AbstractRendition):
    """A size of an image, beside its original in no predictable folder."""

    image = models.ForeignKey(ParkImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("image rendition")
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_rendition")
        ]

    @property
    def url(self) -> str:
        """Where it is, for whoever reads the page."""
        return private_address(self) or super().url

    def get_upload_to(self, filename: str) -> str:
        """An unguessable folder of its own."""
        return unguessable_path(filename)
