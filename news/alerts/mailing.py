"""From an article that went public to one waiting mail for each reader, exactly once."""

import datetime

from django.db import transaction
from django.utils import timezone

from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carries_out

from ..going_public import ARTICLE_PUBLISHED
from ..models import AlertDelivery, AlertMailing, Article
from .recipients import recipients
from .sending import send_next_batch

STILL_NEWS = datetime.timedelta(days=7)
ROWS_AT_ONCE = 1000


@carries_out(ARTICLE_PUBLISHED)
def announce(entry: OutboxEntry) -> None:
    """What the outbox calls when an article has gone public."""
    article = Article.objects.filter(pk=entry.payload["page"]).first()
    if article is not None:
        make_mailing(article)


def make_mailing(article: Article) -> AlertMailing | None:
    """Make the mailing and its rows in one transaction; None if there is one, or the article is an old one."""
    if article.date < timezone.localdate() - STILL_NEWS:
        return None
    with transaction.atomic():
        mailing, is_new = AlertMailing.objects.get_or_create(article=article)
        if not is_new:
            return None
        readers = recipients(article).values_list("pk", flat=True).order_by("pk")
        rows = (AlertDelivery(mailing=mailing, subscription_id=reader) for reader in readers)
        AlertDelivery.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
        transaction.on_commit(send_next_batch.enqueue)
        return mailing
