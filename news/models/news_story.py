from django.utils.translation import gettext_lazy as _

from ..panels import article_tabs
from .article import Article
from .article_type import ArticleType


class NewsStory(Article):
    """News of the park (schema.org NewsArticle)."""

    kind = ArticleType.NEWS
    template = "news/article.html"
    edit_handler = article_tabs()
    page_description = _(
        "What happened on the park, told by the editors: short, dated, about organisations and people."
    )

    class Meta:
        verbose_name = _("news story")
        verbose_name_plural = _("news stories")
