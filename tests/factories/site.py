"""The smallest site: a home page and every index page in both languages."""

import uuid
from collections.abc import Iterator
from functools import cached_property

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
    OrganisationIndexPage,
    PeopleIndexPage,
)
from parkportal.website.models import GlossaryPage, HomePage, NetworkPage

SLUGS = {
    OrganisationIndexPage: {"nl": "organisaties", "en": "organisations"},
    FacilityIndexPage: {"nl": "faciliteiten", "en": "facilities"},
    EquipmentIndexPage: {"nl": "apparatuur", "en": "equipment"},
    BuildingIndexPage: {"nl": "gebouwen", "en": "buildings"},
    MapPage: {"nl": "kaart", "en": "map"},
    GlossaryPage: {"nl": "begrippen", "en": "glossary"},
    NetworkPage: {"nl": "netwerk", "en": "network"},
    EducationPage: {"nl": "onderwijs", "en": "education"},
    CalendarPage: {"nl": "agenda", "en": "events"},
    NewsIndexPage: {"nl": "nieuws", "en": "news"},
    PressRoomPage: {"nl": "pers", "en": "press"},
    CorrectionsPage: {"nl": "correcties", "en": "corrections"},
    PeopleIndexPage: {"nl": "mensen", "en": "people"},
}
EDUCATION_SLUGS = {
    ProgrammeIndexPage: {"nl": "opleidingen", "en": "programmes"},
    CourseIndexPage: {"nl": "cursussen", "en": "courses"},
    InternshipIndexPage: {"nl": "stages", "en": "internships"},
    PartnershipIndexPage: {"nl": "samenwerkingen", "en": "partnerships"},
}


PRESS_SLUGS = {
    FactSheetPage: {"nl": "cijfers", "en": "figures"},
    ImageLibraryPage: {"nl": "beeldbank", "en": "images"},
}


class SiteTree:
    """The pages of one language by their type, read when a test asks for them."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._pages: dict[type[Page], Page] = {}

    def __getitem__(self, kind: type[Page]) -> Page:
        if kind not in self._pages:
            self._pages[kind] = kind.objects.select_related("locale").get(locale__language_code=self.language)
        return self._pages[kind]

    @cached_property
    def home(self) -> HomePage:
        return self[HomePage]

    def __iter__(self) -> Iterator[Page]:
        """Every page of the smallest site, the home page first."""
        return map(self.__getitem__, (HomePage, *SLUGS, *EDUCATION_SLUGS, *PRESS_SLUGS))


def make_site() -> None:
    """Make the trees; the Dutch home page is the site's root."""
    root = Page.get_first_root_node()
    keys = {kind: uuid.uuid4() for kind in (HomePage, *SLUGS, *EDUCATION_SLUGS, *PRESS_SLUGS)}
    homes = {language: _make_tree(root, language, keys) for language in ("nl", "en")}
    Site.objects.all().delete()
    Site.objects.create(hostname="testserver", root_page=homes["nl"], is_default_site=True)


def read_site() -> dict[str, SiteTree]:
    """The trees by language, as they are in the database."""
    return {language: SiteTree(language) for language in ("nl", "en")}


def _make_tree(root: Page, language: str, keys: dict[type[Page], uuid.UUID]) -> HomePage:
    locale, _created = Locale.objects.get_or_create(language_code=language)
    names = {"locale": locale}
    home = HomePage(title="Park", slug=f"home-{language}", headline="Park", translation_key=keys[HomePage], **names)
    root.add_child(instance=home)
    pages: dict[type[Page], Page] = {}
    for parent, slugs in ((None, SLUGS), (EducationPage, EDUCATION_SLUGS), (PressRoomPage, PRESS_SLUGS)):
        for kind, by_language in slugs.items():
            slug = by_language[language]
            page = kind(title=slug.capitalize(), slug=slug, translation_key=keys[kind], **names)
            (pages[parent] if parent else home).add_child(instance=page)
            pages[kind] = page
    return home
