from urllib.parse import urlsplit

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class VideoValue(blocks.StructValue):
    """A video elsewhere."""

    @property
    def host(self) -> str:
        """The site that the link leads to, which the reader gets to know first."""
        return urlsplit(self.get("url") or "").hostname or ""


class VideoBlock(blocks.StructBlock):
    """A link to a video with a still: nothing is fetched from elsewhere before the reader follows it."""

    title = blocks.CharBlock(label=_("Title"))
    url = blocks.URLBlock(label=_("Address of the video"))
    still = ImageChooserBlock(label=_("Still"), required=False)
    transcript = blocks.RichTextBlock(label=_("Transcript or summary"), required=False)

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blocks/video.html"
        value_class = VideoValue
