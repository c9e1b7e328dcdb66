"""Handing one mail to the mail server, so that there is hardly a moment in which nobody knows whether it was accepted.

A mail counts only with the full stop that ends it (RFC 5321, 4.1.1.4): all else is sent first, then ``hand_over`` is
called and may write that down, then the full stop follows at once.
"""

import email.policy
import logging
import re
import smtplib
import socket
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from anymail.exceptions import AnymailAPIError, AnymailRecipientsRefused
from django.core.mail import EmailMessage, mailers
from django.core.mail.backends.smtp import EmailBackend as SmtpBackend

SECONDS_FOR_THE_ANSWER = 600  # RFC 5321, 4.5.3.2.6: who gives up earlier makes duplicates.
# Lines as long as RFC 5322 allows: a folded List-Unsubscribe would be encoded, so that no mail program finds its link.
POLICY = email.policy.SMTP.clone(max_line_length=998, cte_type="7bit")
LEADING_FULL_STOP = re.compile(rb"^\.", re.MULTILINE)

logger = logging.getLogger(__name__)


class NotSent(Exception):
    """The mail server has not accepted the mail, and will not."""


class Refused(NotSent):
    """It never will: 5xx."""


class Postponed(NotSent):
    """It may later: 4xx."""


class ServerDown(NotSent):
    """It takes no mail at all now."""


class InDoubt(Exception):
    """The mail was handed over and no answer came."""


class Transport:
    """A connection to the mail server of the settings, kept for many mails."""

    def __init__(self) -> None:
        self.backend: Any = mailers.default

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._close()

    def send(self, message: EmailMessage, hand_over: Callable[[], bool]) -> bool:
        """Send one mail to one address; False if ``hand_over`` said no. Raises NotSent or InDoubt."""
        try:
            self.backend.open()
        except (OSError, smtplib.SMTPException) as error:
            raise ServerDown(str(error)) from error
        if isinstance(self.backend, SmtpBackend):
            return self._send_by_smtp(message, hand_over)
        return self._send_by_other(message, hand_over)

    def _send_by_smtp(self, message: EmailMessage, hand_over: Callable[[], bool]) -> bool:
        smtp: smtplib.SMTP = self.backend.connection
        try:
            sender, recipient = (self.backend.prep_address(each) for each in (message.from_email, message.to[0]))
            body = body_of(message)
        except ValueError as error:
            raise Refused(str(error)) from error
        try:
            self._begin(smtp, sender, recipient)
            smtp.send(body)
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            self._abandon()
            raise ServerDown(str(error)) from error
        if not hand_over():
            self._abandon()  # Without the full stop the server forgets the mail.
            return False
        try:
            smtp.send(b".\r\n")
            _expect(250, *smtp.getreply())
        except (OSError, smtplib.SMTPServerDisconnected) as error:
            self._abandon()
            raise InDoubt(str(error)) from error
        return True

    def _begin(self, smtp: smtplib.SMTP, sender: str, recipient: str) -> None:
        if smtp.sock is not None:
            smtp.sock.settimeout(SECONDS_FOR_THE_ANSWER)
            smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # Else the full stop waits for an ACK.
        smtp.ehlo_or_helo_if_needed()
        code, answer = smtp.mail(sender)
        if code != 250:  # Not this recipient's fault.
            raise ServerDown(_text(code, answer))
        try:
            _expect(250, *smtp.rcpt(recipient))
            _expect(354, *smtp.docmd("DATA"))
        except NotSent:
            smtp.rset()
            raise

    def _send_by_other(self, message: EmailMessage, hand_over: Callable[[], bool]) -> bool:
        """A provider's API or a folder takes the mail as a whole."""
        if not hand_over():
            return False
        try:
            self.backend.send_messages([message])
        except (AnymailRecipientsRefused, ValueError) as error:
            raise Refused(str(error)) from error
        except AnymailAPIError as error:
            raise _meaning_of(error) from error
        except Exception as error:
            raise InDoubt(f"{type(error).__name__}: {error}") from error
        return True

    def _abandon(self) -> None:
        """Leave the connection without a word: it is broken, or in the middle of a mail."""
        self.backend.connection.close()
        self.backend.connection = None

    def _close(self) -> None:
        try:
            self.backend.close()
        except (OSError, smtplib.SMTPException) as error:
            logger.info("The mail server did not say goodbye: %s", error)


def body_of(message: EmailMessage) -> bytes:
    """The mail as it goes over the line, without the full stop that ends it."""
    lines = message.message(policy=POLICY).as_bytes()
    return LEADING_FULL_STOP.sub(b"..", lines if lines.endswith(b"\r\n") else lines + b"\r\n")


def _meaning_of(error: AnymailAPIError) -> Exception:
    """What a provider's answer says of the mail: a status of 4xx that it did not take it, all else nothing."""
    status, text = getattr(error, "status_code", None) or 0, str(error)
    if status in (400, 422):
        return Refused(text)
    return ServerDown(text) if 400 <= status < 500 else InDoubt(text)


def _expect(wanted: int, code: int, answer: bytes) -> None:
    if code == wanted or (wanted == 250 and code == 251):  # 251: forwarded elsewhere.
        return
    text = _text(code, answer)
    if code == 421:
        raise ServerDown(text)
    raise (Refused if 500 <= code < 600 else Postponed)(text)


def _text(code: int, answer: bytes) -> str:
    return f"{code} {answer.decode(errors='replace')}"
