"""The process that sends, started and killed."""

import os
import random
import signal
import subprocess
import sys
import time
import uuid
from collections import Counter
from pathlib import Path

from news.models import DeliveryState
from tests.deploy.stack import ROOT

from .sink import Sink

LONGEST_PAUSE = 0.02  # Seconds: several mails.


def environment(database_url: str, sink: Sink, folder: Path) -> dict[str, str]:
    """That of a worker whose mail goes to the sink."""
    return {
        **{name: value for name, value in os.environ.items() if name in ("HOME", "LANG", "PATH", "TZ")},
        "DJANGO_SETTINGS_MODULE": "parkportal.settings",
        "PYTHONPATH": str(ROOT),
        "SECRET_KEY": uuid.uuid4().hex * 2,
        "DATABASE_URL": database_url,
        "EMAIL_URL": f"smtp://127.0.0.1:{sink.port}",
        "SITE_URL": "https://park.example.org",
        "VAR_DIR": str(folder),
    }


def start(variables: dict[str, str], command: str) -> subprocess.Popen[bytes]:
    """Begin to send."""
    return subprocess.Popen([sys.executable, "manage.py", command], cwd=ROOT, env=variables)


def send_with_kills(
    variables: dict[str, str], sink: Sink, total: int, kills: int, *, command: str = "send_alerts"
) -> None:
    """Send ``total`` mails; the process is killed ``kills`` times at moments that nobody has chosen."""
    patience = 300 + total / 5
    for part in range(1, kills + 1):
        process = start(variables, command)
        sink.wait_for(random.randrange(total * (part - 1) // kills + 1, total * part // kills), patience, process)
        time.sleep(random.uniform(0, LONGEST_PAUSE))
        process.send_signal(signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
    assert start(variables, command).wait(timeout=patience) == 0


def assert_once_each(received: Counter[str], states: dict[str, str], kills: int) -> None:
    """Each reader got one mail; only one in doubt may have got none."""
    assert set(received.values()) == {1}
    in_doubt = {reader for reader, state in states.items() if state == DeliveryState.HANDED_OVER}
    assert len(in_doubt) <= kills
    assert {reader for reader, state in states.items() if state == DeliveryState.SENT} == set(states) - in_doubt
    assert set(states) - set(received) <= in_doubt
