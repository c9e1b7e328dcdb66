"""The links in mails: nothing happens by a GET, a POST twice does what it did once, and only the right link works."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from news.alerts.choices import Choices
from news.alerts.links import path
from news.alerts.tokens import Purpose, token
from news.models import AlertDelivery, AlertSubscription, NewsIndexPage
from tests.factories.alerts import AlertSubscriptionFactory, waiting_mail
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree

CHOICES = {"content": "press-releases", "languages": ["en"], "subjects": ["park"]}


@pytest.fixture
def strict(site: dict[str, SiteTree]) -> Client:
    """A mail program: no cookies, and no way around the CSRF check."""
    return Client(enforce_csrf_checks=True)


def as_it_is() -> list[dict[str, Any]]:
    return list(AlertSubscription.objects.values())


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("method", ["get", "head", "options", "put", "delete"])
def test_a_mail_scanner_changes_nothing(strict: Client, language: str, purpose: Purpose, method: str) -> None:
    subscription = AlertSubscriptionFactory(confirmed_at=None)
    before = as_it_is()
    answer = getattr(strict, method)(path(subscription, purpose, language))
    assert answer.status_code == (200 if method in ("get", "head") else 405)
    assert as_it_is() == before


@pytest.mark.parametrize("purpose", Purpose)
def test_the_page_is_nobodys_else(strict: Client, language: str, purpose: Purpose) -> None:
    subscription = AlertSubscriptionFactory()
    answer = strict.get(path(subscription, purpose, language))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex"
    assert not answer.cookies
    assert 'rel="canonical"' not in answer.content.decode()


def test_confirming_twice_is_confirming_once(strict: Client, language: str) -> None:
    subscription = AlertSubscriptionFactory(confirmed_at=None)
    link = path(subscription, Purpose.CONFIRM, language)
    assert strict.post(link).status_code == 200
    first = as_it_is()
    assert first[0]["confirmed_at"]
    assert strict.post(link).status_code == 200
    assert as_it_is() == first


def test_one_click_unsubscribes_and_a_second_does_no_harm(strict: Client, language: str) -> None:
    subscription = AlertSubscriptionFactory()
    waiting_mail(NewsStoryFactory(parent=NewsIndexPage.objects.first()), subscription)
    link = path(subscription, Purpose.UNSUBSCRIBE, language)
    for _number in range(2):
        answer = strict.post(link, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200
        assert not AlertSubscription.objects.exists()
        assert not AlertDelivery.objects.exists()
    assert strict.get(link).status_code == 200


def test_an_old_link_does_not_bring_anybody_back(strict: Client, language: str) -> None:
    subscription = AlertSubscriptionFactory(confirmed_at=None)
    links = [path(subscription, purpose, language) for purpose in Purpose]
    strict.post(links[-1])
    for link in links:
        strict.post(link, CHOICES)
    assert not AlertSubscription.objects.exists()


def test_the_owner_changes_what_comes(strict: Client, language: str) -> None:
    subscription = AlertSubscriptionFactory()
    link = path(subscription, Purpose.MANAGE, language)
    assert strict.post(link, CHOICES).status_code == 200
    changed = AlertSubscription.objects.get()
    assert Choices.of(changed) == Choices("press-releases", ("en",), ("park",))
    wrong = strict.post(link, CHOICES | {"languages": []})
    assert wrong.status_code == 422
    assert 'aria-invalid="true"' in wrong.content.decode()
    assert Choices.of(AlertSubscription.objects.get()).languages == ("en",)


def test_the_owner_erases_the_address(strict: Client, language: str) -> None:
    subscription = AlertSubscriptionFactory()
    assert strict.post(path(subscription, Purpose.MANAGE, language), {"erase": "1"}).status_code == 200
    assert not AlertSubscription.objects.exists()


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1],
        lambda text: f"{text}x",
        lambda text: text.replace(".", ":"),
        lambda text: f"0{text[1:]}" if text[0] != "0" else f"1{text[1:]}",
        lambda text: "nothing",
        lambda text: "..",
        lambda text: "%00",
    ],
)
def test_a_forged_link_leads_nowhere(
    strict: Client, language: str, purpose: Purpose, spoil: Callable[[str], str]
) -> None:
    folder, _slash, mine = path(AlertSubscriptionFactory(), purpose, language).removesuffix("/").rpartition("/")
    forged = f"{folder}/{spoil(mine)}/"
    for answer in (strict.get(forged), strict.post(forged)):
        assert answer.status_code in (400, 404)
    assert AlertSubscription.objects.exists()


@pytest.mark.parametrize("made_for", Purpose)
@pytest.mark.parametrize("used_for", Purpose)
def test_a_link_is_for_one_purpose(strict: Client, made_for: Purpose, used_for: Purpose) -> None:
    subscription = AlertSubscriptionFactory()
    folder = path(subscription, used_for, "nl").removesuffix("/").rpartition("/")[0]
    assert strict.get(f"{folder}/{token(subscription, made_for)}/").status_code == (
        200 if made_for == used_for else 404
    )
