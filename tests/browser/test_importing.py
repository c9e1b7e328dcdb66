"""A directory manager imports a list: the columns, every difference, the worker's progress, the public page, undone.

The demo is a copy that leaves its work to a worker, as a server does; the worker comes when the test calls it.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT
from tests.browser.demo_site import ROOT, DemoSite
from tests.browser.handbook.staff_demo import StaffDemo
from tests.browser.staff import log_in

WORKER = [sys.executable, "manage.py", "db_worker", "--batch", "--no-startup-delay", "--no-reload"]
PROFILE, WAS, IS = "/nl/organisaties/baseclear/", "https://www.baseclear.com", "https://www.baseclear.example/café"
LIST = f"naam;soort;helix;Groep;website\r\nBaseClear;;;;{IS}\r\nLab Nova;bedrijf;business;Vaccins;https://nova.example"
MISTAKES = "naam,sector,website\nBaseClear,,geen adres\nBioPartner Leiden,onzin,\nBaseClear,,"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x81"
NO_LISTS = {
    "foto.csv": (PICTURE, "Dit is geen lijst"),
    "pagina.csv": (b"<!doctype html><table>", "Dit is een webpagina"),
    "leeg.csv": (b"", "leeg"),
    "kop.csv": (b"naam;website", "geen rijen"),
    "breed.csv": (b"," * 10**6 + b"x\na", "1.000.001 kolommen"),
    "lijst.xlsx": (b"PK\x03\x04 kapot", "geen Excel-werkmap"),
}


@pytest.fixture(scope="module")
def waiting_demo(demo: DemoSite) -> Iterator[StaffDemo]:
    """A demo whose work waits for a worker."""
    with tempfile.TemporaryDirectory() as folder:
        copy = StaffDemo(Path(folder) / "demo")
        copy.environment |= {"SECOND_FACTOR": "false", "TASKS": "queue"}
        copy.begin_like(demo)
        with copy:
            yield copy


@pytest.fixture
def page(browser: Browser, waiting_demo: StaffDemo) -> Iterator[Page]:
    """The page of imports, as a directory manager comes to it."""
    context = browser.new_context(base_url=waiting_demo.url, locale="nl-NL")
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    page = context.new_page()
    log_in(page, "directory")
    page.get_by_role("link", name="Importeren").click()
    yield page
    context.close()


def upload(page: Page, name: str, content: bytes) -> None:
    """Send a list of organisations."""
    page.locator("[name=file]").set_input_files({"name": name, "mimeType": "text/csv", "buffer": content})
    page.get_by_role("button", name="Bestand lezen").click()


def work(demo: StaffDemo) -> None:
    """The worker does what waits."""
    subprocess.run(WORKER, cwd=ROOT, env=demo.environment, check=True, capture_output=True)


def cells(page: Page, row: str) -> list[str]:
    """What the row of a table says."""
    found = page.get_by_role("row").filter(has_text=row).first.locator("td, th")
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_a_list_is_compared_carried_out_seen_by_everybody_and_undone(page: Page, waiting_demo: StaffDemo) -> None:
    upload(page, "lijst.csv", LIST.encode("cp1252"))
    expect(page.get_by_label("website")).to_contain_text("Website")
    page.get_by_label("Groep").select_option(label="Hoofdsector")
    page.get_by_role("button", name="Vergelijk").click()
    expect(page.get_by_text("0 van 2 rijen")).to_be_visible()
    work(waiting_demo)
    expect(page.get_by_text("1 nieuwe vermelding. 1 gewijzigde vermelding.")).to_be_visible()
    assert cells(page, WAS) == ["2", "BaseClear", "Website", WAS, IS]
    assert "0 fouten" not in page.get_by_role("main").inner_text()
    assert IS not in public(page)

    page.get_by_role("button", name="Uitvoeren").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    work(waiting_demo)
    expect(page.get_by_text("Uitgevoerd.")).to_be_visible()
    expect(page.get_by_text("Wat nieuw is, blijft een concept")).to_be_visible()
    assert IS in public(page)

    page.get_by_role("button", name="ongedaan maken").click()
    work(waiting_demo)
    expect(page.get_by_text("Ongedaan gemaakt.")).to_be_visible()
    assert WAS in public(page)


def public(page: Page) -> set[str | None]:
    """Where the links of the profile lead, for a visitor."""
    visitor = page.context.new_page()
    visitor.goto(PROFILE)
    links = {link.get_attribute("href") for link in visitor.get_by_role("main").get_by_role("link").all()}
    visitor.close()
    return links


def test_a_mistake_is_told_by_row_and_column_and_nothing_can_be_carried_out(
    page: Page, waiting_demo: StaffDemo
) -> None:
    upload(page, "fouten.csv", MISTAKES.encode("utf-8-sig"))
    page.get_by_role("button", name="Vergelijk").click()
    work(waiting_demo)
    expect(page.get_by_role("heading", name="3 fouten")).to_be_visible()
    assert cells(page, "geen adres")[:3] == ["2", "website", "geen adres"]
    assert cells(page, "onzin")[:3] == ["3", "sector", "onzin"]
    assert cells(page, "Rij 2 gaat over dezelfde vermelding")[:3] == ["4", "naam", "BaseClear"]
    expect(page.get_by_role("button", name="Uitvoeren")).to_have_count(0)


@pytest.mark.parametrize("name", NO_LISTS)
def test_a_file_that_is_no_list_gets_a_clear_answer(page: Page, name: str) -> None:
    content, answer = NO_LISTS[name]
    upload(page, name, content)
    expect(page.locator(".error-message")).to_contain_text(answer)
