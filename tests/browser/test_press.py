"""What a journalist takes along, with and without JavaScript, on screen and on paper."""

from playwright.sync_api import BrowserContext, Page, expect

RELEASE = "/en/news/key-figures-2024/"


def test_the_whole_text_and_the_boilerplate_are_copied_and_it_is_said(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(RELEASE)
    for name, beginning in (("Copy the whole text", "PRESS RELEASE 2025-01"), ("Copy this text", "")):
        button = page.get_by_role("button", name=name).first
        button.click()
        expect(button.locator("xpath=following-sibling::*[@role='status']")).to_have_text("Copied")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith(beginning)
        assert copied


def test_without_javascript_the_text_is_a_link(page: Page) -> None:
    page.route("**/site*.js", lambda route: route.abort())
    page.goto(RELEASE)
    expect(page.get_by_role("button", name="Copy the whole text")).to_have_count(0)
    page.get_by_role("link", name="Read as plain text").click()
    expect(page.locator("body")).to_contain_text("PRESS RELEASE 2025-01")


def test_a_release_on_paper_is_text_and_whom_to_call(page: Page) -> None:
    page.goto(RELEASE)
    page.emulate_media(media="print")
    expect(page.locator(".paper-head")).to_contain_text("2025-01")
    expect(page.locator(".contact-card")).to_contain_text("+31 71 000 01 02")
    for furniture in (".masthead", ".site-footer", ".take-along", ".by-mail", ".copy-button >> nth=0"):
        expect(page.locator(furniture)).to_be_hidden()
