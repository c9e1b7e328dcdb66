from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .picture import PictureBlock


class GalleryBlock(blocks.ListBlock):
    """Several images side by side."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(PictureBlock(), min_num=2, **kwargs)

    class Meta:
        icon = "copy"
        label = _("Gallery")
        template = "blocks/gallery.html"
