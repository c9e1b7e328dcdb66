from functools import cached_property
from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from organisations.models import Role
from parkportal.core.visibility import shown

from ..panels import article_tabs
from .article import Article
from .article_type import ArticleType


class Interview(Article):
    """A conversation in questions and answers, with people in the roles that they had then."""

    held_on = models.DateField(_("held on"), null=True, blank=True)

    kind = ArticleType.INTERVIEW
    genre = "Interview"
    schema_type = "Article"
    template = "news/interview.html"
    page_description = _("A conversation in questions and answers, with people in the roles that they had on that day.")
    needed = {
        **Article.needed,
        "held_on": _("Fill in the day of the conversation."),
        "interviewee_rows": _("Name who was interviewed."),
    }
    edit_handler = article_tabs(
        _("Interview"),
        FieldPanel("held_on"),
        InlinePanel("interviewee_rows", heading=_("Who was interviewed"), label=_("Person in a role")),
    )

    class Meta:
        verbose_name = _("interview")
        verbose_name_plural = _("interviews")

    @cached_property
    def interviewees(self) -> list[Role]:
        """The visible people, in their roles at the time."""
        rows = self.interviewee_rows.select_related("role__person", "role__organisation")
        return [row.role for row in rows if shown(row.role)]

    def missing_for_publication(self) -> list[str]:
        """An interview has a question and its answer."""
        questions = [block for block in self.body if block.block_type == "question"]
        missing = [] if questions else [gettext("Put at least one question with its answer into the text.")]
        return [*super().missing_for_publication(), *missing]

    def shown(self) -> dict[str, Any]:
        """What the page shows."""
        from ..selectors import interview_page  # Selectors stand on the models.

        return interview_page(self)


class Interviewee(Orderable):
    """Somebody who was interviewed, in the role of that time."""

    interview = ParentalKey(Interview, on_delete=models.CASCADE, related_name="interviewee_rows")
    role = models.ForeignKey(Role, verbose_name=_("role"), on_delete=models.CASCADE, related_name="interview_rows")

    panels = [FieldPanel("role")]
