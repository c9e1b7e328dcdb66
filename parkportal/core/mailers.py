"""Where mail goes: an entry of Django's ``MAILERS`` from one address in the environment."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import environ

PROVIDER = "anymail+"
SECONDS = 20  # To connect, and for the answers before a mail is handed over.


def mailer(url: str, *, folder: Path) -> dict[str, Any]:
    """``smtp://``, ``smtp+tls://``, ``smtp+ssl://``, ``filemail://`` (into ``folder``), ``anymail+provider://?options``."""
    scheme = urlsplit(url).scheme
    if scheme.startswith(PROVIDER):
        options = dict(parse_qsl(urlsplit(url).query))
        return {"BACKEND": f"anymail.backends.{scheme.removeprefix(PROVIDER)}.EmailBackend", "OPTIONS": options}
    parsed = environ.Env.email_url_config(url)
    if "filebased" in parsed["EMAIL_BACKEND"]:
        return {"BACKEND": parsed["EMAIL_BACKEND"], "OPTIONS": {"file_path": str(folder)}}
    return {
        "BACKEND": parsed["EMAIL_BACKEND"],
        "OPTIONS": {
            "host": parsed["EMAIL_HOST"],
            "port": parsed["EMAIL_PORT"],
            "username": parsed["EMAIL_HOST_USER"] or "",
            "password": parsed["EMAIL_HOST_PASSWORD"] or "",
            "use_tls": parsed.get("EMAIL_USE_TLS", False),
            "use_ssl": parsed.get("EMAIL_USE_SSL", False),
            "timeout": SECONDS,
        },
    }
