from pathlib import Path

import pytest
from django.core.mail import mailers
from pytest_django import Settings

from parkportal.core.mailers import mailer

FOLDER = Path("somewhere")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "smtp+tls://me:s%40fe@mail.example.org:587",
            {"host": "mail.example.org", "password": "s@fe", "use_tls": True},
        ),
        ("smtp://localhost:25", {"host": "localhost", "port": 25, "username": "", "use_tls": False}),
        ("filemail://", {"file_path": "somewhere"}),
    ],
)
def test_one_address_says_where_mail_goes(url: str, expected: dict[str, object]) -> None:
    options = mailer(url, folder=FOLDER)["OPTIONS"]
    assert {name: options[name] for name in expected} == expected


def test_a_provider_gets_its_options(settings: Settings) -> None:
    settings.MAILERS = {"default": mailer("anymail+mailgun://?api_key=abc&sender_domain=mg.example.org", folder=FOLDER)}
    assert mailers.default.esp_name == "Mailgun"
    assert mailers.default.sender_domain == "mg.example.org"
