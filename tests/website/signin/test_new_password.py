"""A new password by mail: equal answers, a link that works once, and the second factor stays."""

import re

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from parkportal.core.models import OutboxEntry

from .doors import CODE, ELSEWHERE, NEW_PASSWORD, browser, connect_app, is_in, log_in, without_tokens

NEW = "een-heel-nieuw-wachtwoord"


def link() -> str:
    return re.search(r"http://testserver(/\S+)", mail.outbox[0].body)[1]


def ask(address: str, ip: str = ELSEWHERE) -> tuple[int, str]:
    answer = browser(ip).post(NEW_PASSWORD, {"email": address}, follow=True)
    return answer.status_code, without_tokens(answer)


@pytest.mark.django_db(transaction=True)
def test_a_link_changes_the_password_once_and_ends_the_sessions(site: object, editor: User) -> None:
    inside = browser()
    log_in(inside)
    ask("Eva@example.org")
    assert mail.outbox[0].to == ["eva@example.org"]
    client = browser()
    form = client.get(link()).url
    answer = client.post(form, {"password1": NEW, "password2": NEW}, follow=True)
    assert "Your password is changed" in answer.content.decode()
    assert not is_in(inside)
    assert not is_in(client)
    assert "does not work" in browser().get(link(), follow=True).content.decode()
    log_in(client, password=NEW)
    assert is_in(client)


def test_an_unknown_address_is_answered_alike_and_the_mail_left_to_the_worker(editor: User) -> None:
    assert ask("eva@example.org", "192.0.2.1") == ask("nobody@example.org", "192.0.2.1")
    assert OutboxEntry.objects.filter(kind="new-password").count() == 2


def test_no_mailbox_is_flooded(editor: User) -> None:
    answers = [ask("eva@example.org") for _ in range(4)]
    assert "tried too often" in answers[-1][1]
    assert "tried too often" in [ask("nobody@example.org") for _ in range(4)][-1][1]


@pytest.mark.usefixtures("second_factor")
@pytest.mark.django_db(transaction=True)
def test_the_second_factor_is_asked_as_before(site: object, editor: User) -> None:
    connect_app(editor)
    ask("eva@example.org")
    client = browser()
    form = client.get(link()).url
    client.post(form, {"password1": NEW, "password2": NEW})
    assert not is_in(client)
    assert log_in(client, password=NEW).url == CODE


def test_a_weak_password_is_refused_with_the_reason(editor: User) -> None:
    token = default_token_generator.make_token(editor)
    client = browser()
    from allauth.account.utils import user_pk_to_url_str

    form = client.get(f"/cms/password_reset/key/{user_pk_to_url_str(editor)}-{token}/").url
    answer = client.post(form, {"password1": "12345", "password2": "12345"})
    assert "too short" in answer.content.decode()
    editor.refresh_from_db()
    assert editor.check_password("secret")


def test_wagtails_own_door_is_closed(editor: User) -> None:
    token = default_token_generator.make_token(editor)
    path = f"/cms/password_reset/confirm/{urlsafe_base64_encode(force_bytes(editor.pk))}/{token}/"
    assert browser().get(path).status_code == 404
    assert browser().post(path, {"new_password1": NEW, "new_password2": NEW}).status_code == 404


@pytest.mark.parametrize("key", ["0-x", "zzz-set-password", "1-set-password"])
def test_a_link_that_makes_no_sense_says_so(db: None, key: str) -> None:
    assert "does not work" in browser().get(f"/cms/password_reset/key/{key}/").content.decode()
