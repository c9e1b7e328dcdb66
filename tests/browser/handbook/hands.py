"""The same work by the mouse and by the keyboard alone."""

from playwright.sync_api import Locator, Page, expect

MOST_STOPS = 250
LEADS_THERE = """(it) => {
    const now = document.activeElement;
    if (it === now || (it.isContentEditable && it.contains(now))) return "";
    const isBefore = now.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING;
    return isBefore && now !== document.body ? "Shift+Tab" : "Tab";
}"""
PLACES = "(all, it) => [all.indexOf(document.activeElement), all.indexOf(it)]"


class Mouse:
    """Points at things."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, it: Locator) -> None:
        """A button, a link, something that opens."""
        it.click()

    def check(self, it: Locator) -> None:
        """A box, or one of several choices."""
        it.check()

    def fill(self, it: Locator, text: str) -> None:
        """A field, in place of what stands there."""
        it.click()
        it.press("Control+A")
        self.page.keyboard.insert_text(text)

    def pick(self, it: Locator, label: str) -> None:
        """One of the options of a field."""
        it.select_option(label=label)

    def open_tab(self, it: Locator) -> None:
        """One of the tabs of a form."""
        it.click()


class Keyboard(Mouse):
    """Goes there with Tab, or Shift and Tab, and sees that it is there."""

    def reach(self, it: Locator) -> None:
        """The focus is on it."""
        it.wait_for()
        for _stop in range(MOST_STOPS):
            key = it.evaluate(LEADS_THERE)
            if not key:
                return
            self.page.keyboard.press(key)
        raise AssertionError(f"{it} cannot be reached with Tab")

    def press(self, it: Locator) -> None:
        self.reach(it)
        self.page.keyboard.press("Enter")

    def check(self, it: Locator) -> None:
        if it.get_attribute("type") == "radio":
            group = self.page.locator(f'input[type=radio][name="{it.get_attribute("name")}"]')
            chosen = group.and_(self.page.locator(":checked"))
            self.reach(chosen if chosen.count() else group.first)
            here, there = group.evaluate_all(PLACES, it.element_handle())
            for _step in range(abs(there - here)):
                self.page.keyboard.press("ArrowDown" if there > here else "ArrowUp")
            if here == there:
                self.page.keyboard.press("Space")
        else:
            self.reach(it)
            self.page.keyboard.press("Space")
        expect(it).to_be_checked()

    def fill(self, it: Locator, text: str) -> None:
        self.reach(it)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def pick(self, it: Locator, label: str) -> None:
        self.reach(it)
        self.page.keyboard.type(label)
        expect(it.locator("option:checked")).to_have_text(label)

    def open_tab(self, it: Locator) -> None:
        tabs = it.locator("xpath=ancestor::*[@role='tablist'][1]").get_by_role("tab")
        self.reach(tabs.and_(self.page.locator("[aria-selected=true]")))
        for _tab in range(tabs.count()):
            if it.get_attribute("aria-selected") == "true":
                return
            self.page.keyboard.press("ArrowRight")
        raise AssertionError(f"{it} cannot be opened with the arrow keys")


HANDS = {"mouse": Mouse, "keyboard": Keyboard}
