"""Somebody who does what the handbook says, in its words."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.utils.text import capfirst
from playwright.sync_api import Locator, Page, TimeoutError, expect

from .hands import Mouse

if TYPE_CHECKING:
    from .desk import Desk


LAZY = 800  # Milliseconds after which a list has asked again.
SETTLES = 10_000


def settled(page: Page) -> None:
    """Its scripts have run, as far as one can see: it asks for nothing more. A request that hangs is not waited for."""
    with suppress(TimeoutError):
        page.wait_for_load_state("networkidle", timeout=SETTLES)


class Worker:
    """A role's window, a hand, and the chapter. Words that the chapter names are looked up in it."""

    def __init__(self, desk: Desk, page: Page, hand: Mouse, chapter: str) -> None:
        self.desk, self.page, self.hand, self.chapter = desk, page, hand, chapter

    def words(self, message: str) -> str:
        """What the admin says, which the chapter quotes too."""
        said = capfirst(self.desk.say(message))
        assert f"**{said}**" in self.chapter, f"“{said}” is not in the chapter"
        return said

    def go(self, path: str) -> None:
        """To a page of the admin, once its scripts have run."""
        self.page.goto(path)
        settled(self.page)

    def press(self, message: str, role: Any = "button", **among: Any) -> None:
        """A button or a link by the chapter's word for it."""
        place = among.pop("place", self.page)
        self.hand.press(place.get_by_role(role, name=self.words(message), **among).locator("visible=true").first)

    def menu(self, *messages: str) -> None:
        """Through the menu of the admin."""
        first, *others = messages
        sidebar = self.page.get_by_role("navigation", name=re.compile("."), include_hidden=True).first
        self.hand.press(sidebar.get_by_role("button", name=self.words(first), exact=True))
        for message in others:
            self.hand.press(sidebar.get_by_role("link", name=self.words(message), exact=True))
        settled(self.page)

    def tab(self, message: str) -> None:
        """A tab of a form."""
        self.hand.open_tab(self.page.get_by_role("tab", name=self.words(message), exact=True))

    def fill(self, place: str, text: str) -> None:
        """A field of a form by its name."""
        self.hand.fill(self.field(place), text)

    def field(self, place: str) -> Locator:
        """A field of a form by its name."""
        return self.page.locator(f"[name='{place}']")

    def open_tab_named(self, name: str) -> None:
        """A tab that needs no word of the chapter."""
        self.hand.open_tab(self.page.get_by_role("tab", name=name, exact=True))

    def choose(self, place: str, name: str) -> None:
        """Something of the list that the button of a field opens."""
        field = self.page.locator(f"[data-contentpath='{place}']").locator("visible=true").last
        self.hand.press(field.locator("[data-chooser-action-choose]"))
        dialog = self.page.get_by_role("dialog")
        self.hand.fill(dialog.locator("input[name=q]"), name)
        settled(self.page)
        self.hand.press(dialog.get_by_role("link", name=name).first)
        expect(dialog).to_be_hidden()

    def dots(self, message: str) -> None:
        """In the menu beside the title."""
        self.hand.press(self.page.get_by_role("main").get_by_role("button", name=self.desk.say("Actions")).first)
        self.press(message, "link")
        settled(self.page)

    def search(self, words: str) -> None:
        """In a list: it narrows while one types."""
        self.hand.fill(self.page.locator("#id_q"), words)
        self.page.keyboard.press("Tab")  # Leaving the field asks once more.
        self.page.wait_for_timeout(LAZY)
        settled(self.page)
        expect(self.page.locator("main tbody a").first).to_contain_text(words)

    def send(self, message: str) -> None:
        """The button below a form, or in the menu beside it, by its words; what comes says that it was done."""
        foot = self.page.locator("footer")
        button = foot.get_by_role("button", name=self.words(message), exact=True, include_hidden=True).last
        if not button.is_visible():
            self.hand.press(foot.get_by_role("button", name=self.desk.say("More actions")))
        self.hand.press(button)
        expect(self.page.locator(".messages .success")).to_be_visible()
        settled(self.page)

    def offered(self) -> set[str]:
        """What the form could be sent for."""
        return set(self.page.locator("footer button[name^=action]").evaluate_all("all => all.map(each => each.name)"))

    def choose_image(self) -> None:
        """The first of the images."""
        self.hand.press(self.page.get_by_role("button", name=self.words("Choose an image")))
        self.hand.press(self.page.get_by_role("dialog").locator("[data-chooser-modal-choice]").first)
        expect(self.page.get_by_role("dialog")).to_be_hidden()

    def add_text(self, text: str) -> None:
        """A block of text at the end of the story."""
        body = self.page.locator("[data-contentpath=body]").first
        self.hand.press(body.locator("button.c-sf-add-button").last)
        self.hand.fill(self.page.get_by_role("combobox").last, self.desk.say("Text"))
        self.page.keyboard.press("Enter")
        self.hand.fill(body.locator("[contenteditable=true]").last, text)

    def add_row(self, relation: str) -> int:
        """One row more; gives its number."""
        self.hand.press(self.page.locator(f"#id_{relation}-ADD"))
        return int(self.page.locator(f"[name={relation}-TOTAL_FORMS]").input_value()) - 1

    def open_thing(self, title: str) -> None:
        """A line of a list."""
        self.hand.press(self.page.get_by_role("main").get_by_role("link", name=title).locator("visible=true").first)
        settled(self.page)

    def add(self, kind: str) -> None:
        """A new one of a kind, from its list."""
        named = capfirst(self.desk.say("Add %(model_name)s", model_name=self.desk.say(kind)))
        assert f"**{named}**" in self.chapter, f"“{named}” is not in the chapter"
        self.hand.press(self.page.get_by_role("link", name=named, exact=True))
        settled(self.page)

    def send_on(self) -> None:
        """To review."""
        self.send(self.desk.say("Submit to %(workflow_name)s", workflow_name="Eindredactie · Editorial review"))

    def approve(self) -> None:
        """What somebody sent on, which publishes it."""
        self.send(self.desk.say("%(label)s and Publish", label=self.desk.say("Approve")))
