"""Staff see counts, and find and erase an address; only publishers do."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from wagtail.users.models import UserProfile

from news.alerts.sending import send_all
from news.models import AlertSubscription, NewsIndexPage
from parkportal.website.roles import DIRECTORY_MANAGERS, EDITORS, PUBLISHERS
from tests.factories.alerts import AlertSubscriptionFactory, waiting_mail
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree

READERS, MAILINGS = "/cms/alert-subscriptions/", "/cms/alert-mailings/"


def staff(group: str = "") -> Client:
    user = User.objects.create_user("somebody", is_superuser=not group)
    if group:
        user.groups.add(Group.objects.get(name=group))
    UserProfile.objects.create(user=user, preferred_language="en")
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize("group", [PUBLISHERS, ""])
def test_they_find_and_erase_an_address(site: dict[str, SiteTree], group: str) -> None:
    one, other = AlertSubscriptionFactory.create_batch(2)
    AlertSubscriptionFactory(confirmed_at=None)
    client = staff(group)
    assert "2 confirmed, 1 not yet" in client.get(READERS).content.decode()
    found = client.get(f"{READERS}?q={one.address}").content.decode()
    assert one.address in found
    assert other.address not in found
    assert one.consent_text in client.get(f"{READERS}inspect/{one.pk}/").content.decode()
    client.post(f"{READERS}delete/{one.pk}/")
    assert not AlertSubscription.objects.filter(pk=one.pk).exists()


@pytest.mark.parametrize("group", [PUBLISHERS, ""])
def test_nobody_subscribes_or_changes_somebody_else(site: dict[str, SiteTree], group: str) -> None:
    reader = AlertSubscriptionFactory()
    client = staff(group)
    for path in (f"{READERS}new/", f"{READERS}edit/{reader.pk}/", f"{MAILINGS}new/"):
        assert client.get(path).status_code == 302


@pytest.mark.parametrize("group", [EDITORS, DIRECTORY_MANAGERS])
def test_others_see_no_address(site: dict[str, SiteTree], group: str) -> None:
    reader = AlertSubscriptionFactory()
    client = staff(group)
    for path in (READERS, f"{READERS}inspect/{reader.pk}/", f"{READERS}delete/{reader.pk}/", MAILINGS):
        answer = client.get(path)
        assert answer.status_code in (302, 403)
        assert reader.address not in answer.content.decode()


def test_a_mailing_says_how_far_it_is(site: dict[str, SiteTree]) -> None:
    article = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="A laboratory opens")
    waiting_mail(article, *AlertSubscriptionFactory.create_batch(3))
    send_all()
    page = staff(PUBLISHERS).get(MAILINGS).content.decode()
    assert "A laboratory opens" in page
    assert "Sent" in page
