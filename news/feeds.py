"""Articles as entries of feeds."""

from parkportal.core.feeds import Entry

from .models import Article


def article_entry(article: Article) -> Entry:
    """An article as an entry of a feed, in its own language."""
    return Entry(
        unique_id=article.stable_id,
        title=article.title,
        link=article.absolute_url,
        summary=article.lead,
        published=article.published_at,
        updated=article.updated_at,
        author=article.author or str(article.visible_issuer or ""),
        categories=(article.kind_label,),
    )
