"""What staff do in the admin, in the words of its buttons."""

from playwright.sync_api import Locator, Page, expect

PASSWORD = "parkportal-demo"


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
