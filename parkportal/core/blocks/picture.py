from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class PictureBlock(blocks.StructBlock):
    """An image with its caption and credit. Alternative text and caption may be changed for this use."""

    image = ImageChooserBlock(label=_("Image"))
    caption = blocks.CharBlock(label=_("Caption here"), required=False)
    alt = blocks.CharBlock(label=_("Alternative text here"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "blocks/picture.html"
