"""Who gets the mail about an article."""

from django.db.models import Exists, OuterRef

from ..models import AlertContent, AlertSubject, AlertSubscription, Article, ArticleType
from ..models.alert_subscription import AlertSubscriptionQuerySet
from .subjects import subjects_of


def recipients(article: Article) -> AlertSubscriptionQuerySet:
    """Those who read its language and asked for its kind and one of its subjects, or for everything."""
    readers = AlertSubscription.objects.mailed().filter(locales=article.locale_id)
    if article.article_type != ArticleType.PRESS_RELEASE:
        readers = readers.filter(content=AlertContent.EVERYTHING)
    chosen = AlertSubject.objects.filter(subscription=OuterRef("pk"))
    return readers.filter(~Exists(chosen) | Exists(chosen.filter(name__in=subjects_of(article))))
