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

from .article import Article


class NewsIndexPage(FollowedListPage):
    """The news of the park in one language: a list, feeds, and below it the articles."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["website.HomePage"]
    subpage_types = [
        "news.NewsStory",
        "news.PressRelease",
        "news.Interview",
        "news.Background",
        "news.Statement",
        "news.Report",
        "news.EventReport",
    ]
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    template = "news/news_index.html"

    class Meta:
        verbose_name = _("list of news")

    def found(self, params: QueryDict) -> QuerySet:
        """The articles that a query string asks for, the newest first."""
        from ..filters import found_articles  # Filters stand on the models.

        return found_articles(params)

    def feed_entries(self, found: QuerySet, limit: int) -> Iterable[Entry]:
        """The latest articles with their full text."""
        from ..feeds import article_entries  # Feeds stand on the models.

        return article_entries(found, limit)

    def export_row(self, article: Article) -> Row:
        """An article as a row of a file."""
        return {
            "id": article.stable_id,
            "title": article.title,
            "lead": article.lead,
            "type": article.article_type,
            "type_label": article.kind_label,
            "date": article.date.isoformat(),
            "place": article.place,
            "author": article.author,
            "source": article.source_name,
            "url": article.absolute_url,
        }

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list that the query string asks for."""
        from ..filters import news_listing  # Filters stand on the models.

        return super().get_context(request, *args, **kwargs) | {"listing": news_listing(request.GET)}
