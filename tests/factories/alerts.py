from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory
from wagtail.models import Locale

from news.models import AlertDelivery, AlertMailing, AlertSubscription, Article


class AlertSubscriptionFactory(DjangoModelFactory):
    """A confirmed subscription to everything in Dutch, unless told otherwise."""

    class Meta:
        model = AlertSubscription
        skip_postgeneration_save = True

    address = factory.Sequence("reader-{}@example.org".format)
    language = "nl"
    consent_text = "Yes, please."
    confirmed_at = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def languages(self: Any, create: bool, codes: tuple[str, ...] | None, **kwargs: Any) -> None:
        """The languages that somebody reads."""
        self.locales.set(Locale.objects.filter(language_code__in=codes or ("nl",)))


def many_subscriptions(count: int) -> None:
    """That many confirmed subscriptions to everything in Dutch, in a few statements."""
    now, dutch = timezone.now(), Locale.objects.get(language_code="nl")
    addresses = [f"reader-{number}@example.org" for number in range(count)]
    rows = [
        AlertSubscription(address=each, address_key=each, language="nl", consent_text="Yes.", confirmed_at=now)
        for each in addresses
    ]
    AlertSubscription.objects.bulk_create(rows, batch_size=1000)
    through = AlertSubscription.locales.through
    keys = AlertSubscription.objects.filter(address__in=addresses).values_list("pk", flat=True)
    through.objects.bulk_create(
        [through(alertsubscription_id=key, locale_id=dutch.pk) for key in keys], batch_size=1000
    )


def waiting_mail(article: Article, *subscriptions: AlertSubscription) -> list[AlertDelivery]:
    """A mailing about an article that waits for these readers."""
    mailing = AlertMailing.objects.create(article=article)
    return [AlertDelivery.objects.create(mailing=mailing, subscription=each) for each in subscriptions]
