"""The log of sign-ins: what it says, who reads it, and when it is forgotten."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from parkportal.core.retention import forget_all
from parkportal.website.models import SignIn
from tests.factories.staff import ADMINISTRATORS, logged_in, staff_user

from .doors import CODE, ELSEWHERE, browser, code_of, connect_app, log_in

LOG = "/cms/sign-ins/"


def events() -> list[tuple[str, str]]:
    return [(str(line.account or "?"), line.event) for line in SignIn.objects.order_by("pk")]


def test_what_happens_at_the_log_in_is_noted(editor: User) -> None:
    secret = connect_app(editor)
    client = browser()
    log_in(client, password="wrong")
    log_in(client, "nobody", "wrong")
    log_in(client)
    client.post(CODE, {"code": "000000"})
    client.post(CODE, {"code": code_of(secret)})
    client.post("/cms/logout/")
    assert events() == [
        ("eva", "failed"),
        ("?", "failed"),
        ("eva", "wrong-code"),
        ("eva", "signed-in"),
        ("eva", "signed-out"),
    ]
    line = SignIn.objects.get(event="signed-in")
    assert (line.factor, line.network) == ("totp", "198.51.100.0/24")


def test_a_lock_is_noted_once(editor: User) -> None:
    for _ in range(9):
        log_in(browser(), password="wrong")
    assert [event for _account, event in events()] == [*["failed"] * 4, "locked"]


def test_everybody_reads_their_own_lines_and_administrators_all(editor: User) -> None:
    log_in(browser(), password="wrong")
    log_in(browser(ELSEWHERE), "nobody", "wrong")
    own = logged_in(editor).get(LOG)
    assert "wrong user name or password" in own.content.decode().lower()
    assert ELSEWHERE.rpartition(".")[0] not in own.content.decode()
    everything = logged_in(staff_user(ADMINISTRATORS)).get(LOG).content.decode()
    assert "203.0.113.0/24" in everything
    assert "eva" in everything


@pytest.mark.parametrize("path", ["new/", "edit/1/", "delete/1/"])
def test_nobody_writes_it(editor: User, admin_client: Client, path: str) -> None:
    log_in(browser(), password="wrong")
    line = SignIn.objects.get(event="failed")
    path = path.replace("1", str(line.pk))
    assert admin_client.post(f"{LOG}{path}", {"event": "signed-in"}).status_code in (302, 403, 404)
    line.refresh_from_db()
    assert line.event == "failed"


def test_it_is_forgotten_after_its_time(editor: User) -> None:
    log_in(browser(), password="wrong")
    with time_machine.travel(timezone.now() + datetime.timedelta(days=89)):
        forget_all()
        assert SignIn.objects.count() == 1
    with time_machine.travel(timezone.now() + datetime.timedelta(days=91)):
        forget_all()
        assert SignIn.objects.count() == 0
