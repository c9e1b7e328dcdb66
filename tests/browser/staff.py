"""What staff do in the admin, in the words of its buttons."""

import io
import re
import secrets

from PIL import Image
from playwright.sync_api import Locator, Page, expect

PASSWORD = "parkportal-demo"
PUBLISH = re.compile("^(Publish|Schedule to publish)$")  # The second once the form knows of the embargo.
PICTURE_ALTS = {"nl": "Een meetopstelling op een tafel", "en": "A measuring set-up on a table"}
PICTURE_CREDIT, PICTURE_LICENCE = "Anna Jansen", "CC BY 4.0"


def log_in(page: Page, account: str) -> None:
    """Log in with an account of the demo."""
    page.goto("/cms/login/")
    page.locator("#id_login").fill(account)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/cms/")


def add_block(page: Page, kind: str) -> Locator:
    """Add a block to the end of a text, and return it."""
    body = page.locator("[data-contentpath=body]").first
    before = body.locator("[data-streamfield-child]").count()
    body.locator("button.c-sf-add-button").last.click()
    page.get_by_role("option", name=kind, exact=True).click()
    blocks = body.locator("[data-streamfield-child]")
    expect(blocks).to_have_count(before + 1)
    return blocks.last


def type_into(editor: Locator, text: str) -> None:
    """Replace the text of an editor, and wait until it has written that down."""
    editor.click()
    editor.press("Control+A")
    editor.page.keyboard.type(text)
    value = (
        editor.locator("xpath=ancestor::*[@data-streamfield-child]")
        .locator("input[name$=-value], input[name$=-answer]")
        .last
    )
    expect(value).to_have_value(re.compile(re.escape(text)))


def choose(around: Locator, kind: str, name: str) -> None:
    """One that the directory knows, found by a search."""
    around.get_by_role("button", name=f"Choose {kind}", exact=True).first.click()
    dialog = around.page.get_by_role("dialog")
    dialog.get_by_role("textbox", name="Search", exact=True).fill(name)
    dialog.get_by_role("link", name=name).first.click()
    expect(around).to_contain_text(name)
    expect(dialog).to_have_count(0)


def add_row(page: Page, heading: str, kind: str, number: int) -> Locator:
    """A new row below a heading, which is the so manyth of its kind."""
    section = page.get_by_role("region", name=heading, exact=True)
    section.get_by_role("button", name=f"Add {kind}", exact=True).click()
    return section.get_by_role("region", name=f"{kind} {number}", exact=True)


def upload_picture(page: Page) -> None:
    """Add a photograph, of which there is no duplicate, with all that it needs."""
    file = io.BytesIO()
    Image.effect_noise((1800, 1200), 60).convert("RGB").save(file, "JPEG", comment=secrets.token_bytes(8))
    page.get_by_role("button", name="Choose an image").first.click()
    dialog = page.locator(".modal")
    dialog.get_by_role("tab", name="Upload").click()
    dialog.get_by_label("File").set_input_files(
        [{"name": "meetlab.jpg", "mimeType": "image/jpeg", "buffer": file.getvalue()}]
    )
    dialog.get_by_role("textbox", name="Title").fill("meetlab")  # The admin's script may be late with it.
    for language, words in PICTURE_ALTS.items():
        dialog.get_by_label(f"Alternative text [{language}]").fill(words)
    dialog.get_by_label("Credit line").fill(PICTURE_CREDIT)
    dialog.get_by_label("Licence").select_option(label=PICTURE_LICENCE)
    dialog.get_by_role("button", name="Upload").click()
    expect(page.locator("[data-chooser-title]").first).to_have_text("meetlab")
    expect(dialog).to_have_count(0)


def publish(page: Page) -> None:
    """As one does: the menu beside the button that saves a draft."""
    page.get_by_role("button", name="More actions").click()
    with page.expect_navigation():
        page.get_by_role("button", name=PUBLISH).click()


def make_english_version(page: Page, original: str) -> None:
    """From the menu beside the title to the form of the translation."""
    page.goto(original)
    page.locator("header").get_by_role("button", name="Actions").click()
    page.get_by_role("link", name="Make the English version").click()
    page.get_by_role("button", name="Make the English version").click()
    page.wait_for_url("**/edit/**")
