from typing import Any

from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from parkportal.core.exports import Row, export
from parkportal.core.models import BasePage
from parkportal.core.visibility import is_published

from .article import Article


class NewsIndexPage(BasePage):
    """The news of the park in one language: a list, feeds, and below it the articles."""

    intro = models.CharField(_("introduction"), max_length=250, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("intro")]
    parent_page_types = ["website.HomePage"]
    subpage_types = ["news.NewsStory", "news.PressRelease", "news.Interview"]
    max_count_per_parent = 1
    schema_type = "CollectionPage"
    template = "news/news_index.html"

    class Meta:
        verbose_name = _("list of news")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """A step below may be a feed."""
        from ..feeds import PATHS  # Feeds stand on the models.

        name = PATHS.get(tuple(path_components))
        if name is None:
            return super().route(request, path_components)
        if not is_published(self):
            raise Http404
        return RouteResult(self, kwargs={"feed": name})

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The list as a page, as a feed, or in the format that was asked."""
        from ..feeds import ITEMS, news_feed  # Feeds and filters stand on the models.
        from ..filters import found_articles

        if "feed" in kwargs:
            articles = found_articles(request.GET)[:ITEMS]
            return news_feed(self, articles, kwargs["feed"], f"?{request.GET.urlencode()}" if request.GET else "")
        if request.GET.get("format"):
            return export(map(_row, found_articles(request.GET)), request.GET["format"], self.slug)
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The list that the query string asks for."""
        from ..filters import news_listing  # Filters stand on the models.

        return super().get_context(request, *args, **kwargs) | {"listing": news_listing(request.GET)}


def _row(article: Article) -> Row:
    """An article as a row of CSV or JSON."""
    return {
        "title": article.title,
        "lead": article.lead,
        "type": article.article_type,
        "date": article.date.isoformat(),
        "place": article.place,
        "author": article.author,
        "source": article.source_name,
        "url": article.absolute_url,
    }
