"""The pages of the site in every language; translations share a key. What is there is kept."""

import uuid
from typing import Any

from wagtail.models import Locale, Page, Site

from education.models import (
    CalendarPage,
    CourseIndexPage,
    EducationPage,
    InternshipIndexPage,
    PartnershipIndexPage,
    ProgrammeIndexPage,
)
from news.models import CorrectionsPage, FactSheetPage, ImageLibraryPage, NewsIndexPage, PressRoomPage
from organisations.models import (
    BuildingIndexPage,
    EquipmentIndexPage,
    FacilityIndexPage,
    MapPage,
    Organisation,
    OrganisationIndexPage,
    PeopleIndexPage,
)
from parkportal.core.languages import LANGUAGE_CODES
from parkportal.website.models import AccessibilityPage, GlossaryPage, HomePage, NetworkPage, ParkSettings, StandardPage

from .blocks import BlockMaker
from .source import Entry, keyed, read_toml

SITE_NAMESPACE = uuid.UUID("6f1d2c52-54a7-4f0e-9a54-3f6f7c1d8a10")
INDEX_PAGES: dict[str, tuple[type[Page], str]] = {
    "organisations": (OrganisationIndexPage, "home"),
    "facilities": (FacilityIndexPage, "home"),
    "equipment": (EquipmentIndexPage, "home"),
    "buildings": (BuildingIndexPage, "home"),
    "map": (MapPage, "home"),
    "network": (NetworkPage, "home"),
    "education": (EducationPage, "home"),
    "programmes": (ProgrammeIndexPage, "education"),
    "courses": (CourseIndexPage, "education"),
    "internships": (InternshipIndexPage, "education"),
    "partnerships": (PartnershipIndexPage, "education"),
    "agenda": (CalendarPage, "home"),
    "news": (NewsIndexPage, "home"),
    "people": (PeopleIndexPage, "home"),
    "press": (PressRoomPage, "home"),
    "corrections": (CorrectionsPage, "home"),
    "glossary": (GlossaryPage, "home"),
    "fact-sheet": (FactSheetPage, "press"),
    "images": (ImageLibraryPage, "press"),
}
PARK_ORGANISATION = "stichting-leiden-bio-science-park"
TEXT_PAGES = ("about", "contact", "privacy")

Pages = dict[tuple[str, str], Page]


def translation_key(key: str) -> uuid.UUID:
    """The key that the translations of a demo page share."""
    return uuid.uuid5(SITE_NAMESPACE, key)


def existing(key: str, language: str) -> Page | None:
    """The demo page that is there already, live or not."""
    return Page.objects.filter(translation_key=translation_key(key), locale__language_code=language).first()


def load_index_pages() -> Pages:
    """The home pages and the index pages below them."""
    pages: Pages = {}
    for language in LANGUAGE_CODES:
        pages["home", language] = _home(language)
        for key, (kind, parent) in INDEX_PAGES.items():
            entry = read("pages", key, language)
            pages[key, language] = existing(key, language) or add(
                pages[parent, language],
                kind(title=entry["title"], slug=entry["slug"], intro=entry["intro"]),
                key,
                entry,
            )
    return pages


def load_text_pages(pages: Pages, blocks: BlockMaker) -> None:
    """The pages of text, and the texts of the home pages."""
    for language in LANGUAGE_CODES:
        home = pages["home", language].specific
        if not home.body:
            home.body = blocks.body(read("pages", "home", language).get("body", []))
            home.save_revision().publish(skip_permission_checks=True)
        for key in TEXT_PAGES:
            entry = read("pages", key, language)
            fields = {"title": entry["title"], "slug": entry["slug"], "lead": entry.get("lead", "")}
            pages[key, language] = existing(key, language) or add(
                pages["home", language], StandardPage(body=blocks.body(entry["body"]), **fields), key, entry
            )


def load_accessibility_statements(pages: Pages) -> None:
    """The accessibility statement in every language."""
    for language in LANGUAGE_CODES:
        entry = read("pages", "accessibility", language)
        rows = {"research": entry.pop("research"), "findings": entry.pop("findings")}
        kinds = {"research": "research", "findings": "finding"}
        fields = {name: [(kinds[name], value) for value in values] for name, values in rows.items()}
        fields |= {name: value for name, value in entry.items() if name != "seo_description"}
        pages["accessibility", language] = existing("accessibility", language) or add(
            pages["home", language], AccessibilityPage(**fields), "accessibility", entry
        )


def give_press_room_its_organisation(pages: Pages) -> None:
    """The press room speaks for the park's own organisation, once the directory has it."""
    park = keyed(Organisation)[PARK_ORGANISATION]
    for language in LANGUAGE_CODES:
        page = pages["press", language].specific
        if page.organisation is None:
            page.organisation = park
            page.embargo_rules = read("pages", "press", language)["embargo_rules"]
            page.save_revision().publish(skip_permission_checks=True)


def give_park_its_contact_page(pages: Pages) -> None:
    """Who finds nothing is sent there, unless somebody chose another page."""
    park = ParkSettings.load()
    if park.contact_page is None:
        park.contact_page = pages["contact", LANGUAGE_CODES[0]]
        park.save()


def read(folder: str, key: str, language: str) -> Entry:
    """A page's file."""
    return read_toml(f"{folder}/{key}.{language}.toml")


def add(parent: Page, page: Any, key: str, entry: Entry) -> Page:
    """Add a page below another in its language, and publish it."""
    page.locale = parent.locale
    page.translation_key = translation_key(key)
    page.search_description = entry.get("seo_description", "")
    parent.add_child(instance=page)
    page.save_revision().publish(skip_permission_checks=True)
    return page


def _home(language: str) -> Page:
    there = existing("home", language)
    if there:
        return there
    entry = read("pages", "home", language)
    locale, _created = Locale.objects.get_or_create(language_code=language)
    root = Page.get_first_root_node()
    root.locale = locale
    home = HomePage(title=entry["title"], slug=f"home-{language}", headline=entry["title"], lead=entry["lead"])
    add(root, home, "home", entry)
    if language == LANGUAGE_CODES[0]:
        _take_the_site(home)
    return home


def _take_the_site(home: Page) -> None:
    """Make the page the site's root, in place of the page that Wagtail starts with."""
    site = Site.objects.filter(is_default_site=True).first() or Site(hostname="localhost", is_default_site=True)
    first_page = site.root_page if site.pk else None
    site.root_page = home
    site.save()
    if first_page and first_page.specific_class is Page:
        first_page.delete()
