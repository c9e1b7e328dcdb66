"""A partnership is entered by clicking, from an empty form to the public page in both languages, in one sitting."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.staff import log_in

NAMES = {"nl": "Proefverband Meten", "en": "Trial Partnership for Measuring"}
TABS = {
    "Nederlands": {
        "Naam [nl]": NAMES["nl"],
        "Samenvatting [nl]": "Scholen en bedrijven leren samen meten.",
        "Doel [nl]": "Zodat elke analist hetzelfde meet.",
        "Aanspreekpunt [nl]": "Programmabureau",
    },
    "English": {
        "Naam [en]": NAMES["en"],
        "Samenvatting [en]": "Schools and companies learn to measure together.",
        "Doel [en]": "So that all analysts measure the same.",
        "Aanspreekpunt [en]": "Programme office",
    },
}
MEMBERS = [("Naturalis Biodiversity Center", "Initiatiefnemer", "2024-05"), ("BaseClear", "Partner", "2025")]
LINES = [("Meten op school", "Measuring at school"), ("Meten op het werk", "Measuring at work")]
SEATS = [("Otto Jelsma", "mboRijnland", "1"), ("Jan van Laake", "mboRijnland", "1"), ("Bas Reichert", "BaseClear", "2")]
GRANTS = [("Proeffonds", "125000", "Regeling A", "Scheme A"), ("Proefprovincie", "50000", "Regeling B", "Scheme B")]
MILESTONES = [("2024-05-14", "Het begin", "The beginning"), ("2025-02", "De eerste les", "The first lesson")]
NEW_ROLE = "Voeg een persoon met functie toe"
STAFF = ("Noor", "Proefpersoon", "Programmamanager", "Programme manager")
SHOWN = {
    "nl": ("Meten op het werk", "2 zetels, 3 mensen", "€ 125.000", "Regeling B", "14 mei 2024", "De eerste les"),
    "en": ("Measuring at work", "2 seats, 3 people", "€125,000", "Scheme B", "14 May 2024", "The first lesson"),
}
INDEXES = {"nl": "/nl/onderwijs/samenwerkingen/", "en": "/en/education/partnerships/"}


class Form:
    """The form of a record, by the words on it."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def open(self, tab: str) -> None:
        """Turn to a tab."""
        self.page.get_by_role("tab", name=tab, exact=True).click()

    def section(self, heading: str) -> Locator:
        """A section by its heading, unfolded."""
        section = self.page.get_by_role("region", name=heading, exact=True)
        toggle = section.get_by_role("button", name="Toon/verberg sectie").first
        if toggle.get_attribute("aria-expanded") == "false":
            toggle.click()
        return section

    def add(self, around: Locator, kind: str, number: int) -> Locator:
        """A new row, which is the so manyth of its kind."""
        around.get_by_role("button", name=f"Voeg {kind} toe", exact=True).click()
        return around.get_by_role("region", name=f"{kind} {number}", exact=True)

    def fill(self, around: Locator, texts: dict[str, str]) -> None:
        """Fields by their labels."""
        for label, text in texts.items():
            around.get_by_label(label).and_(self.page.locator("input, textarea")).first.fill(text)

    def choose(self, row: Locator, kind: str, name: str) -> None:
        """One that the directory knows, found by a search."""
        dialog = self.chooser(row, kind)
        dialog.get_by_role("textbox", name="Zoek", exact=True).fill(name)
        dialog.get_by_role("link", name=name).first.click()
        expect(row).to_contain_text(name)

    def chooser(self, row: Locator, kind: str) -> Locator:
        """The window in which to choose."""
        row.get_by_role("button", name=f"Kies {kind}", exact=True).first.click()
        return self.page.get_by_role("dialog")


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The window of somebody who keeps the directory."""
    page = context.new_page()
    log_in(page, "directory")
    return page


def test_from_an_empty_form_to_the_public_page_in_both_languages(page: Page) -> None:
    page.goto("/cms/snippets/education/partnership/add/")
    form = Form(page)
    for tab, texts in TABS.items():
        form.open(tab)
        form.fill(page.get_by_role("tabpanel", name=tab, exact=True), texts)
    form.open("Feiten")
    enter_facts(form)
    enter_who_takes_part(form)
    enter_who_decides(form)
    enter_staff(form)
    enter_history(form)
    page.get_by_role("button", name="Meer acties").click()
    page.get_by_role("button", name="Publiceren").click()
    page.wait_for_url("**/education/partnership/")
    expect(page.get_by_role("main").get_by_role("link", name=NAMES["nl"]).first).to_be_visible()
    for language, path in INDEXES.items():
        page.goto(path)
        page.get_by_role("link", name=NAMES[language]).click()
        expect_all_of_it(page, language)


def expect_all_of_it(page: Page, language: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[language])
    main = page.get_by_role("main")
    given, family, *titles = STAFF
    title = dict(zip(INDEXES, titles, strict=True))[language]
    people = (*(person for person, _organisation, _seat in SEATS), f"{given} {family}")
    funders = (funder for funder, *_rest in GRANTS)
    for words in (*SHOWN[language], *people, *funders, title, "Naturalis", "meten@example.org"):
        expect(main).to_contain_text(words)


def enter_facts(form: Form) -> None:
    about = form.section("Samenwerking")
    about.get_by_label("Soort").select_option("Netwerk")
    form.fill(about, {"Begonnen": "2024-05-14"})
    form.fill(form.section("Contact"), {"E-mail": "meten@example.org"})


def enter_who_takes_part(form: Form) -> None:
    members = form.section("Deelnemers")
    for number, (name, role, since) in enumerate(MEMBERS, 1):
        row = form.add(members, "Deelnemer", number)
        form.choose(row, "organisatie", name)
        row.get_by_label("Rol").select_option(role)
        form.fill(row, {"Sinds": since})
    lines = form.section("Programmalijnen")
    for number, (dutch, english) in enumerate(LINES, 1):
        row = form.add(lines, "Programmalijn", number)
        form.fill(row, {"Titel [nl]": dutch, "Titel [en]": english, "Nummer": str(number)})


def enter_who_decides(form: Form) -> None:
    body = form.add(form.section("Organen en wie erin zitten"), "Orgaan", 1)
    body.get_by_label("Soort").select_option("Stuurgroep")
    form.fill(body, {"Naam [nl]": "Stuurgroep", "Naam [en]": "Steering group"})
    for number, (person, organisation, seat) in enumerate(SEATS, 1):
        row = form.add(body, "Zetel", number)
        form.choose(row, "functie", person)
        form.choose(row, "organisatie", organisation)
        form.fill(row, {"Zetelnummer": seat})
        row.get_by_label("Dagelijks bestuur").set_checked(number == 1)


def enter_staff(form: Form) -> None:
    """Somebody whom the directory does not know yet is made on the way."""
    given, family, dutch, english = STAFF
    row = form.add(form.section("Medewerkers"), "Medewerker", 1)
    dialog = form.chooser(row, "functie")
    dialog.get_by_role("tab", name=NEW_ROLE).click()
    form.fill(dialog, {"Voornaam": given, "Achternaam": family, "Functie [nl]": dutch, "Functie [en]": english})
    dialog.get_by_role("button", name=NEW_ROLE).click()
    expect(row).to_contain_text(f"{given} {family}")


def enter_history(form: Form) -> None:
    milestones = form.section("Mijlpalen")
    for number, (date, dutch, english) in enumerate(MILESTONES, 1):
        row = form.add(milestones, "Mijlpaal", number)
        form.fill(row, {"Wat er gebeurde [nl]": dutch, "Wat er gebeurde [en]": english, "Datum": date})
    funding = form.section("Financiering")
    for number, (funder, amount, dutch, english) in enumerate(GRANTS, 1):
        row = form.add(funding, "Bijdrage", number)
        form.fill(row, {"Bedrag": amount, "Regeling [nl]": dutch, "Regeling [en]": english, "Naam": funder})
