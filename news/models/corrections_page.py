from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from parkportal.core.exports import Row
from parkportal.core.feeds import Entry
from parkportal.core.models import FollowedListPage
from parkportal.core.paging import list_page

from .correction import ArticleCorrection


class CorrectionsPage(FollowedListPage):
    """Every public note on an article in one language, the newest first."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["website.HomePage"]
    subpage_types: list[str] = []
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    template = "news/corrections_page.html"

    class Meta:
        verbose_name = _("list of corrections")

    def found(self, params: QueryDict) -> QuerySet:
        """The notes on visible articles in the page's language."""
        language = self.locale.language_code
        return ArticleCorrection.objects.visible().in_language(language).latest_first().with_articles()

    def feed_entries(self, found: QuerySet, limit: int) -> Iterable[Entry]:
        """The latest notes, each leading to its article."""
        from ..feeds import correction_entry  # Feeds stand on the models.

        return map(correction_entry, found[:limit])

    def export_row(self, note: ArticleCorrection) -> Row:
        """A note as a row of a file."""
        return {
            "id": note.stable_id,
            "kind": note.kind,
            "kind_label": str(note.get_kind_display()),
            "date": note.made_at.isoformat(),
            "article": note.article.title,
            "wrong": note.wrong,
            "right": note.right,
            "url": note.article.absolute_url,
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page of the list that the query string asks for."""
        page_obj = list_page(self.found(request.GET), request.GET)
        return super().get_context(request, *args, **kwargs) | {"page_obj": page_obj}
