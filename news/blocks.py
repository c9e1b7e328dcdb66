"""The blocks of articles and of the site's own pages."""

from django.utils.translation import gettext_lazy as _

from organisations.blocks import DIRECTORY_STORY_BLOCKS, RecordCardBlock


class FigureBlock(RecordCardBlock):
    """A figure of the register, with its as-of and source; nothing while the public may not see it."""

    class Meta:
        icon = "decimal"
        label = _("Figure")
        template = "blocks/figure.html"


PAGE_BLOCKS = [*DIRECTORY_STORY_BLOCKS, ("figure", FigureBlock("news.Figure"))]
