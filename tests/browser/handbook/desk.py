"""The admin in one language: a window for each role, with a second factor as on a server."""

import datetime
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import timezone, translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, Page

from parkportal.website.handbook.chapters import FOLDER
from tests.browser.conftest import MILLISECONDS_TO_WAIT
from tests.browser.staff import PASSWORD

from .hands import HANDS
from .staff_demo import StaffDemo
from .worker import Worker

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
WINDOW = {"width": 1020, "height": 900}
NARROW_MENU = {"name": "wagtail_sidebar_collapsed", "value": "1"}
Camera = Callable[..., None]


class Desk:
    """Roles log in once and stay. ``show`` is asked for each picture of the handbook where the work has come to it."""

    def __init__(self, browser: Browser, demo: StaffDemo, language: str, hand: str, show: Camera) -> None:
        self.browser, self.demo, self.language, self.hand, self.show = browser, demo, language, hand, show
        self.windows: dict[str, Page] = {}
        self.secrets: dict[str, str] = {}

    def close(self) -> None:
        """Close every window."""
        for page in self.windows.values():
            page.context.close()

    def say(self, message: str, **words: Any) -> str:
        """A message of the admin in the desk's language."""
        with translation.override(self.language):
            return gettext(message) % words if words else gettext(message)

    def worker(self, role: str, chapter: str) -> Worker:
        """Somebody of a role, logged in, with a chapter of the handbook in hand."""
        page = self.windows.get(role) or self.blank(role)
        if role not in self.secrets:
            self.log_in(self._at(page, "01-log-in"), role)
        return self._at(page, chapter)

    def _at(self, page: Page, chapter: str) -> Worker:
        text = (FOLDER / self.language / f"{chapter}.md").read_text(encoding="utf-8")
        return Worker(self, page, HANDS[self.hand](page), " ".join(text.split()))

    def day(self, ahead: int) -> str:
        """A day by the clock of the site, as ISO 8601."""
        return (timezone.localtime(self._now()) + datetime.timedelta(days=ahead)).date().isoformat()

    def visitor(self) -> Page:
        """A window of somebody who never logs in."""
        return self.windows.get("") or self.blank("")

    def blank(self, role: str) -> Page:
        """A window for somebody who has yet to log in."""
        context = self.browser.new_context(
            base_url=self.demo.url,
            locale=LOCALES[self.language],
            viewport=WINDOW,
            reduced_motion="reduce",
            bypass_csp=True,  # For the camera's style sheet.
        )
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        context.add_cookies([NARROW_MENU | {"url": self.demo.url}])
        self.windows[role] = context.new_page()
        return self.windows[role]

    def log_in(self, worker: Worker, role: str) -> None:
        """As for the first time: with a password, then by connecting an app."""
        page = worker.page
        page.goto("/cms/login/")
        worker.hand.fill(page.locator("#id_login"), role)
        worker.hand.fill(page.locator("#id_password"), PASSWORD)
        page.keyboard.press("Enter")
        worker.press("Connect an app", "link")
        self.secrets[role] = page.locator(".signin__key").inner_text()
        self.show("01-connect", page, height=640)
        worker.hand.fill(page.locator("[name=code]"), self._code(self.secrets[role]))
        worker.press("Connect the app")
        worker.press("I have kept them: to the admin", "link")
        page.wait_for_url("**/cms/")

    def _code(self, secret: str) -> str:
        """What the app shows now."""
        return str(format_hotp_value(hotp_value(secret, int(self._now().timestamp()) // 30)))

    def _now(self) -> datetime.datetime:
        return parsedate_to_datetime(self.visitor().request.get("/healthz").headers["date"])
