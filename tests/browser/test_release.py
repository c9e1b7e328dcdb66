"""One press release, from log-in to live in both languages, as its author meets it."""

import datetime
import io
import re
import secrets
from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, Response, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT
from tests.browser.staff import add_block, log_in

NEWS = {"nl": "/nl/nieuws/", "en": "/en/news/"}
SLUGS = {"nl": "meetlab-open-voor-scholen", "en": "measuring-lab-opens-to-schools"}
TITLES = {"nl": "Meetlab open voor scholen", "en": "Measuring lab opens to schools"}
LEADS = {
    "nl": "Leerlingen meten vanaf maandag zelf aan materialen in een lab op het park.",
    "en": "From Monday pupils measure materials themselves in a lab on the park.",
}
TEXTS = {
    "nl": "Het lab is op maandag en donderdag open. Een school meldt een klas aan bij het secretariaat.",
    "en": "The lab is open on Mondays and Thursdays. A school signs a class up with the office.",
}
QUOTES = {"nl": "Wie zelf meet, onthoudt wat hij zag.", "en": "Who measures for themselves remembers what they saw."}
ALTS = {"nl": "Een meetopstelling op een tafel", "en": "A measuring set-up on a table"}
SPEAKER, CREDIT, NUMBER, PHONE = "De labcoördinator", "Anna Jansen", "2099-07", "+31 71 000 01 02"
WRONG, RIGHT = "Op maandag en donderdag.", "Op maandag en vrijdag."
PUBLISH = re.compile("^(Publish|Schedule to publish)$")  # The second once the form knows of the embargo.
PARK_TIME = ZoneInfo("Europe/Amsterdam")


def picture() -> dict[str, str | bytes]:
    """A photograph of which there is no duplicate."""
    file = io.BytesIO()
    Image.effect_noise((1800, 1200), 60).convert("RGB").save(file, "JPEG", comment=secrets.token_bytes(8))
    return {"name": "meetlab.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}


@pytest.fixture
def visitor(browser: Browser, base_url: str) -> Iterator[Page]:
    """Somebody who never logs in."""
    with browser.new_context(base_url=base_url) as context:
        context.set_default_timeout(MILLISECONDS_TO_WAIT)
        yield context.new_page()


def test_a_press_release_from_log_in_to_live_in_both_languages(page: Page, visitor: Page) -> None:
    tomorrow = datetime.datetime.now(PARK_TIME) + datetime.timedelta(days=1)
    page.set_extra_http_headers({"Accept-Language": "en"})
    log_in(page, "press")
    page.goto("/cms/press-releases/")
    page.get_by_role("link", name="Add press release").first.click()
    page.wait_for_url("**/add/news/pressrelease/**")
    write(page, "nl")
    upload(page)
    publish(page)
    expect(page.locator(".messages")).to_contain_text("Fill in the number of the press release.")

    fill_in_for_the_press(page, tomorrow)
    see_preview(page)
    original = published(page, "nl")
    make_english_version(page, original)
    write(page, "en")
    translation = published(page, "en")
    for language in NEWS:
        assert answer(visitor, language).status == 404
        visitor.goto(NEWS[language])
        expect(visitor.locator("main")).not_to_contain_text(TITLES[language])

    for form in (original, translation):
        lift_embargo(page, form)
    for language in NEWS:
        assert answer(visitor, language).status == 200
        see_published(visitor, language)

    correct(page, original)
    see_correction(visitor)


def answer(visitor: Page, language: str) -> Response:
    """What a visitor gets at the release's address."""
    found = visitor.goto(f"{NEWS[language]}{SLUGS[language]}/")
    assert found is not None
    return found


def write(page: Page, language: str) -> None:
    """Title, lead, a paragraph and a quote: new, or in place of the original's."""
    page.locator("#id_title").fill(TITLES[language])
    page.locator("#id_lead").fill(LEADS[language])
    body = page.locator("[data-contentpath=body]").first
    is_new = not body.locator("[data-streamfield-child]").count()
    text = add_block(page, "Text") if is_new else body.locator("[data-streamfield-child]").nth(0)
    type_into(text.locator("[contenteditable=true]"), TEXTS[language])
    quote = add_block(page, "Quote") if is_new else body.locator("[data-streamfield-child]").nth(1)
    quote.locator("[name$=-text]").fill(QUOTES[language])
    if is_new:
        quote.locator("[name$=-speaker]").fill(SPEAKER)


def type_into(editor: Locator, text: str) -> None:
    """Replace the text of an editor, and wait until it has written that down."""
    editor.click()
    editor.press("Control+A")
    editor.page.keyboard.type(text)
    value = editor.locator("xpath=ancestor::*[@data-streamfield-child]").locator("input[name$=-value]").last
    expect(value).to_have_value(re.compile(re.escape(text)))


def upload(page: Page) -> None:
    """Add a picture with all that it needs."""
    page.get_by_role("button", name="Choose an image").first.click()
    dialog = page.locator(".modal")
    dialog.get_by_role("tab", name="Upload").click()
    dialog.get_by_label("File").set_input_files([picture()])  # type: ignore[list-item]
    for language, words in ALTS.items():
        dialog.get_by_label(f"Alternative text [{language}]").fill(words)
    dialog.get_by_label("Credit line").fill(CREDIT)
    dialog.get_by_label("Licence").select_option(label="CC BY 4.0")
    dialog.get_by_role("button", name="Upload").click()
    expect(page.locator("[data-chooser-title]").first).to_have_text("meetlab")
    expect(dialog).to_have_count(0)


def publish(page: Page) -> None:
    """As one does: the menu beside the button that saves a draft."""
    page.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        page.get_by_role("button", name=PUBLISH).click()


def fill_in_for_the_press(page: Page, embargo: datetime.datetime) -> None:
    """What only a release has, and what the check before publishing asked for."""
    page.get_by_role("tab", name="For the press").click()
    page.get_by_role("textbox", name="Number").fill(NUMBER)
    page.get_by_role("textbox", name="Who answers").fill("Persbureau van het park")
    page.get_by_role("textbox", name="Phone").fill(PHONE)
    page.get_by_role("tab", name="Facts").click()
    page.get_by_role("textbox", name="Place").fill("Leiden")
    set_embargo(page, f"{embargo:%Y-%m-%d %H:%M}")


def set_embargo(page: Page, moment: str) -> None:
    """Type it, and click elsewhere so that the calendar closes."""
    calendar = page.locator(".xdsoft_datetimepicker").filter(visible=True)
    page.get_by_role("textbox", name="Embargo until").fill(moment)
    expect(calendar).to_have_count(1)
    page.get_by_role("tab", name="Text", exact=True).click()
    expect(calendar).to_have_count(0)


def see_preview(page: Page) -> None:
    """The release as it will be, beside the form."""
    page.get_by_role("button", name="Toggle preview").click()
    preview = page.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLES["nl"])
    expect(preview.get_by_text(QUOTES["nl"])).to_be_attached()
    page.get_by_role("button", name="Toggle preview").click()


def published(page: Page, language: str) -> str:
    """Publish, and see that it is said; gives where the form is."""
    publish(page)
    said = page.locator(".messages")
    expect(said).to_contain_text(TITLES[language])
    return str(said.get_by_role("link", name="Edit").get_attribute("href"))


def make_english_version(page: Page, original: str) -> None:
    """From the menu beside the title to the form of the translation."""
    page.goto(original)
    page.locator("header").get_by_role("button", name="Actions").click()
    page.get_by_role("link", name="Make the English version").click()
    page.get_by_role("button", name="Make the English version").click()
    page.wait_for_url("**/edit/**")


def lift_embargo(page: Page, form: str) -> None:
    """Sooner than planned: what is planned is locked until the plan is cancelled."""
    page.goto(form)
    with page.expect_navigation():
        page.get_by_role("button", name="Cancel scheduled publish").first.click()
    page.get_by_role("tab", name="Facts").click()
    set_embargo(page, "")
    publish(page)
    expect(page.locator(".messages")).to_contain_text("published")


def see_published(visitor: Page, language: str) -> None:
    """What a reader and a journalist find on the page."""
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    main = visitor.locator("main")
    for text in (LEADS[language], TEXTS[language], QUOTES[language], SPEAKER, CREDIT, "CC BY 4.0", NUMBER, PHONE):
        expect(main).to_contain_text(text)
    expect(main.get_by_role("img", name=ALTS[language]).first).to_be_visible()
    other = next(code for code in NEWS if code != language)
    counterpart = re.compile(f"{NEWS[other]}{SLUGS[other]}/$")
    expect(visitor.locator(f'link[hreflang="{other}"]')).to_have_attribute("href", counterpart)


def correct(page: Page, form: str) -> None:
    """Mend the text and say so."""
    page.goto(form)
    page.get_by_role("tab", name="Corrections").click()
    page.get_by_role("button", name="Add Note").click()
    page.get_by_role("textbox", name="What was wrong").fill(WRONG)
    page.get_by_role("textbox", name="What is right").fill(RIGHT)
    publish(page)


def see_correction(visitor: Page) -> None:
    """On the release and in the log."""
    answer(visitor, "nl")
    for text in (WRONG, RIGHT):
        expect(visitor.locator("#corrections")).to_contain_text(text)
    visitor.goto("/nl/correcties/")
    expect(visitor.locator("main")).to_contain_text(TITLES["nl"])
    expect(visitor.locator("main")).to_contain_text(RIGHT)
