"""From the mail to the public page: somebody at an organisation confirms its entry and mends a number."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import MILLISECONDS_TO_WAIT
from tests.browser.demo_site import DemoSite
from tests.browser.mail import link_in_mail
from tests.browser.staff import log_in

PROFILE, OWN_ADDRESS = "/nl/organisaties/lumc/", "anna@lumc.nl"
LINK = re.compile(r"http://\S+/jouw-vermelding/link/[^/\s]+/")
NUMBER = "071 555 00 42"
LONGER_THAN_A_MACHINE = 3500  # Milliseconds: what is sent faster is refused.


def test_from_the_mail_to_the_public_page(page: Page, browser: Browser, demo: DemoSite, base_url: str) -> None:
    page.goto(PROFILE)
    page.get_by_role("link", name="Werk je hier?").click()
    page.get_by_label("Je e-mailadres bij de organisatie").fill(OWN_ADDRESS)
    page.wait_for_timeout(LONGER_THAN_A_MACHINE)
    page.get_by_role("button", name="Mail me de link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We bekijken je adres")

    page.goto(link_in_mail(demo.folder / "var" / "mail", OWN_ADDRESS, LINK))
    page.get_by_role("button", name="Ja, alles klopt").click()
    expect(page.get_by_text("Dank je wel.")).to_be_visible()
    page.get_by_role("link", name="Iets wijzigen").click()
    page.get_by_label("Telefoon").fill(NUMBER)
    page.wait_for_timeout(LONGER_THAN_A_MACHINE)
    page.get_by_role("button", name="Verstuur de wijzigingen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je wel, we kijken ernaar")

    accept_as_staff(browser, base_url)
    page.goto(PROFILE)
    expect(page.get_by_text(NUMBER).first).to_be_visible()
    expect(page.get_by_text("Bevestigd door de organisatie")).to_be_visible()


def accept_as_staff(browser: Browser, base_url: str) -> None:
    """Take over what the organisation proposed."""
    context = browser.new_context(base_url=base_url, locale="nl-NL")
    context.set_default_timeout(MILLISECONDS_TO_WAIT)
    staff = context.new_page()
    log_in(staff, "directory")
    staff.goto("/cms/open-proposals/")
    staff.get_by_role("link", name="LUMC").first.click()
    expect(staff.get_by_text(NUMBER)).to_be_visible()
    staff.get_by_label("Overnemen", exact=True).check()
    staff.get_by_role("button", name="Voer de besluiten uit").click()
    expect(staff.get_by_text("Het antwoord gaat per mail weg")).to_be_visible()
    context.close()
