"""The pages that a reader of news by mail comes past, from subscribing to unsubscribing."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.core.signing import TimestampSigner
from playwright.sync_api import Page

from tests.browser.mail import link_in_mail

SECONDS_TO_FILL_IN = 3.2
FORMS = {"nl": "/nl/pers/berichten/", "en": "/en/press/alerts/"}
WAYS_OUT = {"nl": "/nl/pers/berichten/afmelden/", "en": "/en/press/alerts/unsubscribe/"}
LINK = re.compile(r"https?://\S+/(?:berichten|alerts)/\S+")
SHOWN = {f"news/alerts/{name}.html" for name in ("confirm", "confirmed", "manage", "unsubscribe", "unsubscribed")}


def walk(page: Page, language: str, var: Path) -> Iterator[str]:
    """Stop at each of these pages in turn, and give its name."""
    reader = f"lezer-{language}@example.org"
    page.goto(FORMS[language])
    page.locator("input[type=email]").fill(reader)
    page.wait_for_timeout(SECONDS_TO_FILL_IN * 1000)
    press(page)
    page.wait_for_url(re.compile("/(verstuurd|sent)/$"))
    confirm = link_in_mail(var / "mail", reader, LINK)
    page.goto(confirm)
    yield "confirm"
    press(page)
    yield "confirmed"
    with page.expect_navigation():
        page.locator("main a.button").click()
    yield "manage"
    page.goto(WAYS_OUT[language] + unsubscribe_token(confirm, (var / "demo-secret-key").read_text()) + "/")
    yield "unsubscribe"
    press(page)
    yield "unsubscribed"


def press(page: Page) -> None:
    """Send the form of the page, and wait for what comes."""
    with page.expect_navigation():
        page.locator("main form button").last.click()


def unsubscribe_token(confirm: str, key: str) -> str:
    """What a mail with news would hold."""
    subscription = confirm.rstrip("/").rpartition("/")[2].partition(".")[0]
    return TimestampSigner(key=key, sep=".", salt="news.alerts.unsubscribe").sign(subscription)
