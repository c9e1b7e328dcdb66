"""What a press officer does: a release under embargo, a figure of this year."""

import re

from playwright.sync_api import expect

from tests.browser.handbook.desk import Desk

RELEASES = {
    "mouse": "Nieuw onderzoek naar celtherapie begint in Leiden",
    "keyboard": "Nieuw onderzoek naar gentherapie begint in Leiden",
}
NUMBERS = {"mouse": "2026-91", "keyboard": "2026-92"}
FIGURES = {"mouse": "Bedrijven op het park", "keyboard": "Banen op het park"}
ENGLISH_FIGURES = {"mouse": "Companies on the park", "keyboard": "Jobs on the park"}
SHOWN_LINK = "https://www.example.org/nl/pers/embargo/…"


def embargo(desk: Desk) -> None:
    """A release that only a journalist with a link reads, until it is revoked; a directory manager doesn't see it."""
    officer = desk.worker("press", "06-embargo")
    title = RELEASES[desk.hand]
    officer.go("/cms/")
    officer.menu("News", "press releases")
    officer.hand.press(officer.page.locator("header a[href*=choose_parent]"))
    officer.fill("title", title)
    officer.fill("lead", "Zes groepen gaan samenwerken. De eerste resultaten komen volgend jaar.")
    officer.add_text("Het onderzoek duurt vier jaar.")
    officer.tab("For the press")
    officer.words("number")
    officer.fill("number", NUMBERS[desk.hand])
    officer.fill("contact_role", "Woordvoerder")
    officer.fill("contact_phone", "071 555 00 00")
    officer.fill("contact_email", "pers@example.org")
    officer.tab("Facts")
    officer.fill("place", "Leiden")
    officer.words("embargo until")
    officer.fill("embargo_until", f"{desk.day(3)} 09:00")
    officer.page.keyboard.press("Escape")
    desk.show("06-embargo", officer.page, height=600)
    officer.send("Publish")

    release = desk.demo.key_of("wagtailcore_page", "title", title)
    officer.go(f"/cms/pages/{release}/edit/")
    officer.dots("Links for journalists")
    officer.fill("person", "Robin de Vries")
    officer.fill("medium", "Streekkrant")
    officer.press("Make a link")
    shown = officer.page.locator("input[readonly]")
    link = shown.input_value()
    shown.evaluate("(it, link) => it.value = link", SHOWN_LINK)
    desk.show("06-link", officer.page, height=520)

    page = desk.visitor()
    page.goto("/nl/nieuws/")
    expect(page.get_by_role("main").get_by_role("link", name=title)).to_have_count(0)
    path = re.sub(r"^https?://[^/]+", "", link)
    page.goto(path)
    expect(page.get_by_text(title).first).to_be_visible()
    officer.press("Revoke")
    expect(officer.page.locator(".messages .success")).to_be_visible()
    answer = page.goto(path)
    assert answer is not None
    assert answer.status in (404, 410)

    manager = desk.worker("directory", "06-embargo")
    manager.go("/cms/press-releases/")
    expect(manager.page.get_by_role("link", name=title)).to_have_count(0)
    manager.go(f"/cms/pages/{release}/edit/")
    assert not manager.offered()


def figures(desk: Desk) -> None:
    """The figure of this year takes the place of last year's."""
    officer = desk.worker("press", "10-figures")
    officer.go("/cms/")
    officer.press("Figures older than a year", "link")
    old = officer.page.get_by_role("main").locator("th.title a").first.inner_text()
    officer.menu("News", "figures")
    officer.hand.press(officer.page.locator("header a[href$='/add/']"))
    for message in ("label", "value", "as of", "source", "What was counted"):
        officer.words(message)
    officer.fill("label_nl", FIGURES[desk.hand])
    officer.fill("definition_nl", "Met een vestiging op het park, volgens de huurlijst.")
    officer.open_tab_named("English")
    officer.fill("label_en", ENGLISH_FIGURES[desk.hand])
    officer.open_tab_named(desk.say("Facts"))
    officer.fill("key", f"example-{desk.hand}")
    officer.fill("value", "212")
    officer.fill("as_of", desk.day(0)[:7])
    officer.words("replaces")
    officer.choose("replaces", old.partition(":")[0])
    officer.fill("source_name", "Huurlijst van het park")
    officer.fill("source_url", "https://example.org/huurlijst")
    officer.words("key figure")
    officer.hand.check(officer.field("featured"))
    desk.show("10-form", officer.page, height=640)
    officer.send("Publish")
    page = desk.visitor()
    page.goto({"nl": "/nl/pers/cijfers/", "en": "/en/press/figures/"}[desk.language])
    said = {"nl": FIGURES, "en": ENGLISH_FIGURES}[desk.language][desk.hand]
    expect(page.get_by_role("main").get_by_text(said).first).to_be_visible()
    desk.show("10-public", page, height=520)
