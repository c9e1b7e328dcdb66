"""Filling in a public form as a person would."""

import datetime
import re
from typing import Any

import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')


def send(client: Client, path: str, data: dict[str, Any], *, seconds: int = 30, **extra: Any) -> Any:
    """Get a form, fill it in, and send it so many seconds later."""
    page = client.get(path, **extra)
    assert page.status_code == 200, path
    with time_machine.travel(timezone.now() + datetime.timedelta(seconds=seconds)):
        return client.post(path, hidden_fields(page) | data, **extra)


def hidden_fields(page: HttpResponse) -> dict[str, str]:
    """What a form sends along by itself."""
    return dict(HIDDEN.findall(page.content.decode()))
