"""Who gets the mail about an article."""

from django.db.models import Exists, OuterRef, Q

from parkportal.core.visibility import is_published

from ..models import AlertContent, AlertSubscription, Article, ArticleType
from ..models.alert_subscription import AlertSubscriptionQuerySet


def recipients(article: Article) -> AlertSubscriptionQuerySet:
    """Those who read its language and asked for its kind and one of its sectors, or for everything.

    An article that is about no organisation or facility is about the park as a whole.
    """
    readers = AlertSubscription.objects.mailed().filter(locales=article.locale_id)
    if article.article_type != ArticleType.PRESS_RELEASE:
        readers = readers.filter(content=AlertContent.EVERYTHING)
    chosen = AlertSubscription.sectors.through.objects.filter(alertsubscription=OuterRef("pk"))
    sectors = sectors_of(article)
    about_it = Exists(chosen.filter(term__in=sectors)) if sectors else Q(about_park=True)
    everything = Q(about_park=False) & ~Exists(chosen)
    return readers.filter(everything | about_it)


def sectors_of(article: Article) -> set[int]:
    """The keys of the sectors of the visible organisations that it is about, or whose facilities."""
    operators = {facility.operator for facility in article.facilities if is_published(facility.operator)}
    organisations = {*article.organisations, *operators}
    main = {organisation.sector_id for organisation in organisations if organisation.sector_id}
    return main | {term.pk for organisation in organisations for term in organisation.other_sectors.all()}
