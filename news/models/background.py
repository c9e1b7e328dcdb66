from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from parkportal.core.json_ld import filled

from ..panels import article_tabs
from .article import Article
from .article_type import ArticleType


class Background(Article):
    """How something came about or works, with what it rests on (schema.org BackgroundNewsArticle)."""

    as_of = models.DateField(
        _("true as of"), null=True, blank=True, help_text=_("The day on which somebody last checked the facts.")
    )

    kind = ArticleType.BACKGROUND
    schema_type = "BackgroundNewsArticle"
    row_names = (*Article.row_names, "reference_rows")
    template = "news/background.html"
    page_description = _(
        "How something came about or works. It outlives the news, names its sources and says as of when it is true."
    )
    needed = {
        **Article.needed,
        "as_of": _("Fill in the day as of which it is true."),
        "reference_rows": _("Name at least one source."),
    }
    edit_handler = article_tabs(
        _("Background"),
        FieldPanel("as_of"),
        InlinePanel("reference_rows", heading=_("Sources"), label=_("Source")),
    )

    class Meta:
        verbose_name = _("background")
        verbose_name_plural = _("backgrounds")

    def json_ld(self) -> dict[str, Any]:
        """What it rests on too."""
        sources = [
            filled({"@type": "CreativeWork", "name": row.name, "url": row.url}) for row in self.reference_rows.all()
        ]
        return super().json_ld() | {"citation": sources}


class BackgroundReference(Orderable):
    """A source that a background rests on (schema.org citation)."""

    background = ParentalKey(Background, on_delete=models.CASCADE, related_name="reference_rows")
    name = models.CharField(_("name"), max_length=200, help_text=_("Who published it, what it is called, and when."))
    url = models.URLField(_("address"), max_length=500, blank=True)

    panels = [FieldPanel("name"), FieldPanel("url")]
