from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from parkportal.core.models import ParkDocument
from parkportal.core.partial_date import PartialDateField

from ..panels import article_tabs
from .article import Article
from .article_type import ArticleType


class Report(Article):
    """What was counted or found out, with the figures of the register (schema.org Report)."""

    as_of = PartialDateField(_("figures as of"))
    document = models.ForeignKey(
        ParkDocument,
        verbose_name=_("the report as a file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    kind = ArticleType.REPORT
    schema_type = "Report"
    shown_with = (*Article.shown_with, "document")
    template = "news/report.html"
    page_description = _(
        "What was counted or found out: the figures of the register with their date and source, and the report itself."
    )
    needed = {
        **Article.needed,
        "as_of": _("Fill in as of when the figures are."),
        "source_name": _("Fill in whose figures they are, as the source."),
    }
    edit_handler = article_tabs(
        _("Report"),
        MultiFieldPanel([FieldRowPanel([FieldPanel("as_of"), FieldPanel("document")])], heading=_("Report")),
    )

    class Meta:
        verbose_name = _("report and figures")
        verbose_name_plural = _("reports and figures")

    def missing_for_publication(self) -> list[str]:
        """A report shows a figure of the register."""
        figures = [block for block in self.body if block.block_type == "figure"]
        missing = [] if figures else [gettext("Put at least one figure of the register into the text.")]
        return [*super().missing_for_publication(), *missing]
