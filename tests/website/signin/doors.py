"""What people do at the log-in, in the words of its addresses."""

import re
import time
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.contrib.auth.models import User
from django.test import Client

LOGIN, CODE, NEW_PASSWORD = "/cms/login/", "/cms/second-factor/authenticate/", "/cms/password_reset/"
PASSWORD = "secret"
OFFICE, ELSEWHERE = "198.51.100.7", "203.0.113.7"


def browser(address: str = OFFICE) -> Client:
    """A browser at an address, in English."""
    return Client(REMOTE_ADDR=address, headers={"Accept-Language": "en"})


def log_in(client: Client, name: str = "eva", password: str = PASSWORD) -> Any:
    return client.post(LOGIN, {"login": name, "password": password})


def is_in(client: Client) -> bool:
    return client.get("/cms/").status_code == 200


def without_tokens(answer: Any) -> str:
    """The page, but for what is new in every page."""
    return "\n".join(line for line in answer.content.decode().splitlines() if "csrf" not in line.lower())


def connect_app(user: User) -> str:
    """Give somebody an app; gives its secret."""
    secret = generate_totp_secret()
    Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": secret})
    return secret


def code_of(secret: str, steps: int = 0) -> str:
    """What the app shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def secret_on(page: Any) -> str:
    """The key on the page that connects an app."""
    return re.search(r'class="signin__key">([A-Z2-7]+)<', page.content.decode())[1]
