"""What each picture shows, in the order of the handbook. ``row`` finds the key of a row by its slug or name."""

from collections.abc import Callable, Iterator
from typing import Any

from playwright.sync_api import Locator, Page

from .camera import show_no_secret
from .desk import Desk

Row = Callable[[str, str, str], int]
Shot = tuple[str, Page, dict[str, Any]]
LINK = "https://www.example.org/nl/pers/embargo/…"


def scenes(desk: Desk, row: Row) -> Iterator[Shot]:
    """The name of a picture, the window that shows it, and which part."""
    for each in (first_log_in, needs, story, review, version, embargo, correction, organisation, calendar, figures):
        yield from each(desk, row)


def heading(desk: Desk, page: Page, message: str) -> Locator:
    """A part of a form, by its heading."""
    return page.locator("h2, h3").filter(has_text=desk.say(message), visible=True).first


def first_log_in(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.blank("editor")
    desk.give_password(page, "editor")
    code = page.locator(".signin__key").inner_text()
    show_no_secret(page)
    yield "01-connect", page, {"height": 640}
    page.locator(".signin__key").evaluate("(it, code) => it.textContent = code", code)
    desk.connect_app(page)
    desk.link(page, "I have kept them: to the admin").click()


def needs(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("publisher")
    page.goto("/cms/")
    yield "02-needs", page, {"height": 580}
    page.goto("/cms/needs/unconfirmed/")
    yield "02-list", page, {"height": 460}


def story(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("editor")
    page.goto(f"/cms/pages/add/news/newsstory/{row('wagtailcore_page', 'slug', 'nieuws')}/")
    page.locator("#id_title").fill("Nieuw lab opent de deuren voor studenten")
    page.locator("#id_lead").fill("Studenten van drie scholen werken vanaf september samen in één lab op het park.")
    yield "03-form", page, {"height": 600}


def review(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.visitor()
    page.goto("/nl/nieuws/practor-bio-sciences-begonnen/")
    yield "04-public", page, {"height": 700}


def version(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("publisher")
    page.goto(f"/cms/versions/{row('wagtailcore_page', 'slug', 'practor-bio-sciences-begonnen')}/en/")
    yield "05-make", page, {"height": 260}
    page.goto(f"/cms/pages/{row('wagtailcore_page', 'slug', 'halix-opens-plant')}/edit/")
    yield "05-beside", page, {"height": 620}


def embargo(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("press")
    release = row("wagtailcore_page", "slug", "embargoproef-programma-open-dag")
    page.goto(f"/cms/pages/{release}/edit/")
    desk.tab(page, "Facts")
    yield "06-embargo", page, {"height": 600}
    page.goto(f"/cms/journalist-links/{release}/")
    page.locator("[name=person]").fill("Robin de Vries")
    page.locator("[name=medium]").fill("Streekkrant")
    desk.button(page, "Make a link").click()
    page.locator("input[readonly]").evaluate("(it, link) => it.value = link", LINK)
    yield "06-link", page, {"height": 520}


def correction(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("publisher")
    slug = "civ-bio-sciences-krijgt-rif-subsidie"
    page.goto(f"/cms/pages/{row('wagtailcore_page', 'slug', slug)}/edit/")
    desk.tab(page, "Corrections")
    yield "07-note", page, {"height": 680}
    page = desk.visitor()
    page.goto(f"/nl/nieuws/{slug}/")
    yield "07-public", page, {"height": 320, "first": page.locator(".correction, .corrections").first}


def organisation(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("directory")
    page.goto("/cms/snippets/organisations/organisation/")
    yield "08-list", page, {"height": 480}
    key = row("organisations_organisation", "slug_nl", "janssen-vaccines")
    page.goto(f"/cms/snippets/organisations/organisation/edit/{key}/")
    desk.tab(page, "Facts")
    yield "08-form", page, {"height": 640, "first": heading(desk, page, "Other names")}


def calendar(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("directory")
    page.goto(f"/cms/snippets/education/course/edit/{row('education_course', 'name_nl', 'Aseptisch werken')}/")
    desk.tab(page, "Facts")
    yield "09-runs", page, {"height": 560, "first": heading(desk, page, "Runs")}


def figures(desk: Desk, row: Row) -> Iterator[Shot]:
    page = desk.window("press")
    page.goto(f"/cms/snippets/news/figure/edit/{row('news_figure', 'key', 'companies-2024')}/")
    desk.tab(page, "Facts")
    yield "10-form", page, {"height": 640}
    page = desk.visitor()
    page.goto({"nl": "/nl/pers/cijfers/", "en": "/en/press/figures/"}[desk.language])
    yield "10-public", page, {"height": 520}
