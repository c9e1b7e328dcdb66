"""Nobody is subscribed by somebody else, and nobody learns who is subscribed."""

import datetime
import re
from email.policy import SMTP
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.mail import EmailMessage
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news.alerts.choices import Choices
from news.alerts.forms import SubscribeForm
from news.alerts.links import path
from news.alerts.messages import AlertMail
from news.alerts.pruning import alerts
from news.alerts.sending import send_all
from news.alerts.subjects import ORGANISATION, TOPIC, name_of
from news.alerts.subscribe import CONSENT
from news.alerts.tokens import Purpose
from news.models import AlertConfirmation, AlertSubscription, NewsIndexPage, NewsStory
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carry_out_due
from parkportal.core.public_forms.stamps import new_stamp
from tests.factories.alerts import AlertSubscriptionFactory
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree
from tests.public_forms import send

PATHS = {"nl": "/nl/pers/berichten/", "en": "/en/press/alerts/"}
ADDRESS = "reader@example.org"
DAY = datetime.timedelta(days=1)


def subscribe(client: Client, language: str = "nl", **data: Any) -> HttpResponse:
    defaults = {"address": ADDRESS, "content": "everything", "languages": ["nl"], "subjects": []}
    return send(client, PATHS[language], defaults | data)


def let_the_worker_work() -> None:
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        carry_out_due()
        send_all()


def link_in(message: Any) -> str:
    """The personal link of a mail, without the host."""
    found = re.search(r"http://testserver(/\S+)", message.body)
    assert found
    return found[1]


def test_the_whole_way(site: dict[str, SiteTree], client: Client, language: str) -> None:
    answer = subscribe(client, language, languages=["nl", "en"], subjects=["park"], content="press-releases")
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200
    assert len(mail.outbox) == 0
    let_the_worker_work()
    (asked,) = mail.outbox
    assert asked.to == [ADDRESS]
    assert not AlertSubscription.objects.confirmed().exists()

    page = client.post(link_in(asked))
    assert page.status_code == 200
    subscription = AlertSubscription.objects.confirmed().get()
    assert subscription.content == "press-releases"
    assert [subject.name for subject in subscription.subjects.all()] == ["park"]
    assert subscription.language == language
    assert set(subscription.locales.values_list("language_code", flat=True)) == {"nl", "en"}
    with override(language):
        assert subscription.consent_text == str(CONSENT)
    assert timezone.now() - subscription.asked_at < DAY


def test_the_address_is_kept_in_one_place_only(site: dict[str, SiteTree], client: Client) -> None:
    subscribe(client)
    let_the_worker_work()
    client.post(link_in(mail.outbox[0]))
    AlertSubscription.objects.get().delete()
    assert ADDRESS not in str(list(OutboxEntry.objects.values()))
    assert ADDRESS not in str(list(AlertConfirmation.objects.values()))


@pytest.mark.parametrize("known", ["nobody", "unconfirmed", "confirmed"])
def test_the_answer_says_nothing_about_the_address(site: dict[str, SiteTree], client: Client, known: str) -> None:
    if known != "nobody":
        AlertSubscriptionFactory(address=ADDRESS, confirmed_at=timezone.now() if known == "confirmed" else None)
    stranger = subscribe(Client(), address="stranger@example.org")
    answer = subscribe(client)
    assert (answer.status_code, answer["Location"]) == (stranger.status_code, stranger["Location"])
    assert answer.content == stranger.content
    assert set(answer.headers) == set(stranger.headers)


def test_the_request_asks_nothing_about_the_address(site: dict[str, SiteTree], client: Client) -> None:
    AlertSubscriptionFactory(address=ADDRESS)
    with CaptureQueriesContext(connection) as queries:
        subscribe(client)
    assert not [query for query in queries.captured_queries if "alertsubscription" in query["sql"]]


def test_one_mail_a_day_whoever_asks_and_whatever_happens(site: dict[str, SiteTree], client: Client) -> None:
    for number in range(3):
        subscribe(Client(REMOTE_ADDR=f"192.0.2.{number}"), address=ADDRESS.upper() if number else ADDRESS)
        let_the_worker_work()
        AlertSubscription.objects.all().delete()
    assert len(mail.outbox) == 1
    with time_machine.travel(timezone.now() + DAY + datetime.timedelta(minutes=2)):
        subscribe(client)
        let_the_worker_work()
    assert len(mail.outbox) == 2


def test_who_is_subscribed_keeps_the_choice_and_gets_the_way_to_change_it(
    site: dict[str, SiteTree], client: Client
) -> None:
    before = AlertSubscriptionFactory(address=ADDRESS)
    subscribe(client, content="press-releases", languages=["en"])
    let_the_worker_work()
    after = AlertSubscription.objects.get()
    assert (after.content, after.consent_text) == (before.content, before.consent_text)
    assert list(after.locales.values_list("language_code", flat=True)) == ["nl"]
    assert "/nl/pers/berichten/instellingen/" in mail.outbox[0].body


def test_what_nobody_confirms_is_erased(site: dict[str, SiteTree], client: Client) -> None:
    subscribe(client)
    let_the_worker_work()
    link = link_in(mail.outbox[0])
    with time_machine.travel(timezone.now() + 8 * DAY):
        assert client.post(link).status_code == 404
        alerts()
    assert AlertSubscription.objects.count() == 0
    assert AlertConfirmation.objects.count() == 0


@pytest.mark.parametrize(
    "wrong",
    [
        {"address": ""},
        {"address": "no address"},
        {"languages": []},
        {"content": "other"},
        {"subjects": ["unknown"]},
        {"subjects": ["organisation:1"]},
    ],
)
def test_what_is_wrong_is_said_beside_the_field_and_on_top(
    site: dict[str, SiteTree], client: Client, language: str, wrong: dict[str, Any]
) -> None:
    answer = subscribe(client, language, **wrong)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert 'aria-invalid="true"' in page
    assert OutboxEntry.objects.count() == 0


def test_only_this_page_sets_a_cookie(site: dict[str, SiteTree], client: Client, language: str) -> None:
    page = client.get(PATHS[language])
    assert set(page.cookies) == {"csrftoken"}
    assert "no-store" in page["Cache-Control"]
    with override(language):
        assert not Client().get(reverse("alerts-sent")).cookies


def test_every_list_of_news_can_be_subscribed_to(site: dict[str, SiteTree], client: Client) -> None:
    alfa, hidden = OrganisationFactory(name_nl="Alfa"), OrganisationFactory(live=False)
    add_topic(NewsStoryFactory(parent=site["en"][NewsIndexPage]), "Cleanroom")
    add_topic(NewsStoryFactory(parent=site["en"][NewsIndexPage], live=False), "Secret")
    query = f"type=press-release&sector=health&organisation={alfa.key}&organisation={hidden.key}&topic=cleanroom"
    news = client.get(f"/en/news/?{query}").content.decode()
    assert f'href="{PATHS["en"]}?{query.replace("&", "&amp;")}"' in news
    page = client.get(f"{PATHS['en']}?{query}&topic=secret&topic=%27&organisation=nobody&year=2026").content.decode()
    chosen = re.findall(r'value="([^"]+)"[^>]* checked', page)
    assert chosen == ["press-releases", "en", name_of(ORGANISATION, alfa.uuid), name_of(TOPIC, "cleanroom")]
    assert "Secret" not in page
    assert str(hidden.uuid) not in page


def test_what_was_asked_for_by_name_comes(site: dict[str, SiteTree], client: Client) -> None:
    alfa = OrganisationFactory(name_nl="Alfa")
    names = [name_of(ORGANISATION, alfa.uuid), "park"]
    assert subscribe(client, subjects=names).status_code == 302
    let_the_worker_work()
    page = client.post(link_in(mail.outbox[0])).content.decode()
    assert "Alfa, Het park als geheel" in page
    assert [subject.name for subject in AlertSubscription.objects.get().subjects.order_by("pk")] == names


def test_what_is_gone_can_be_kept_and_given_up(site: dict[str, SiteTree], client: Client) -> None:
    subscription = AlertSubscriptionFactory()
    Choices("everything", ("nl",), ("topic:gone",)).set_on(subscription)
    link = path(subscription, Purpose.MANAGE, "nl")
    page = client.get(link).content.decode()
    assert re.search(r'value="topic:gone"[^>]* checked', page)
    for kept in (["topic:gone", "park"], []):
        assert client.post(link, {"content": "everything", "languages": ["nl"], "subjects": kept}).status_code == 200
        assert Choices.of(subscription).subjects == tuple(kept)


def add_topic(story: NewsStory, topic: str) -> None:
    story.topics.add(topic)
    story.save()


HOSTILE = [
    f"{local}{control}{rest}"
    for local in ("reader", '"reader"', "", "reader@example.org")
    for control in ("\r\n", "\n", "\r", "\0", "%0a", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", ",", ";", " ")
    for rest in ("@example.org", "Bcc: all@example.org", "\r\nSubject: x@example.org", "<script>@example.org")
]


@pytest.mark.parametrize("chunk", range(4))
def test_two_hundred_odd_addresses_are_refused_or_mailed_alone(chunk: int) -> None:
    addresses = HOSTILE[chunk::4]
    assert len(HOSTILE) > 200
    for address in addresses:
        assert_refused_or_alone(address)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.emails(), st.text(max_size=60), st.builds("{}@example.org".format, st.text(max_size=20))))
def test_any_address_is_refused_or_mailed_alone(address: str) -> None:
    assert_refused_or_alone(address)


def assert_refused_or_alone(address: str) -> None:
    """What the form takes becomes one recipient and one line of the head."""
    form = SubscribeForm({"address": address, "stamp": new_stamp()})
    with override("en"):
        form.fields = {"address": form.fields["address"]}
        form.full_clean()
    taken = form.cleaned_data.get("address")
    if taken is None:
        return
    head = EmailMessage("Subject", "Body", "site@example.org", [taken]).message(policy=SMTP)
    assert len(head["To"].addresses) == 1
    assert "Bcc" not in head
    assert not set(taken) & set("\r\n\0 \t")


@pytest.mark.parametrize("title", ["Two\nlines", "Bcc: all@example.org\r\n\r\nHello", "x" * 500, "Ünïcode 🔬 " * 12])
def test_a_title_stays_one_line_of_the_head(site: dict[str, SiteTree], title: str) -> None:
    article = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    article.title = title
    message = AlertMail(article).to(AlertSubscriptionFactory()).message()
    assert message["Subject"] == " ".join(title.split())
    assert message["Bcc"] is None
