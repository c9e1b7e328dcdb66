"""An article that goes public becomes one mail for each reader who asked for it."""

import datetime
from dataclasses import replace
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from news.alerts.choices import Choices
from news.alerts.mailing import make_mailing
from news.alerts.recipients import recipients
from news.alerts.sending import send_all
from news.alerts.subjects import ORGANISATION, PARK, SECTOR, TOPIC, name_of
from news.models import AlertDelivery, Article, NewsIndexPage
from news.models.alert_subscription import AlertContent
from parkportal.core.models import Term, Vocabulary
from parkportal.core.outbox import carry_out_due
from tests.factories.alerts import AlertSubscriptionFactory
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree

DAY = datetime.timedelta(days=1)


def readers_of(article: Article) -> set[str]:
    return set(recipients(article).values_list("address", flat=True))


def test_publishing_mails_everybody_once(site: dict[str, SiteTree], language: str) -> None:
    AlertSubscriptionFactory(address="both@example.org", languages=("nl", "en"))
    AlertSubscriptionFactory(address="one@example.org", languages=(language,))
    article = NewsStoryFactory(parent=site[language][NewsIndexPage], live=False)
    for _number in range(2):
        article.save_revision().publish()
        carry_out_due()
        send_all()
    assert sorted(message.to[0] for message in mail.outbox) == ["both@example.org", "one@example.org"]


def test_each_gets_the_kind_and_language_that_was_asked_for(site: dict[str, SiteTree]) -> None:
    AlertSubscriptionFactory(address="all-nl@example.org")
    AlertSubscriptionFactory(address="press-nl@example.org", content=AlertContent.PRESS_RELEASES)
    AlertSubscriptionFactory(address="all-en@example.org", languages=("en",))
    AlertSubscriptionFactory(address="nobody@example.org", confirmed_at=None)
    assert readers_of(NewsStoryFactory(parent=site["nl"][NewsIndexPage])) == {"all-nl@example.org"}
    release = PressReleaseFactory(parent=site["nl"][NewsIndexPage])
    assert readers_of(release) == {"all-nl@example.org", "press-nl@example.org"}
    assert readers_of(NewsStoryFactory(parent=site["en"][NewsIndexPage])) == {"all-en@example.org"}


def reader(address: str, *subjects: str) -> None:
    subscription = AlertSubscriptionFactory(address=f"{address}@example.org")
    replace(Choices.of(subscription), subjects=subjects).set_on(subscription)


def story(site: dict[str, SiteTree], *topics: str, **subjects: Any) -> Article:
    made = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    for name, record in subjects.items():
        getattr(made, f"{name}_rows").create(**{name: record})
    made.topics.add(*topics)
    made.save()
    return Article.objects.get(pk=made.pk)


def test_each_gets_the_sectors_that_were_asked_for(site: dict[str, SiteTree]) -> None:
    biotech, space = term_of(0), term_of(1)
    reader("everything")
    reader("biotech", name_of(SECTOR, biotech.identifier))
    reader("space", name_of(SECTOR, space.identifier))
    reader("park", PARK)
    assert readers_of(story(site)) == {"everything@example.org", "park@example.org"}
    organisation = OrganisationFactory(sector=biotech)
    about_it = story(site, organisation=organisation)
    assert readers_of(about_it) == {"everything@example.org", "biotech@example.org"}
    facility = FacilityFactory(operator=OrganisationFactory(sector=space))
    assert readers_of(story(site, facility=facility)) == {"everything@example.org", "space@example.org"}
    organisation.live = False
    organisation.save()
    assert "biotech@example.org" not in readers_of(Article.objects.get(pk=about_it.pk))


def test_each_gets_the_organisations_and_topics_that_were_asked_for(site: dict[str, SiteTree]) -> None:
    alfa, beta = OrganisationFactory(), OrganisationFactory()
    reader("alfa", name_of(ORGANISATION, alfa.uuid))
    reader("both", name_of(ORGANISATION, alfa.uuid), name_of(ORGANISATION, beta.uuid))
    reader("cleanrooms", name_of(TOPIC, "cleanroom"))
    assert readers_of(story(site, organisation=alfa)) == {"alfa@example.org", "both@example.org"}
    assert readers_of(story(site, "Cleanroom", organisation=beta)) == {"both@example.org", "cleanrooms@example.org"}
    assert readers_of(story(site, facility=FacilityFactory(operator=beta))) == {"both@example.org"}
    assert readers_of(story(site)) == set()


def test_who_asked_for_one_organisation_does_not_get_everything_once_it_is_gone(site: dict[str, SiteTree]) -> None:
    alfa = OrganisationFactory()
    reader("alfa", name_of(ORGANISATION, alfa.uuid))
    alfa.delete()
    assert readers_of(story(site)) == set()


def term_of(number: int) -> Term:
    return Term.objects.filter(vocabulary=Vocabulary.SECTOR)[number]


@pytest.mark.parametrize(("days", "announced"), [(0, True), (7, True), (8, False)])
def test_what_is_old_is_not_announced(site: dict[str, SiteTree], days: int, announced: bool) -> None:
    AlertSubscriptionFactory()
    date = timezone.localdate() - days * DAY
    make_mailing(NewsStoryFactory(parent=site["nl"][NewsIndexPage], date=date))
    assert AlertDelivery.objects.exists() == announced


def test_an_article_under_embargo_is_mailed_when_it_ends(site: dict[str, SiteTree]) -> None:
    AlertSubscriptionFactory()
    article = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage], live=False, embargo_until=timezone.now() + DAY, title="Secret"
    )
    article.save_revision().publish()
    carry_out_due()
    send_all()
    assert mail.outbox == []
