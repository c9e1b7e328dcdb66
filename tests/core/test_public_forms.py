"""A form for anybody: what it lets through, what it refuses, and that nothing written is lost."""

import datetime
import threading
from typing import Any

import pytest
import time_machine
from django import forms
from django.db import connection, connections
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import path
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from parkportal.core.models import SubmissionCount
from parkportal.core.public_forms import (
    GuardedForm,
    Limit,
    PublicFormView,
    SentView,
    by_address,
    by_field,
    by_network,
    client_address,
    network_of,
)
from parkportal.core.public_forms.stamps import new_stamp
from parkportal.core.retention import forget_all
from parkportal.urls import urlpatterns as project_urls
from tests.public_forms import hidden_fields, send

HOUR = datetime.timedelta(hours=1)
sent: list[str] = []


class NoteForm(GuardedForm):
    """A form with one field."""

    text = forms.CharField(label="Text", help_text="Anything.")
    mailbox = forms.EmailField(label="Mailbox", required=False)


class NoteView(PublicFormView):
    """Keeps notes."""

    key = "note"
    form_class = NoteForm
    success_url = "/note/sent/"
    limits = (Limit(3, HOUR, by_address), Limit(5, HOUR, by_network), Limit(2, HOUR, by_field("mailbox")))
    extra_context = {"heading": "A note"}

    def carry_out(self, form: NoteForm) -> None:
        if form.cleaned_data["text"] == "fail":
            raise RuntimeError
        sent.append(form.cleaned_data["text"])


urlpatterns = [
    path("note/", NoteView.as_view(), name="note"),
    path("note/sent/", SentView.as_view(extra_context={"heading": "Sent", "text": "Thank you."}), name="note-sent"),
    *project_urls,
]


@pytest.fixture(autouse=True)
def empty(settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    sent.clear()


@pytest.fixture(autouse=True)
def noon() -> Any:
    """In the middle of every span."""
    with time_machine.travel(datetime.datetime(2026, 3, 4, 12, 20, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.mark.django_db
def test_a_form_is_kept_by_no_cache_and_sent_once(client: Client) -> None:
    page = client.get("/note/")
    assert "no-store" in page["Cache-Control"]
    assert "csrftoken" in page.cookies
    answer = send(client, "/note/", {"text": "hello"})
    assert (answer.status_code, answer["Location"], sent) == (302, "/note/sent/", ["hello"])
    assert "no-store" in client.get("/note/sent/")["Cache-Control"]


@pytest.mark.django_db
def test_what_is_pressed_twice_is_sent_once_and_both_are_thanked(client: Client) -> None:
    data = hidden_fields(client.get("/note/")) | {"text": "hello"}
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=30), tick=False):
        answers = [client.post("/note/", data)["Location"] for _ in range(2)]
        assert (answers, sent) == (["/note/sent/"] * 2, ["hello"])
        client.post("/note/", data | {"text": "changed"})
    assert sent == ["hello", "changed"]


@pytest.mark.django_db
def test_an_error_is_shown_at_its_field_and_in_a_summary(client: Client) -> None:
    answer = send(client, "/note/", {"text": "", "mailbox": "<nobody>"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert '<a href="#id_text">' in page
    assert 'id="id_text_error"' in page
    assert 'aria-describedby="id_text_helptext id_text_error"' in page
    assert 'value="&lt;nobody&gt;"' in page
    assert sent == []


@pytest.mark.django_db
@pytest.mark.parametrize("seconds", [1, 2 * 86400])
def test_too_fast_or_too_late_is_told_and_goes_through_the_second_time(client: Client, seconds: int) -> None:
    answer = send(client, "/note/", {"text": "my words"}, seconds=seconds)
    assert answer.status_code == 422
    assert 'value="my words"' in answer.content.decode()
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=seconds + 10)):
        assert client.post("/note/", hidden_fields(answer) | {"text": "my words"}).status_code == 302
    assert sent == ["my words"]


@pytest.mark.django_db
@pytest.mark.parametrize("stamp", ["", "1", "1:2:3", "\0", "é" * 5000])
def test_a_stamp_of_somebody_elses_is_refused(client: Client, stamp: str) -> None:
    assert send(client, "/note/", {"text": "hello", "stamp": stamp}).status_code == 422
    assert sent == []


@pytest.mark.django_db
def test_what_fills_in_the_trap_is_refused_and_shown_it(client: Client) -> None:
    assert 'class="form__trap"' in client.get("/note/").content.decode()
    answer = send(client, "/note/", {"text": "my words", "web_page": "spam"})
    assert answer.status_code == 422
    assert 'class="form__trap"' not in answer.content.decode()
    assert 'value="my words"' in answer.content.decode()
    assert sent == []


@pytest.mark.django_db
def test_without_the_cookie_the_form_is_shown_again() -> None:
    client = Client(enforce_csrf_checks=True)
    data = hidden_fields(client.get("/note/")) | {"text": "my words"}
    client.cookies.clear()
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=30)):
        answer = client.post("/note/", data)
        assert answer.status_code == 403
        assert 'value="my words"' in answer.content.decode()
        assert client.post("/note/", hidden_fields(answer) | {"text": "my words"}).status_code == 302
    assert sent == ["my words"]


@pytest.mark.django_db
def test_another_site_can_not_send_the_form(client: Client) -> None:
    client = Client(enforce_csrf_checks=True)
    assert send(client, "/note/", {"text": "hello"}, HTTP_ORIGIN="https://elsewhere.example").status_code == 403
    assert sent == []


def try_to_send(address: str, text: str, **data: str) -> int:
    return send(Client(), "/note/", {"text": text, **data}, REMOTE_ADDR=address).status_code


@pytest.mark.django_db
def test_an_address_a_network_and_a_mailbox_have_limits_of_their_own() -> None:
    assert [try_to_send("192.0.2.1", f"a{n}") for n in range(4)] == [302, 302, 302, 429]
    assert [try_to_send("192.0.2.2", f"b{n}") for n in range(3)] == [302, 302, 429]
    assert try_to_send("198.51.100.1", "c") == 302
    mailed = [try_to_send(f"198.51.{n}.1", f"d{n}", mailbox=f"{'eE'[n % 2]}@example.org") for n in range(3)]
    assert mailed == [302, 302, 429]
    with time_machine.travel(timezone.now() + HOUR):
        assert try_to_send("192.0.2.1", "later") == 302


@pytest.mark.django_db
def test_who_is_over_the_limit_learns_when_to_come_back(client: Client) -> None:
    for n in range(3):
        send(client, "/note/", {"text": f"{n}"})
    answer = send(client, "/note/", {"text": "my words"})
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) <= 40 * 60
    assert "14:00" in answer.content.decode().replace(".", ":")
    assert 'value="my words"' in answer.content.decode()


@pytest.mark.django_db
def test_what_fails_or_is_refused_counts_nowhere(client: Client) -> None:
    client.raise_request_exception = False
    for _ in range(5):
        assert send(client, "/note/", {"text": "fail"}).status_code == 500
    assert send(client, "/note/", {"text": "hello"}).status_code == 302


@pytest.mark.django_db
def test_counts_tell_nothing_of_who_and_are_forgotten(client: Client) -> None:
    send(client, "/note/", {"text": "hello", "mailbox": "anna@example.org"}, REMOTE_ADDR="192.0.2.77")
    rows = " ".join(str(row) for row in SubmissionCount.objects.values())
    assert SubmissionCount.objects.count() == 4  # Address, network, mailbox, and this very note.
    assert not {"192.0.2", "anna", "hello"} & {each for each in ("192.0.2", "anna", "hello") if each in rows}
    with time_machine.travel(timezone.now() + 30 * HOUR):
        assert forget_all()["submission_counts"] == 4


@pytest.mark.django_db(transaction=True)
def test_many_at_once_respect_the_limit_exactly() -> None:
    """Threads with a connection each, from forty addresses of one network. SQLite's test database has one for all."""
    threads, each = (20, 4) if connection.vendor == "postgresql" else (1, 10)
    stamps = [new_stamp() for _ in range(threads * each)]
    barrier = threading.Barrier(threads)
    statuses: list[int] = []

    def run(first: int) -> None:
        barrier.wait()
        for number in range(first, len(stamps), threads):
            data = {"text": f"note {number}", "stamp": stamps[number]}
            statuses.append(Client().post("/note/", data, REMOTE_ADDR=f"192.0.2.{number % 40}").status_code)
        if threads > 1:
            connections.close_all()

    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=30), tick=False):
        started = [threading.Thread(target=run, args=(first,)) for first in range(1, threads)]
        for thread in started:
            thread.start()
        run(0)
        for thread in started:
            thread.join()
    assert (len(statuses), statuses.count(302), len(sent)) == (len(stamps), 5, 5)
    assert statuses.count(429) == len(stamps) - 5


def request_from(remote: str, forwarded: str = "") -> HttpRequest:
    extra = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    return RequestFactory().get("/", REMOTE_ADDR=remote, **extra)


@pytest.mark.parametrize(
    ("remote", "forwarded", "address"),
    [
        ("192.0.2.1", "", "192.0.2.1"),
        ("192.0.2.1", "198.51.100.1", "192.0.2.1"),  # Nobody of ours: not believed.
        ("172.18.0.5", "192.0.2.1", "192.0.2.1"),
        ("172.18.0.5", "192.0.2.1, 172.18.0.1", "192.0.2.1"),
        ("172.18.0.5", "198.51.100.1, 192.0.2.1, 172.18.0.1", "192.0.2.1"),
        ("172.18.0.5", "127.0.0.1, 192.0.2.1, 172.18.0.1", "192.0.2.1"),
        ("172.18.0.5", "nonsense, 172.18.0.1", "172.18.0.1"),
        ("127.0.0.1", "2001:db8:1:2::3", "2001:db8:1:2::3"),
        ("127.0.0.1", "::ffff:192.0.2.1", "192.0.2.1"),
        ("", "192.0.2.1", "192.0.2.1"),
        ("", "", "0.0.0.0"),
    ],
)
def test_only_proxies_of_ours_are_believed(remote: str, forwarded: str, address: str) -> None:
    assert str(client_address(request_from(remote, forwarded))) == address


def test_a_network_is_what_one_household_has() -> None:
    networks = [str(network_of(client_address(request_from(each)))) for each in ("192.0.2.1", "2001:db8:1:2::3")]
    assert networks == ["192.0.2.0/24", "2001:db8:1:2::/64"]


@given(forwarded=st.text(st.characters(codec="latin-1", exclude_characters="\r\n")))
def test_no_header_breaks_or_moves_a_stranger(forwarded: str) -> None:
    assert str(client_address(request_from("127.0.0.1", f"{forwarded},192.0.2.9"))) == "192.0.2.9"
