"""Side effects happen after the commit, once where nothing fails, and again until they succeed."""

import datetime
from typing import Any

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from parkportal.core import outbox
from parkportal.core.models import OutboxEntry


class MailServer:
    """Takes what is sent to it unless it is down."""

    def __init__(self) -> None:
        self.down = False
        self.received: list[Any] = []

    def take(self, entry: OutboxEntry) -> None:
        if self.down:
            raise OSError("down")
        self.received.append(entry.payload["text"])


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> MailServer:
    server = MailServer()
    monkeypatch.setitem(outbox._handlers, "test", server.take)
    return server


@pytest.mark.django_db(transaction=True)
def test_a_side_effect_happens_after_the_commit_and_once(server: MailServer) -> None:
    with transaction.atomic():
        outbox.put("test", "1", {"text": "hello"})
        outbox.put("test", "1", {"text": "hello again"})
        assert server.received == []
    assert server.received == ["hello"]
    outbox.put("test", "1", {"text": "hello once more"})
    outbox.carry_out_due()
    assert server.received == ["hello"]


@pytest.mark.django_db(transaction=True)
def test_what_was_rolled_back_has_no_side_effect(server: MailServer) -> None:
    with transaction.atomic():
        outbox.put("test", "1", {"text": "hello"})
        transaction.set_rollback(True)
    outbox.carry_out_due()
    assert server.received == []


@pytest.mark.django_db
def test_what_fails_is_tried_again_later_and_holds_nothing_up(server: MailServer) -> None:
    server.down = True
    outbox.put("test", "1", {"text": "first"})
    outbox.carry_out_due()
    entry = OutboxEntry.objects.failing().get()
    assert entry.error == "OSError: down"
    server.down = False
    outbox.put("test", "2", {"text": "second"})
    outbox.carry_out_due()
    assert server.received == ["second"]
    with time_machine.travel(timezone.now() + datetime.timedelta(minutes=3)):
        outbox.carry_out_due()
    assert server.received == ["second", "first"]


@pytest.mark.django_db
def test_what_is_due_later_waits(server: MailServer) -> None:
    outbox.put("test", "1", {"text": "hello"}, due=timezone.now() + datetime.timedelta(hours=1))
    assert outbox.carry_out_due() == 0
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=2)):
        assert outbox.carry_out_due() == 1


@pytest.mark.django_db
def test_what_is_long_done_is_forgotten(server: MailServer) -> None:
    outbox.put("test", "1", {"text": "hello"})
    outbox.carry_out_due()
    with time_machine.travel(timezone.now() + datetime.timedelta(days=31)):
        assert outbox.forget_done() == 1
