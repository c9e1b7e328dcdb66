"""Suggestions while typing, by keyboard."""

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def typed(page: Page) -> Page:
    """The search page after somebody typed the beginning of a name."""
    page.goto("/en/search/")
    page.get_by_role("main").get_by_role("combobox").press_sequentially("necst")
    expect(page.get_by_role("option").first).to_be_visible()
    return page


def test_what_is_suggested_is_announced_and_tied_to_the_box(typed: Page) -> None:
    box = typed.get_by_role("main").get_by_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(typed.get_by_role("main").get_by_role("status")).to_have_text(
        f"{typed.get_by_role('option').count()} suggestions"
    )
    box.press("ArrowDown")
    chosen = typed.get_by_role("option", selected=True)
    expect(chosen).to_contain_text("NecstGen")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "")
    expect(box).to_be_focused()


def test_the_arrows_go_round_by_way_of_the_box(typed: Page) -> None:
    box = typed.get_by_role("main").get_by_role("combobox")
    box.press("ArrowUp")
    expect(typed.get_by_role("option").last).to_have_attribute("aria-selected", "true")
    box.press("ArrowDown")
    expect(typed.get_by_role("option", selected=True)).to_have_count(0)


def test_enter_leads_to_what_was_chosen(typed: Page) -> None:
    typed.keyboard.press("ArrowDown")
    typed.keyboard.press("Enter")
    expect(typed).to_have_url("/en/organisations/necstgen/")


def test_escape_closes_the_list_and_keeps_the_text_and_enter_then_searches(typed: Page) -> None:
    box = typed.get_by_role("main").get_by_role("combobox")
    box.press("ArrowDown")
    box.press("Escape")
    expect(typed.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("necst")
    box.press("Enter")
    expect(typed).to_have_url("/en/search/?q=necst")


def test_leaving_the_box_closes_the_list(typed: Page) -> None:
    typed.keyboard.press("Tab")
    expect(typed.get_by_role("listbox")).to_be_hidden()
