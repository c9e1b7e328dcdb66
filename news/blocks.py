"""The blocks of articles and of the site's own pages."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from organisations.blocks import DIRECTORY_STORY_BLOCKS
from parkportal.core.visibility import shown

from .figure_register import register_of
from .kept_figure import keep, read_kept


class FigureValue(blocks.StructValue):
    """A figure of the register with the number that it had when it was taken up."""

    @property
    def shown(self) -> Any:
        """The figure with the number of its day; None while the public may not see it."""
        figure = shown(self.get("figure"))
        if figure is None:
            return None
        kept = read_kept(self.get("kept") or "", figure)
        return kept.applied_to(figure) if kept else figure


class FigureBlock(blocks.StructBlock):
    """A figure of the register. It keeps the number of its day and leads to what counts now."""

    figure = SnippetChooserBlock("news.Figure", label=_("Figure"))
    kept = blocks.CharBlock(
        label=_("As it stands here"),
        required=False,
        search_index=False,
        help_text=_(
            "Follows the register until the article is published, then stays. To take a newer figure, add it anew."
        ),
    )

    class Meta:
        icon = "decimal"
        label = _("Figure")
        template = "blocks/figure.html"
        value_class = FigureValue

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child_blocks["kept"].field.widget.attrs["readonly"] = True

    def get_prep_value(self, value: Any) -> Any:
        """What is stored: with the number of today, unless it keeps one."""
        figure = value.get("figure")
        if figure is not None and read_kept(value.get("kept") or "", figure) is None:
            value["kept"] = str(keep(figure))
        return super().get_prep_value(value)

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The figure as it stands here, and what replaced it since."""
        context = super().get_context(value, parent_context)
        figure = value.shown
        if figure is None:
            return context | {"figure": None}
        register = register_of(parent_context)
        is_changed = figure.number != value["figure"].number
        newer = register.newer_than(figure) or (value["figure"] if is_changed else None)
        return context | {"figure": figure, "newer": newer, "fact_sheet_url": register.fact_sheet_url}


def follow_register(body: Any) -> None:
    """Let the figures of a text that was never published take today's numbers when it is stored."""
    for block in body:
        if block.block_type == "figure":
            block.value["kept"] = ""


PAGE_BLOCKS = [*DIRECTORY_STORY_BLOCKS, ("figure", FigureBlock())]
