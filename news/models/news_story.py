from django.utils.translation import gettext_lazy as _

from ..panels import article_tabs
from .article import Article, ArticleType


class NewsStory(Article):
    """News of the park (schema.org NewsArticle)."""

    kind = ArticleType.NEWS
    edit_handler = article_tabs()
    template = "news/news_story.html"

    class Meta:
        verbose_name = _("news story")
        verbose_name_plural = _("news stories")
