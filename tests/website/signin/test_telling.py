"""Somebody whose account opens in another way than before hears of it, in their own language."""

import datetime
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.users.models import UserProfile

from parkportal.core.outbox_mails import send_all

from .doors import CODE, browser, code_of, connect_app, log_in, secret_on

CONNECT, REMOVE = "/cms/second-factor/totp/activate/", "/cms/second-factor/totp/deactivate/"
CODES = "/cms/second-factor/recovery-codes/generate/"


@pytest.fixture
def editor(editor: User, language: str) -> User:
    """Eva with a mailbox, who reads the admin in a language."""
    editor.email = "eva@park.example"
    editor.save()
    UserProfile.objects.update_or_create(user=editor, defaults={"preferred_language": language})
    return editor


@pytest.fixture
def committing(django_capture_on_commit_callbacks: Any) -> Any:
    """What allauth tells of once the change is committed."""
    return django_capture_on_commit_callbacks


def sent() -> list[Any]:
    """The mails that go out now."""
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=1)):
        send_all()
    return mail.outbox


def test_a_first_app_is_one_mail(editor: User, language: str, committing: Any) -> None:
    client = browser()
    log_in(client)
    with committing(execute=True):
        client.post(CONNECT, {"code": code_of(secret_on(client.get(CONNECT)))})
    (message,) = sent()
    assert message.to == ["eva@park.example"]
    assert (
        message.subject
        == {
            "nl": "Gewijzigd in je account: tweede stap toegevoegd",
            "en": "Changed in your account: second factor added",
        }[language]
    )
    assert {"nl": "Was je het zelf", "en": "Was it you"}[language] in message.body
    assert "198.51.100.0/24" in message.body


def test_one_less_and_other_codes_are_told(editor: User, language: str, committing: Any) -> None:
    secret = connect_app(editor)
    Authenticator.objects.create(user=editor, type=Authenticator.Type.WEBAUTHN, data={"name": "laptop"})
    client = browser()
    log_in(client)
    client.post(CODE, {"code": code_of(secret)})
    with committing(execute=True):
        client.post(CODES)
        client.post(REMOVE)
    events = sorted(message.subject.partition(": ")[2] for message in sent())
    assert (
        events
        == {
            "nl": ["nieuwe herstelcodes", "tweede stap verwijderd"],
            "en": ["new recovery codes", "second factor removed"],
        }[language]
    )


def test_a_reset_by_an_administrator_is_told(editor: User) -> None:
    connect_app(editor)
    call_command("reset_second_factor", "eva", verbosity=0)
    assert len(sent()) == 1


def test_who_has_no_mailbox_gets_none(editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(email="")
    editor.refresh_from_db()
    call_command("reset_second_factor", "eva", verbosity=0)
    assert sent() == []


def test_a_wrong_password_is_no_mail(editor: User) -> None:
    log_in(browser(), password="wrong")
    assert sent() == []
