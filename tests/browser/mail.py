"""The mails of the demo, which land in a folder."""

import re
import time
from email import message_from_bytes, policy
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.conftest import MILLISECONDS_TO_WAIT


def link_in_mail(folder: Path, recipient: str, link: re.Pattern[str]) -> str:
    """The path of the link in the newest mail to somebody, as soon as it is there."""
    end = time.monotonic() + MILLISECONDS_TO_WAIT / 1000
    while time.monotonic() < end:
        for file in sorted(folder.glob("*"), key=lambda each: each.stat().st_mtime, reverse=True):
            mail = message_from_bytes(file.read_bytes(), policy=policy.default)
            body = mail.get_body(["plain"]) if mail["To"] == recipient else None
            if body and (found := link.search(body.get_content())):
                return urlsplit(found[0]).path
        time.sleep(0.2)
    raise AssertionError(f"no mail to {recipient} in {folder}")
