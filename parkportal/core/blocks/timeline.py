from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from ..partial_date import validate_partial_date


class TimelineEntryBlock(blocks.StructBlock):
    """A moment on a timeline."""

    date = blocks.CharBlock(
        label=_("Date"),
        validators=[validate_partial_date],
        help_text=_("A year (2016), a month (2016-02) or a day (2016-02-08)."),
    )
    text = blocks.CharBlock(label=_("What happened"))


class TimelineBlock(blocks.ListBlock):
    """Dated moments in order."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(TimelineEntryBlock(), **kwargs)

    class Meta:
        icon = "history"
        label = _("Timeline")
        template = "blocks/timeline.html"
