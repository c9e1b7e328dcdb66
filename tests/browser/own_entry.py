"""The pages behind the personal link to an organisation's entry, from asking for it."""

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.mail import link_in_mail
from tests.browser.news_by_mail import SECONDS_TO_FILL_IN, press

FORMS = {
    "nl": "/nl/jouw-vermelding/aanvragen/lumc/",
    "en": "/en/your-entry/ask/lumc/",
}
CHANGE = {"nl": "wijzigen/", "en": "change/"}
LINK = re.compile(r"https?://\S+/link/\S+")
SHOWN = {"organisations/entry/entry.html", "organisations/entry/change.html"}


def walk(page: Page, language: str, var: Path) -> Iterator[str]:
    """Stop at each of these pages in turn, and give its name."""
    reader = f"lezer-{language}@lumc.nl"
    page.goto(FORMS[language])
    page.locator("main input[type=email]").fill(reader)
    page.wait_for_timeout(SECONDS_TO_FILL_IN * 1000)
    press(page)
    page.wait_for_url(re.compile("/(verstuurd|sent)/$"))
    entry = link_in_mail(var / "mail", reader, LINK)
    page.goto(entry)
    yield "entry"
    page.goto(entry + CHANGE[language])
    yield "change"
