"""A real mail server that keeps what it accepts, and refuses or breaks off where it is told to."""

import subprocess
import threading
import time
from collections import Counter
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.core.mail.backends.smtp import EmailBackend

from tests.deploy.stack import free_ports


class Sink:
    """What the server accepted, by recipient; ``answers`` are those to RCPT TO of certain addresses."""

    def __init__(self) -> None:
        self.received: Counter[str] = Counter()
        self.mails: list[bytes] = []
        self.answers: dict[str, str] = {}
        self.answer_to_the_end = ""
        self.some = threading.Condition()
        (self.port,) = free_ports(1)
        self.controller = Controller(self, hostname="127.0.0.1", port=self.port)

    def __enter__(self) -> "Sink":
        self.controller.start()
        return self

    def __exit__(self, *args: object) -> None:
        self.controller.stop()

    def mailer(self) -> dict[str, Any]:
        """As a setting."""
        backend = f"{EmailBackend.__module__}.{EmailBackend.__qualname__}"
        return {"default": {"BACKEND": backend, "OPTIONS": {"host": "127.0.0.1", "port": self.port, "timeout": 10}}}

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        """Take the recipient unless there is another answer."""
        answer = self.answers.get(address, "")
        if not answer:
            envelope.rcpt_tos.append(address)
        return answer or "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        """Keep the mail, unless it is to be refused."""
        if self.answer_to_the_end == "break off":
            assert server.transport is not None
            server.transport.abort()
            return "451 never seen"
        if self.answer_to_the_end:
            return self.answer_to_the_end
        with self.some:
            self.received.update(envelope.rcpt_tos)
            self.mails.append(bytes(envelope.content or b""))
            self.some.notify_all()
        return "250 OK"

    def wait_for(self, total: int, seconds: float, sender: subprocess.Popen[bytes]) -> None:
        """Until it has accepted that many mails of who sends."""
        until = time.monotonic() + seconds
        with self.some:
            while not self.some.wait_for(lambda: self.received.total() >= total, timeout=1):
                assert sender.poll() is None, "The sender has ended."
                assert time.monotonic() < until, self.received.total()
