"""Articles as entries of feeds."""

import datetime

from django.utils import timezone

from parkportal.core.feeds import Entry

from .models import Article


def article_entry(article: Article) -> Entry:
    """An article as an entry of a feed, in its own language."""
    return Entry(
        unique_id=article.stable_id,
        title=article.title,
        link=article.absolute_url,
        summary=article.lead,
        published=_start_of(article.date),
        updated=_start_of(article.updated_on or article.date),
        author=article.author or str(article.visible_issuer or ""),
        categories=(article.kind_label,),
    )


def _start_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
