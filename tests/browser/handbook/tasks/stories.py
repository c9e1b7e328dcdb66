"""News stories: written, reviewed, translated, corrected."""

from playwright.sync_api import expect

from tests.browser.handbook.desk import Desk

# One for each hand: both work in one demo.
TITLES = {
    "mouse": "Nieuw lab opent de deuren voor studenten",
    "keyboard": "Nieuw lab opent de deuren voor docenten",
}
ENGLISH = {
    "mouse": "New laboratory opens its doors to students",
    "keyboard": "New laboratory opens its doors to teachers",
}
CORRECTED = {
    "mouse": ("civ-bio-sciences-krijgt-rif-subsidie", "CIV Bio Sciences krijgt"),
    "keyboard": ("plus-ultra-leiden-geopend", "Plus Ultra open: eerst bouwen"),
}
LEAD = "Studenten van drie scholen werken vanaf september samen in één lab op het park."
ENGLISH_LEAD = "From September, students of three schools share one laboratory on the park."


def write(desk: Desk) -> None:
    """An editor writes a story and sends it on, and can't publish it."""
    editor = desk.worker("editor", "03-write-a-news-story")
    editor.go("/cms/")
    editor.menu("News", "news stories")
    editor.add("news story")
    editor.fill("title", TITLES[desk.hand])
    editor.fill("lead", LEAD)
    desk.show("03-form", editor.page, height=600)
    editor.choose_image()
    editor.add_text("Het lab is de hele week open. Wie wil oefenen, reserveert een plek.")
    editor.tab("Facts")
    editor.fill("place", "Leiden")
    editor.add_row("organisation_rows")
    editor.choose("organisation", "LUMC")
    assert "action-publish" not in editor.offered()
    editor.send_on()


def publish(desk: Desk) -> None:
    """A publisher finds it on the first screen and approves; then everybody reads it."""
    publisher = desk.worker("publisher", "04-review-and-publish")
    publisher.go("/cms/")
    publisher.press("Drafts waiting for your review", "link")
    desk.show("04-review", publisher.page, height=300)
    publisher.open_thing(TITLES[desk.hand])
    publisher.approve()
    page = desk.visitor()
    page.goto("/nl/nieuws/")
    page.get_by_role("main").get_by_role("link", name=TITLES[desk.hand]).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLES[desk.hand])
    desk.show("04-public", page, height=700)


def translate(desk: Desk) -> None:
    """A translator makes the English version beside the Dutch, which stays out of reach; the publisher approves it."""
    translator = desk.worker("translator", "05-other-language")
    translator.go("/cms/")
    translator.press("Public pages in one language only", "link")
    translator.open_thing(TITLES[desk.hand])
    desk.show("05-make", translator.page, height=260)
    translator.press("Make the English version")
    expect(translator.page.locator(".beside__text").first).to_be_visible()
    translator.fill("title", ENGLISH[desk.hand])
    translator.fill("lead", ENGLISH_LEAD)
    desk.show("05-beside", translator.page, height=620)
    assert "action-publish" not in translator.offered()
    desk.worker("translator", "03-write-a-news-story").send_on()
    original = desk.demo.key_of("wagtailcore_page", "title", TITLES[desk.hand])
    translator.go(f"/cms/pages/{original}/edit/")
    assert not translator.offered()

    publisher = desk.worker("publisher", "04-review-and-publish")
    publisher.go("/cms/needs/review/")
    publisher.open_thing(ENGLISH[desk.hand])
    publisher.approve()
    page = desk.visitor()
    page.goto("/en/news/")
    page.get_by_role("main").get_by_role("link", name=ENGLISH[desk.hand]).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ENGLISH[desk.hand])


def correct(desk: Desk) -> None:
    """A publisher says what was wrong, and everybody reads it below the story; an editor can't put it there."""
    slug, title = CORRECTED[desk.hand]
    publisher = desk.worker("publisher", "07-correction")
    publisher.go("/cms/news-stories/")
    publisher.search(title)
    publisher.open_thing(title)
    publisher.tab("Corrections")
    row = publisher.add_row("correction_rows")
    publisher.words("what was wrong"), publisher.words("what is right")
    publisher.fill(f"correction_rows-{row}-wrong", "Het bedrag liep over drie jaar.")
    publisher.fill(f"correction_rows-{row}-right", "Het bedrag loopt over vier jaar.")
    desk.show("07-note", publisher.page, height=600, first=publisher.field(f"correction_rows-{row}-wrong"))
    publisher.send("Publish")
    page = desk.visitor()
    page.goto(f"/nl/nieuws/{slug}/")
    note = page.get_by_text("Het bedrag loopt over vier jaar.").first
    expect(note).to_be_visible()
    desk.show("07-public", page, height=320, first=page.locator(".correction, .corrections").first)

    editor = desk.worker("editor", "07-correction")
    editor.go(f"/cms/pages/{desk.demo.key_of('wagtailcore_page', 'slug', slug)}/edit/")
    assert "action-publish" not in editor.offered()
