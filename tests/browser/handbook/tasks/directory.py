"""What a directory manager does: what waits, an organisation, a course, a proposal."""

import datetime

from django.utils import translation
from django.utils.formats import date_format
from playwright.sync_api import expect

from tests.browser.handbook.desk import Desk
from tests.browser.handbook.worker import Worker

ORGANISATIONS = {"mouse": "BaseClear", "keyboard": "Astellas"}
COURSES = {"mouse": "Aseptisch werken", "keyboard": "Werken in een cleanroom"}
PAGES = {"mouse": "aseptisch-werken", "keyboard": "werken-in-een-cleanroom"}
EVENT, OF_AN_ORGANISATION = "Open middag in het lab (voorbeeld)", "Stichting Leiden Bio Science Park"
FUTURE = 40  # Days.


def needs(desk: Desk) -> None:
    """A count opens a list of that length, and is lower once something of it is done."""
    manager = desk.worker("directory", "02-what-needs-you")
    manager.go("/cms/")
    desk.show("02-needs", manager.page, height=580)
    before = _unconfirmed(manager)
    manager.press("Entries not confirmed for a year", "link")
    things = manager.page.locator("[name=thing]")
    expect(things).to_have_count(before)
    desk.show("02-list", manager.page, height=460)
    manager.hand.check(things.first)
    manager.hand.press(manager.page.get_by_role("button", name=desk.say("Confirm: this is right today")))
    expect(things).to_have_count(before - 1)
    manager.go("/cms/")
    assert _unconfirmed(manager) == before - 1
    manager.words("In order")


def _unconfirmed(manager: Worker) -> int:
    return int(manager.page.locator("a[href$='/needs/unconfirmed/'] .need__number").inner_text())


def organisation(desk: Desk) -> None:
    """A new name with the old one kept, a state, and a confirmation that visitors see."""
    manager = desk.worker("directory", "08-organisation")
    name = ORGANISATIONS[desk.hand]
    manager.go("/cms/")
    manager.menu("Directory", "organisations")
    desk.show("08-list", manager.page, height=480)
    manager.search(name)
    manager.open_thing(name)
    manager.words("name")
    manager.fill("name_nl", f"{name} Leiden")
    manager.open_tab_named("English")
    manager.fill("name_en", f"{name} Leiden")
    manager.open_tab_named(desk.say("Facts"))
    manager.words("Other names")
    row = manager.add_row("names")
    manager.fill(f"names-{row}-name", name)
    manager.hand.pick(manager.field(f"names-{row}-kind"), manager.words("Former name"))
    manager.words("States in time")
    row = manager.add_row("states")
    now = manager.page.locator("[name=states-0-state] option:checked").inner_text()
    manager.hand.pick(manager.field(f"states-{row}-state"), now)
    manager.fill(f"states-{row}-since", desk.day(0)[:7])
    manager.fill(f"states-{row}-source", "De organisatie zelf")
    desk.show("08-form", manager.page, height=640, first=manager.page.locator("#id_names-ADD"))
    manager.send("Publish")

    manager.go("/cms/snippets/organisations/organisation/")
    manager.search(f"{name} Leiden")
    manager.hand.check(manager.page.locator("tbody input[type=checkbox]").first)
    manager.hand.press(manager.page.locator(".bulk-actions-buttons a").filter(has_text=manager.words("Confirm")))
    manager.press("Confirm")
    expect(manager.page.locator(".messages .success")).to_be_visible()
    page = desk.visitor()
    page.goto(f"/nl/organisaties/?q={name}")
    page.get_by_role("main").get_by_role("link", name=f"{name} Leiden").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{name} Leiden")
    expect(page.get_by_text(_in_words(desk.day(0))).first).to_be_visible()


def course(desk: Desk) -> None:
    """New dates of a course, in public with the course."""
    manager = desk.worker("directory", "09-courses-and-events")
    day = desk.day(FUTURE)
    manager.go("/cms/")
    manager.menu("Education", "courses")
    manager.open_thing(COURSES[desk.hand])
    manager.open_tab_named(desk.say("Facts"))
    manager.words("Runs"), manager.words("Session")
    run = manager.add_row("runs")
    if not manager.field(f"runs-{run}-sessions-0-starts").count():
        manager.add_row(f"runs-{run}-sessions")
    manager.fill(f"runs-{run}-sessions-0-starts", f"{day} 09:00")
    manager.fill(f"runs-{run}-sessions-0-ends", f"{day} 17:00")
    manager.page.keyboard.press("Escape")
    desk.show("09-runs", manager.page, height=560, first=manager.field(f"runs-{run}-sessions-0-starts"))
    manager.send("Publish")
    page = desk.visitor()
    page.goto(f"/nl/onderwijs/cursussen/{PAGES[desk.hand]}/")
    expect(page.get_by_role("main").locator(f"time[datetime^='{day}']").first).to_be_visible()


def proposal(desk: Desk) -> None:
    """What an organisation proposed is decided field by field: a new event, or a change of its entry."""
    manager = desk.worker("directory", "09-courses-and-events")
    manager.go("/cms/")
    manager.press("Proposals of organisations and visitors", "link")
    manager.open_thing(EVENT if desk.hand == "mouse" else OF_AN_ORGANISATION)
    manager.words("Proposed by")
    accept, refuse = manager.words("Accept"), manager.words("Refuse")
    desk.show("09-proposal", manager.page, height=640)
    page = manager.page
    if desk.hand == "mouse":
        for radio in page.get_by_role("radio", name=accept, exact=True).all():
            manager.hand.check(radio)
    else:
        rows = page.locator("table.park-proposal tbody tr")
        manager.hand.check(rows.nth(0).get_by_role("radio", name=refuse))
        manager.hand.fill(rows.nth(0).locator("[name^=reason]"), "Deze zin zegt het al.")
        manager.hand.check(rows.nth(1).get_by_role("radio", name=accept, exact=True))
        manager.hand.check(rows.nth(2).get_by_role("radio").first)
    manager.press("Carry out the decisions")
    expect(page.locator(".messages .success")).to_be_visible()
    visitor = desk.visitor()
    if desk.hand == "mouse":
        manager.send("Publish")
        visitor.goto("/nl/agenda/")
        expect(visitor.get_by_role("main").get_by_role("link", name=EVENT).first).to_be_visible()
    else:
        visitor.goto(f"/nl/organisaties/?q={OF_AN_ORGANISATION}")
        visitor.locator(".record-row").get_by_role("link", name=OF_AN_ORGANISATION).first.click()
        expect(visitor.get_by_text("071 555 01 23").first).to_be_visible()


def _in_words(day: str) -> str:
    with translation.override("nl"):
        return date_format(datetime.date.fromisoformat(day), "DATE_FORMAT")
