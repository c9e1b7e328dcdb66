"""One press release, from log-in to live in both languages, as its author meets it."""

import datetime
import re
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, Response, expect

from tests.browser.staff import (
    PICTURE_ALTS,
    PICTURE_CREDIT,
    PICTURE_LICENCE,
    add_block,
    log_in,
    make_english_version,
    publish,
    type_into,
    upload_picture,
)

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
SPEAKER, NUMBER, PHONE = "De labcoördinator", "2099-07", "+31 71 000 01 02"
WRONG, RIGHT = "On Mondays and Thursdays.", "On Mondays and Fridays."
PARK_TIME = ZoneInfo("Europe/Amsterdam")
LATEST = datetime.timedelta(seconds=30)


def test_a_press_release_from_log_in_to_its_minute_in_both_languages(page: Page, visitor: Page) -> None:
    tomorrow = datetime.datetime.now(PARK_TIME) + datetime.timedelta(days=1)
    page.set_extra_http_headers({"Accept-Language": "en"})
    log_in(page, "press")
    page.goto("/cms/press-releases/")
    page.get_by_role("link", name="Add press release").first.click()
    page.wait_for_url("**/add/news/pressrelease/**")
    write(page, "nl")
    upload_picture(page)
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

    moment = next_minute(datetime.timedelta(seconds=15))
    move_embargo(page, original, f"{moment:%Y-%m-%d %H:%M}")
    assert answer(visitor, "nl").status == 404
    move_embargo(page, translation, "")
    expect(page.locator(".messages").get_by_role("link", name="View live")).to_be_visible()
    assert answer(visitor, "en").status == 200
    correct(page, translation)
    see_correction(visitor)
    wait_until_public(visitor, moment)
    for language in NEWS:
        answer(visitor, language)
        see_published(visitor, language)


def next_minute(at_least: datetime.timedelta) -> datetime.datetime:
    """The first whole minute that is far enough away to be typed in time."""
    minute = datetime.timedelta(minutes=1)
    return (datetime.datetime.now(PARK_TIME) + at_least + minute).replace(second=0, microsecond=0)


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


def move_embargo(page: Page, form: str, moment: str) -> None:
    """Sooner than planned: what is planned is locked until the plan is cancelled."""
    page.goto(form)
    with page.expect_navigation():
        page.get_by_role("button", name="Cancel scheduled publish").first.click()
    page.get_by_role("tab", name="Facts").click()
    set_embargo(page, moment)
    publish(page)


def wait_until_public(visitor: Page, moment: datetime.datetime) -> None:
    """The Dutch release: nothing before its moment, and then by itself."""
    while answer(visitor, "nl").status == 404:
        assert datetime.datetime.now(PARK_TIME) < moment + LATEST
        visitor.wait_for_timeout(500)
    assert datetime.datetime.now(PARK_TIME) >= moment


def see_published(visitor: Page, language: str) -> None:
    """What a reader and a journalist find on the page."""
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLES[language])
    main = visitor.locator("main")
    for text in (
        LEADS[language],
        TEXTS[language],
        QUOTES[language],
        SPEAKER,
        PICTURE_CREDIT,
        PICTURE_LICENCE,
        NUMBER,
        PHONE,
    ):
        expect(main).to_contain_text(text)
    expect(main.get_by_role("img", name=PICTURE_ALTS[language]).first).to_be_visible()
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
    answer(visitor, "en")
    for text in (WRONG, RIGHT):
        expect(visitor.locator("#corrections")).to_contain_text(text)
    visitor.goto("/en/corrections/")
    expect(visitor.locator("main")).to_contain_text(TITLES["en"])
    expect(visitor.locator("main")).to_contain_text(RIGHT)
