"""An article became public: told once for each article, to whoever follows (the mail alerts).

``carries_out(ARTICLE_PUBLISHED)`` gets an entry whose payload is ``{"page": key}``. It is written in the transaction
that makes the article public, whether by a click or by the clock at the end of an embargo; its key never comes again.
The article may have been withdrawn meanwhile, so ask ``Article.objects.visible()`` for it.
"""

import datetime
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q
from django.db.models.functions import Cast
from django.dispatch import receiver
from django.utils import timezone
from wagtail.signals import page_published

from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import put, remember
from parkportal.core.publishing.repairs import repair
from parkportal.core.visibility import is_visible

from .models import Article

ARTICLE_PUBLISHED = "article-published"
NEWS_FOR = datetime.timedelta(days=1)  # What became public longer ago is no longer news.

remember(ARTICLE_PUBLISHED)


def tell(article: Article) -> None:
    """Say that an article became public; the second time changes nothing."""
    put(ARTICLE_PUBLISHED, str(article.pk), {"page": article.pk})


@receiver(page_published)
def tell_of_first_publication(instance: Any, **kwargs: Any) -> None:
    """An article that is published again, after a correction or a withdrawal, is not new."""
    is_first = instance.first_published_at == instance.last_published_at
    if isinstance(instance, Article) and is_first and is_visible(instance):
        tell(instance)


@repair
def tell_of_the_untold() -> int:
    """Say it of what became public lately without being published at that moment; gives how many there were."""
    since = timezone.now() - NEWS_FOR
    new = Q(first_published_at__gte=since) | Q(first_published_at__isnull=True, go_live_at__gte=since)
    told = OutboxEntry.objects.filter(kind=ARTICLE_PUBLISHED, key=OuterRef("text_key"))
    untold = Article.objects.visible().filter(new).alias(text_key=Cast("pk", CharField())).filter(~Exists(told))
    articles = list(untold)
    for article in articles:
        tell(article)
    return len(articles)
