"""A news story and an interview are entered by clicking, from log-in to the public page."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.staff import (
    PICTURE_ALTS,
    PICTURE_CREDIT,
    PICTURE_LICENCE,
    add_block,
    add_row,
    choose,
    log_in,
    publish,
    type_into,
    upload_picture,
)

NEW_ROLE = "Add a person in a role"


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The window of a publisher."""
    page = context.new_page()
    page.set_extra_http_headers({"Accept-Language": "en"})
    log_in(page, "publisher")
    return page


def fill_in_beginning(page: Page, title: str, lead: str) -> None:
    """The first two fields of a new article."""
    page.wait_for_url("**/add/news/**")
    page.locator("#id_title").fill(title)
    page.locator("#id_lead").fill(lead)


def test_a_news_story_with_a_quote_a_facility_and_its_source(page: Page, visitor: Page) -> None:
    title, speaker, role = "Oefenlab deelt zijn cleanroom", "Noor de Proef", "labcoördinator"
    page.goto("/cms/news-stories/")
    page.get_by_role("link", name="Add news story").first.click()
    fill_in_beginning(page, title, "Wie een cleanroom nodig heeft, kan er vanaf nu een dagdeel huren.")
    upload_picture(page)
    text = "De ruimte is op dinsdag en vrijdag vrij. Een begeleider blijft de hele tijd in de buurt."
    type_into(add_block(page, "Text").locator("[contenteditable=true]"), text)
    quote = add_block(page, "Quote")
    quote.locator("[name$=-text]").fill("Een lege cleanroom is zonde van de stroom.")
    publish(page)
    expect(quote).to_contain_text("This field is required.")

    quote.locator("[name$=-speaker]").fill(speaker)
    quote.locator("[name$=-role]").fill(role)
    page.get_by_role("tab", name="Facts").click()
    page.get_by_role("textbox", name="Source", exact=True).fill("Universiteit Leiden")
    page.get_by_role("textbox", name="Address of the source").fill("https://example.org/cleanroom")
    choose(add_row(page, "About these facilities", "Facility", 1), "facility", "Biotech Training Facility")
    publish(page)
    expect(page.locator(".messages").get_by_role("link", name="View live")).to_be_visible()

    visitor.goto("/nl/nieuws/oefenlab-deelt-zijn-cleanroom/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text(title)
    expect(visitor.locator("figcaption").filter(has_text=speaker)).to_contain_text(role)
    main = visitor.get_by_role("main")
    expect(main.get_by_role("img", name=PICTURE_ALTS["nl"]).first).to_be_visible()
    expect(main).to_contain_text(f"{PICTURE_CREDIT}, {PICTURE_LICENCE}")
    source = main.get_by_role("link", name="Universiteit Leiden", exact=True)
    expect(source).to_have_attribute("href", "https://example.org/cleanroom")
    main.get_by_role("link", name="Biotech Training Facility", exact=True).click()
    expect(visitor.get_by_role("main")).to_contain_text(title)


def test_an_interview_in_english_with_questions_and_people_in_their_roles(page: Page, visitor: Page) -> None:
    title = "A park is people who know each other"
    questions = {
        "What does the director of a park do all day?": "Introduce people to each other who have never met.",
        "When will you be content?": "When there are more start-ups in five years than there are now.",
    }
    page.goto("/cms/interviews/")
    page.locator("header").get_by_role("button", name="Actions").click()
    page.get_by_role("link", name="Write one in English").click()
    fill_in_beginning(page, title, "Two directors on talking in the corridor, and on what comes of it.")
    page.get_by_role("tab", name="Interview", exact=True).click()
    page.get_by_role("textbox", name="Held on").fill("2015-10-15")
    publish(page)
    for sentence in ("Write the text.", "Name who was interviewed.", "Put at least one question"):
        expect(page.locator(".messages")).to_contain_text(sentence)

    page.get_by_role("tab", name="Text", exact=True).click()
    for question, answer in questions.items():
        block = add_block(page, "Question and answer")
        block.locator("[name$=-question]").fill(question)
        type_into(block.locator("[contenteditable=true]"), answer)
        block.locator("[name$=-speaker]").fill("Thijs de Kleer")
    page.get_by_role("tab", name="Interview", exact=True).click()
    choose(add_row(page, "Who was interviewed", "Person in a role", 1), "role", "Thijs de Kleer")
    make_role(page)
    publish(page)
    expect(page.locator(".messages").get_by_role("link", name="View live")).to_be_visible()

    visitor.goto("/en/news/a-park-is-people-who-know-each-other/")
    expect(visitor.get_by_role("heading", level=1)).to_have_text(title)
    for question in questions:
        expect(visitor.get_by_role("heading", level=2, name=question)).to_be_visible()
    main = visitor.get_by_role("main")
    for words in (*questions.values(), "15 October 2015"):
        expect(main).to_contain_text(words)
    speakers = main.get_by_role("list", name="Who was interviewed").get_by_role("listitem")
    expect(speakers).to_contain_text(["Thijs de Kleer", "Noor de Proef"])


def make_role(page: Page) -> None:
    """Somebody whom the directory does not know yet is made on the way."""
    row = add_row(page, "Who was interviewed", "Person in a role", 2)
    row.get_by_role("button", name="Choose role", exact=True).click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name=NEW_ROLE).click()
    person = {"Given name": "Noor", "Family name": "de Proef", "Role [en]": "Director of Cluster Development"}
    for label, text in person.items():
        dialog.get_by_label(label).fill(text)
    dialog.get_by_role("button", name=NEW_ROLE).click()
    expect(row).to_contain_text("Noor de Proef")
