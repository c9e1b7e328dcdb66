"""Sessions end by themselves."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from .doors import LOGIN, browser, is_in, log_in


def minutes(number: int) -> datetime.timedelta:
    return datetime.timedelta(minutes=number)


@pytest.fixture
def session(editor: User, settings: Settings) -> Client:
    settings.SESSION_IDLE_MINUTES, settings.SESSION_LONGEST_HOURS = 30, 2
    client = browser()
    log_in(client)
    return client


def test_a_session_ends_some_time_after_the_last_request(session: Client) -> None:
    began = timezone.now()
    for passed in (20, 40, 60):
        with time_machine.travel(began + minutes(passed)):
            assert is_in(session)
    with time_machine.travel(began + minutes(92)):
        assert session.get("/cms/pages/").url == f"{LOGIN}?next=/cms/pages/"
        assert "Your session has ended" in session.get(LOGIN).content.decode()


def test_a_session_ends_some_time_after_the_log_in_however_busy_it_is(session: Client) -> None:
    began = timezone.now()
    for passed in range(0, 120, 20):
        with time_machine.travel(began + minutes(passed)):
            assert is_in(session)
    with time_machine.travel(began + minutes(121)):
        assert not is_in(session)


def test_a_window_left_open_does_not_keep_it_going(session: Client) -> None:
    began = timezone.now()
    for passed in range(0, 40, 5):
        with time_machine.travel(began + minutes(passed)):
            session.post("/cms/editing-sessions/ping/wagtailcore/page/2/1/")
    with time_machine.travel(began + minutes(40)):
        assert not is_in(session)


def test_whoever_logs_out_is_out(session: Client) -> None:
    session.post("/cms/logout/")
    assert not is_in(session)


def test_public_pages_know_nothing_of_sessions(site: object, client: Client) -> None:
    answer = client.get("/nl/")
    assert "public" in answer["Cache-Control"]
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


def test_the_note_of_a_known_browser_goes_to_the_admin_only(editor: User) -> None:
    client = browser()
    log_in(client)
    cookie = client.cookies["known_device"]
    assert (cookie["path"], cookie["httponly"], cookie["samesite"]) == ("/cms/", True, "Strict")
