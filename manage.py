#!/usr/bin/env python3
"""Runs Django's and parkportal's commands."""

import os
import secrets
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

DEMO_ADDRESS = "127.0.0.1:8000"
VAR_DIR = Path(os.environ.get("VAR_DIR", Path(__file__).resolve().parent / "var"))


def main() -> None:
    """Run the command. Without a SECRET_KEY this is somebody's own machine, never a server."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parkportal.settings")
    if sys.argv[1:2] == ["demo"]:
        use_demo_environment()
    elif "SECRET_KEY" not in os.environ:
        os.environ.setdefault("DEBUG", "true")
    execute_from_command_line(sys.argv)


def use_demo_environment() -> None:
    """The demo shows the site as visitors of a server see it, with a secret of its own."""
    key = VAR_DIR / "demo-secret-key"
    if "SECRET_KEY" not in os.environ and not key.exists():
        key.parent.mkdir(parents=True, exist_ok=True)
        key.write_text(secrets.token_urlsafe(50), encoding="ascii")
    defaults = {
        "SITE_URL": f"http://{next((word for word in sys.argv[2:] if word[0].isdigit()), DEMO_ADDRESS)}",
        "ALLOWED_HOSTS": "*",
        "SERVE_MEDIA": "true",
        "CACHE_FRESH": "0",
        "TASKS": "immediate",
        "COMPRESS_STATIC": "false",
        "EMAIL_URL": "filemail://",
        "LOG_LEVEL": "WARNING",
        "SECOND_FACTOR": "false",
    }
    for name, value in defaults.items():
        os.environ.setdefault(name, value)
    if "SECRET_KEY" not in os.environ:
        os.environ["SECRET_KEY"] = key.read_text(encoding="ascii")


if __name__ == "__main__":
    main()
