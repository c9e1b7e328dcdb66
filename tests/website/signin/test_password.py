"""The password: equal answers, and who has to wait after wrong ones."""

import datetime
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from pytest_django import Settings

from parkportal.website.models import SignIn

from .doors import ELSEWHERE, LOGIN, OFFICE, browser, is_in, log_in, without_tokens

WRONG = "User name and password do not belong together"
TOO_MANY = "Too many wrong passwords"


def test_the_right_password_lets_in(editor: User) -> None:
    client = browser()
    answer = client.get("/cms/pages/")
    assert answer.url == f"{LOGIN}?next=/cms/pages/"
    answer = client.post(answer.url, {"login": "EVA", "password": "secret", "next": "/cms/pages/"})
    assert answer.url == "/cms/pages/"
    assert is_in(client)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_unknown_account_is_answered_like_a_wrong_password(editor: User, language: str) -> None:
    answers, hashed = [], []
    for name in ("eva", "nobody"):
        client = browser()
        with patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode) as hashing:
            data = {"login": name, "password": "wrong"}
            answer = client.post(LOGIN, data, headers={"Accept-Language": language})
        answers.append((answer.status_code, without_tokens(answer).replace(f'value="{name}"', "")))
        hashed.append(hashing.call_count)
    assert answers[0] == answers[1]
    assert answers[0][0] == 200
    assert hashed[0] == hashed[1] > 0


def test_an_unknown_account_is_locked_like_a_known_one(editor: User) -> None:
    for name in ("eva", "nobody"):
        statuses = [log_in(browser(), name, "wrong").status_code for _ in range(5)]
        assert statuses == [200, 200, 200, 200, 429]


def test_after_five_wrong_passwords_a_network_waits_with_that_account(editor: User) -> None:
    answers = [log_in(browser(), password="wrong") for _ in range(6)]
    assert WRONG in answers[0].content.decode()
    assert TOO_MANY in answers[-1].content.decode()
    assert answers[-1]["Retry-After"] == "900"
    client = browser()
    assert log_in(client).status_code == 429
    assert not is_in(client)
    neighbour = browser("198.51.100.200")
    assert log_in(neighbour).status_code == 429


def test_a_stranger_locks_nobody_out_elsewhere(editor: User) -> None:
    for _ in range(6):
        log_in(browser(ELSEWHERE), password="wrong")
    client = browser(OFFICE)
    log_in(client)
    assert is_in(client)


def test_a_stranger_in_the_same_network_locks_nobody_out_of_a_browser_of_their_own(editor: User) -> None:
    own = browser()
    log_in(own)
    own.post("/cms/logout/")
    for _ in range(6):
        log_in(browser(), password="wrong")
    log_in(own)
    assert is_in(own)


def test_a_browser_that_is_known_is_no_way_to_guess(editor: User) -> None:
    stolen = browser()
    log_in(stolen)
    stolen.post("/cms/logout/")
    with time_machine.travel(timezone.now().replace(minute=5), tick=False):
        statuses = [log_in(stolen, password="wrong").status_code for _ in range(16)]
    assert statuses[-1] == 429
    assert log_in(stolen, name="somebody-else", password="wrong").status_code == 200


def test_a_network_that_tries_many_accounts_waits_with_all(editor: User, settings: Settings) -> None:
    settings.LOCKOUT_OF_NETWORK = 10
    for number in range(10):
        log_in(browser(), f"name-{number}", "guess")
    assert log_in(browser()).status_code == 429
    client = browser(ELSEWHERE)
    log_in(client)
    assert is_in(client)


def test_an_account_of_ones_own_is_no_licence_to_guess(editor: User, settings: Settings) -> None:
    settings.LOCKOUT_OF_NETWORK = 10
    for number in range(10):
        log_in(browser(), f"name-{number}", "guess")
        if number % 4 == 0:
            log_in(browser())
    assert log_in(browser(), "another", "guess").status_code == 429


def test_the_wait_is_over_after_a_quarter_of_an_hour_however_often_one_tried(editor: User) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        for _ in range(5):
            log_in(browser(), password="wrong")
    with time_machine.travel(now + datetime.timedelta(minutes=10), tick=False):
        assert log_in(browser()).status_code == 429
    with time_machine.travel(now + datetime.timedelta(minutes=16), tick=False):
        client = browser()
        log_in(client)
        assert is_in(client)


def test_what_was_typed_as_a_name_is_kept_nowhere(editor: User) -> None:
    from axes.models import AccessAttempt

    log_in(browser(), "my-password-by-mistake", "x")
    kept = [*AccessAttempt.objects.values_list("username", "post_data", "get_data"), *SignIn.objects.values_list()]
    assert "my-password" not in str(kept)


@pytest.mark.parametrize("data", [{}, {"login": "eva"}, {"login": "e\0va", "password": "x"}, {"login": "x" * 9999}])
def test_a_form_that_makes_no_sense_is_shown_again(editor: User, data: dict[str, str]) -> None:
    assert browser().post(LOGIN, data).status_code == 200


def test_an_account_that_was_closed_does_not_get_in(editor: User) -> None:
    User.objects.filter(pk=editor.pk).update(is_active=False)
    client = browser()
    log_in(client)
    assert not is_in(client)
    assert log_in(browser(), password="wrong").status_code == 200


def test_nobody_makes_an_account() -> None:
    with pytest.raises(NoReverseMatch):
        reverse("account_signup")


def test_no_page_of_another_site_is_led_to(editor: User) -> None:
    answer = browser().post(LOGIN, {"login": "eva", "password": "secret", "next": "https://elsewhere.example/"})
    assert answer.url == "/cms/"
