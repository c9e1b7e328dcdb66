"""The admin in one language: a window for each role, with a second factor as on a server."""

from email.utils import parsedate_to_datetime

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Browser, Locator, Page

from tests.browser.staff import PASSWORD

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
WINDOW = {"width": 1020, "height": 900}
NARROW_MENU = {"name": "wagtail_sidebar_collapsed", "value": "1"}
MILLISECONDS_TO_WAIT = 60_000


class Desk:
    """Roles log in once and stay."""

    def __init__(self, browser: Browser, base_url: str, language: str) -> None:
        self.browser, self.base_url, self.language = browser, base_url, language
        self.windows: dict[str, Page] = {}

    def close(self) -> None:
        """Close every window."""
        for page in self.windows.values():
            page.context.close()

    def say(self, message: str) -> str:
        """A message of the admin in the desk's language."""
        with translation.override(self.language):
            return gettext(message)

    def window(self, role: str) -> Page:
        """The role's window, logged in."""
        if role not in self.windows:
            self.log_in(self.blank(role), role)
        return self.windows[role]

    def visitor(self) -> Page:
        """A window of somebody who never logs in."""
        return self.windows.get("") or self.blank("")

    def blank(self, role: str) -> Page:
        """A window for somebody who has yet to log in."""
        context = self.browser.new_context(
            base_url=self.base_url,
            locale=LOCALES[self.language],
            viewport=WINDOW,
            reduced_motion="reduce",
            bypass_csp=True,  # For the camera's style sheet.
        )
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        context.add_cookies([NARROW_MENU | {"url": self.base_url}])
        self.windows[role] = context.new_page()
        return self.windows[role]

    def log_in(self, page: Page, role: str) -> None:
        """As for the first time: with a password, then by connecting an app."""
        self.give_password(page, role)
        self.connect_app(page)
        self.link(page, "I have kept them: to the admin").click()
        page.wait_for_url("**/cms/")

    def give_password(self, page: Page, role: str) -> None:
        """To the page that connects an app."""
        page.goto("/cms/login/")
        page.locator("#id_login").fill(role)
        page.locator("#id_password").fill(PASSWORD)
        page.locator("#id_password").press("Enter")
        self.link(page, "Connect an app").click()
        page.locator(".signin__key").wait_for()

    def connect_app(self, page: Page) -> None:
        """Type what the app shows now, by the clock of the site."""
        now = parsedate_to_datetime(page.request.get("/healthz").headers["date"])
        step = int(now.timestamp()) // 30
        page.locator("[name=code]").fill(format_hotp_value(hotp_value(page.locator(".signin__key").inner_text(), step)))
        self.button(page, "Connect the app").click()

    def button(self, page: Page, message: str) -> Locator:
        """A button by its words."""
        return page.get_by_role("button", name=self.say(message)).first

    def link(self, page: Page, message: str) -> Locator:
        """A link by its words."""
        return page.get_by_role("link", name=self.say(message)).first

    def tab(self, page: Page, message: str) -> None:
        """Open a tab of a form."""
        page.get_by_role("tab", name=self.say(message)).click()
