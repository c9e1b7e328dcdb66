from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class HeadingBlock(blocks.CharBlock):
    """A heading between paragraphs; the page's title is the only one above it."""

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "blocks/heading.html"
