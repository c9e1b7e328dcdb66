"""Each mail goes out once, to who still wants it, about what the public may see."""

import datetime
import email
import email.policy
from email.message import EmailMessage

import pytest
import time_machine
from django.utils import timezone
from pytest_django import Settings

from news.alerts.sending import send_all
from news.models import AlertDelivery, AlertSubscription, DeliveryState, NewsIndexPage
from news.models.alert_subscription import REFUSALS_UNTIL_SILENT
from parkportal.core import transport
from tests.factories.alerts import AlertSubscriptionFactory, waiting_mail
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.site import SiteTree

from .sink import Sink

DAY = datetime.timedelta(days=1)


def parsed(mail: bytes) -> EmailMessage:
    return email.message_from_bytes(mail, policy=email.policy.default)


def state_of(delivery: AlertDelivery) -> str:
    delivery.refresh_from_db()
    return delivery.state


def test_a_mail_has_both_forms_and_the_way_out(site: dict[str, SiteTree], sink: Sink, language: str) -> None:
    article = PressReleaseFactory(
        parent=site[language][NewsIndexPage], title="Één lab & méér", lead=".Begint met een punt"
    )
    reader = AlertSubscriptionFactory(languages=(language,))
    (delivery,) = waiting_mail(article, reader)
    assert send_all() == 1
    mail = parsed(sink.mails[0])
    assert mail["Subject"] == article.title
    assert mail["To"] == reader.address
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    one_click = mail["List-Unsubscribe"].strip("<>")
    assert f"List-Unsubscribe: <{one_click}>\r\n".encode() in sink.mails[0]
    assert sink.mails[0].isascii()
    plain, html = (part.get_content() for part in mail.iter_parts())
    assert one_click.startswith(f"http://testserver/{language}/")
    assert one_click in plain
    assert article.absolute_url in plain
    assert "\n.Begint met een punt" in plain.replace("\r\n", "\n")
    assert "Één lab & méér" in plain
    assert "Één lab &amp; méér" in html
    assert f'lang="{language}"' in html
    assert article.contact_phone in plain
    assert state_of(delivery) == DeliveryState.SENT


def test_what_was_sent_or_handed_over_is_not_sent_again(site: dict[str, SiteTree], sink: Sink) -> None:
    article = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    _one, two = waiting_mail(article, *AlertSubscriptionFactory.create_batch(2))
    AlertDelivery.objects.filter(pk=two.pk).update(state=DeliveryState.HANDED_OVER)
    send_all()
    send_all()
    assert sink.received.total() == 1


@pytest.mark.parametrize(
    "hidden", [{"live": False}, {"expire_at": timezone.now() - DAY}, {"embargo_until": timezone.now() + DAY}]
)
def test_nobody_gets_mail_about_what_is_hidden(
    site: dict[str, SiteTree], sink: Sink, hidden: dict[str, object]
) -> None:
    article = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    (delivery,) = waiting_mail(article, AlertSubscriptionFactory())
    for name, value in hidden.items():
        setattr(article, name, value)
    article.save()
    assert send_all() == 0
    assert state_of(delivery) == DeliveryState.WAITING
    with time_machine.travel(timezone.now() + 4 * DAY):
        assert send_all() == 0
        assert state_of(delivery) == DeliveryState.DROPPED
    assert sink.received.total() == 0


@pytest.mark.parametrize("change", [{"confirmed_at": None}, {"refusals": REFUSALS_UNTIL_SILENT}])
def test_nobody_gets_mail_who_does_not_want_it_any_more(
    site: dict[str, SiteTree], sink: Sink, change: dict[str, object]
) -> None:
    reader = AlertSubscriptionFactory()
    waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), reader)
    AlertSubscription.objects.filter(pk=reader.pk).update(**change)
    assert send_all() == 0
    reader.delete()
    assert AlertDelivery.objects.count() == 0


def test_who_unsubscribes_while_the_mail_is_on_its_way_does_not_get_it(
    site: dict[str, SiteTree], sink: Sink, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving, staying = AlertSubscriptionFactory.create_batch(2)
    waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), leaving, staying)
    body_of = transport.body_of

    def erased_meanwhile(message: EmailMessage) -> bytes:
        AlertSubscription.objects.filter(pk=leaving.pk).delete()
        return body_of(message)

    monkeypatch.setattr(transport, "body_of", erased_meanwhile)
    send_all()
    assert dict(sink.received) == {staying.address: 1}


def test_a_refused_address_is_not_tried_again_and_falls_silent_after_three(
    site: dict[str, SiteTree], sink: Sink
) -> None:
    gone, fine = AlertSubscriptionFactory.create_batch(2)
    sink.answers[gone.address] = "550 no such mailbox"
    for _number in range(REFUSALS_UNTIL_SILENT):
        deliveries = waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), gone, fine)
        assert send_all() == 2
        assert send_all() == 0
        assert [state_of(each) for each in deliveries] == [DeliveryState.REFUSED, DeliveryState.SENT]
        assert "no such mailbox" in deliveries[0].answer
    assert list(AlertSubscription.objects.mailed()) == [fine]


def test_what_the_server_puts_off_is_tried_later(site: dict[str, SiteTree], sink: Sink) -> None:
    slow, fine = AlertSubscriptionFactory.create_batch(2)
    sink.answers[slow.address] = "450 greylisted"
    waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), slow, fine)
    assert send_all() == 2
    sink.answers.clear()
    assert send_all() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6)):
        assert send_all() == 1
    assert dict(sink.received) == {slow.address: 1, fine.address: 1}


def test_a_mail_refused_at_its_end_was_not_sent(site: dict[str, SiteTree], sink: Sink) -> None:
    (delivery,) = waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), AlertSubscriptionFactory())
    sink.answer_to_the_end = "451 busy"
    send_all()
    assert state_of(delivery) == DeliveryState.WAITING
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=6)):
        sink.answer_to_the_end = "554 spam"
        send_all()
    assert state_of(delivery) == DeliveryState.REFUSED


def test_without_an_answer_nobody_knows_and_it_is_not_sent_again(site: dict[str, SiteTree], sink: Sink) -> None:
    first, second = waiting_mail(
        NewsStoryFactory(parent=site["nl"][NewsIndexPage]), *AlertSubscriptionFactory.create_batch(2)
    )
    sink.answer_to_the_end = "break off"
    assert send_all() == 0
    assert [state_of(each) for each in (first, second)] == [DeliveryState.HANDED_OVER, DeliveryState.WAITING]
    sink.answer_to_the_end = ""
    assert send_all() == 1
    assert dict(sink.received) == {second.subscription.address: 1}


def test_a_server_that_is_down_costs_nobody_a_mail(site: dict[str, SiteTree], settings: Settings) -> None:
    settings.MAILERS = Sink().mailer()
    (delivery,) = waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), AlertSubscriptionFactory())
    assert send_all() == 0
    assert state_of(delivery) == DeliveryState.WAITING


def test_one_mail_that_breaks_the_connection_holds_up_nobody(site: dict[str, SiteTree], sink: Sink) -> None:
    odd, fine = AlertSubscriptionFactory.create_batch(2)
    waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), odd, fine)
    sink.answers[odd.address] = "421 leave me alone"
    assert send_all() == 0
    assert send_all() == 1
    assert dict(sink.received) == {fine.address: 1}


def test_an_address_that_cannot_be_written_holds_up_nobody(site: dict[str, SiteTree], sink: Sink) -> None:
    odd, fine = AlertSubscriptionFactory.create_batch(2)
    AlertSubscription.objects.filter(pk=odd.pk).update(address="odd address@example.org, other@example.org")
    first, _second = waiting_mail(NewsStoryFactory(parent=site["nl"][NewsIndexPage]), odd, fine)
    assert send_all() == 2
    assert state_of(first) == DeliveryState.REFUSED
    assert dict(sink.received) == {fine.address: 1}
