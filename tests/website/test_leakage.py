"""Nothing that the public may not see shows anywhere: a canary in every state, every address of the project."""

import datetime
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import time_machine
from django.apps import apps
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from wagtail.models import PageViewRestriction

from education.models import PartnershipPage
from news.models import Article, NewsIndexPage
from organisations.models import FacilityPage, OrganisationPage
from parkportal.core.feeds import FEEDS
from parkportal.core.models import BasePage, Drafted
from parkportal.core.publishing.due import publish_due
from parkportal.website.models import StandardPage
from tests.factories.canaries import CANARY, fill_with_visible, hide_canaries
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.news import PressReleaseFactory
from tests.factories.site import SiteTree

DAY = datetime.timedelta(days=1)

HIDDEN: dict[str, Callable[[], dict[str, Any]]] = {
    "draft": lambda: {"live": False},
    "scheduled": lambda: {"live": True, "go_live_at": timezone.now() + DAY},
    "expired": lambda: {"live": True, "expire_at": timezone.now() - DAY},
}

# Every named address of the project, and what a visitor finds there.
STAFF, PAGES, MACHINE, NO_CONTENT = "staff", "pages", "machine", "no content"
CLASSES = {
    "front-door": NO_CONTENT,
    "healthz": NO_CONTENT,
    "readyz": NO_CONTENT,
    "robots": NO_CONTENT,
    "security-txt": NO_CONTENT,
    "media": NO_CONTENT,  # Unguessable paths; no list of them anywhere.
    "wagtailcore_login": STAFF,
    "wagtaildocs_serve": "documents",
    "wagtaildocs_authenticate_with_password": STAFF,
    "sitemap": MACHINE,
    **{
        f"ask-{kind}{after}": PAGES
        for kind in ("park", "facility", "course", "partnership", "organisation")
        for after in ("", "-sent")
    },
    "propose-event": NO_CONTENT,
    "event-proposed": NO_CONTENT,
    "news-sitemap": MACHINE,
    "search": PAGES,
    "suggestions": MACHINE,
    "journalist-article": "one reader",  # By an unguessable link: tests/news/test_journalists.py.
    "journalist-file": "one reader",
    "wagtail_serve": PAGES,
    "alerts": NO_CONTENT,
    "alerts-sent": NO_CONTENT,
    "alerts-confirm": NO_CONTENT,
    "alerts-manage": NO_CONTENT,
    "alerts-unsubscribe": NO_CONTENT,
    "api-1:openapi-json": NO_CONTENT,
    "api-1:api-root": NO_CONTENT,
    "api-1:organisations": MACHINE,
    "api-1:organisation": MACHINE,
    "api-1:facilities": MACHINE,
    "api-1:facility": MACHINE,
    "api-1:equipment": MACHINE,
    "api-1:instrument": MACHINE,
}
# Kinds of pages that no index stands for, each with an address in SURFACES; the kinds of articles have one template.
DETAIL_PAGES = {StandardPage, OrganisationPage, FacilityPage, PartnershipPage}
ANSWERING = {"route", "serve"}
FORMS = ("/nl/vraag/", "/en/ask/")
KNOWN_TO_ANSWER = {
    "BasePage",
    "CalendarPage",
    "FollowedListPage",
    "ListPage",
    "MapPage",
    "NetworkPage",
    "PressRelease",
    "ProfilesBelow",
}
FOLLOWED = [
    *("nl/organisaties", "en/organisations", "nl/faciliteiten", "en/equipment", "nl/nieuws", "en/news"),
    *(f"nl/onderwijs/{path}" for path in ("opleidingen", "cursussen", "samenwerkingen")),
]
LISTS = [*FOLLOWED, "nl/agenda", "nl/pers/cijfers", "en/press/figures", "nl/pers/beeldbank"]


def months_around_today() -> list[str]:
    """The months in which the factories' dates fall."""
    days = (timezone.localdate() + number * 30 * DAY for number in (0, 1, 2))
    return [f"{day:%Y-%m}" for day in days]


SURFACES = [
    *("/news-sitemap.xml", "/nl/correcties/", "/en/corrections/", "/nl/correcties/?format=json"),
    *(f"/en/corrections/feed/{name}" for name in ("", "atom/", "json/")),
    *(f"/{path}" for path in ("nl/", "en/", "sitemap.xml", "api/v1/organisations", "api/v1/facilities")),
    *("/api/v1/equipment", "/nl/apparatuur/", "/en/equipment/"),
    *(f"/nl/{path}/" for path in ("organisaties", "faciliteiten", "mensen", "onderwijs", "agenda", "nieuws", "pers")),
    *(f"/nl/onderwijs/{path}/" for path in ("opleidingen", "cursussen", "samenwerkingen")),
    *(f"/en/{path}/" for path in ("organisations", "facilities", "people", "education", "events", "news", "press")),
    *(f"/en/education/{path}/" for path in ("programmes", "courses", "partnerships")),
    *(f"/{path}/?format={name}" for path in LISTS for name in ("csv", "xlsx", "json")),
    *(f"/{path}/?format=geojson" for path in ("nl/organisaties", "en/organisations", "nl/faciliteiten")),
    "/nl/apparatuur/?format=uniquip",
    *(f"/{path}?format=ics" for path in ("nl/agenda/", "nl/onderwijs/cursussen/")),
    *(f"/{path}ics/" for path in ("nl/agenda/", "en/events/")),
    *(f"/nl/agenda/?month={month}" for month in months_around_today()),
    *(f"/{path}/feed/{name}" for path in FOLLOWED for name in ("", "atom/", "json/")),
    *(f"/nl/{path}/" for path in ("gebouwen", "gebouwen/zichtbare-toren", "kaart", "kaart/faciliteiten", "netwerk")),
    *(f"/en/{path}" for path in ("buildings/", "map/", "map/facilities/", "network/?from=zichtbaar")),
    *(f"/nl/{path}/?format=json" for path in ("gebouwen", "netwerk")),
    "/nl/zoeken/?q=kanarie",
    "/en/search/?q=kanarie",
    "/nl/zoeken/?q=kanarei",  # Misspelt: a correction tells a word.
    "/en/search/?q=kanaries&format=json",
    "/en/search/suggestions/?q=kanarie",
    "/nl/organisaties/?q=kanarie",
    "/nl/organisaties/zichtbaar/",
    "/en/organisations/zichtbaar/",
    "/nl/faciliteiten/zichtbaar-lab/",
    "/nl/apparatuur/zichtbaar-apparaat/",
    "/nl/onderwijs/samenwerkingen/zichtbaar-samen/",
    "/nl/onderwijs/samenwerkingen/zichtbaar-samen/?on=2021-01-01",
    "/nl/agenda/zichtbaar-feest/",
    "/en/events/zichtbaar-feest/",
    "/nl/onderwijs/cursussen/zichtbare-cursus/",
    "/nl/onderwijs/opleidingen/zichtbare-opleiding/",
    "/nl/nieuws/zichtbaar-bericht/",
    "/nl/nieuws/zichtbaar-gesprek/",
    *("/nl/pers/cijfers/", "/en/press/figures/", "/nl/pers/beeldbank/", "/en/press/images/"),
    *(f"/nl/nieuws/zichtbaar-persbericht/{part}" for part in ("", "text/", "press-pack/")),
    "/nl/vraag/faciliteit/zichtbaar-lab/",
    "/nl/vraag/cursus/zichtbare-cursus/",
    "/en/ask/partnership/zichtbaar-samen/sent/",
    "/en/ask/organisation/zichtbaar/",
    "/nl/mensen/anna-zichtbaar/",
    "/en/people/anna-zichtbaar/",
]  # fmt: skip


def url_names(patterns: list[URLPattern | URLResolver], prefix: str = "", path: str = "") -> Iterator[tuple[str, str]]:
    """The names of all addresses with their paths."""
    for pattern in patterns:
        here = f"{path}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            space = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from url_names(pattern.url_patterns, space, here)
        elif pattern.name:
            yield f"{prefix}{pattern.name}", here


def test_every_address_of_the_project_has_a_class() -> None:
    unknown = {
        name
        for name, path in url_names(get_resolver().url_patterns)
        if not path.startswith("cms/") and name not in CLASSES
    }
    assert unknown == set(), "Say in CLASSES what a visitor finds there, and add it to SURFACES if it shows content."


def surfaces(site: dict[str, SiteTree]) -> list[str]:
    """The addresses above, and every page of the smallest site in both languages with its files and feeds."""
    paths = [*SURFACES]
    for tree in site.values():
        for page in (tree.home, *tree.pages.values()):
            files = [f"?format={each.key}" for each in getattr(page, "formats", ())]
            feeds = FEEDS if getattr(page, "follow_path", "") else ()
            paths += [f"{page.url}{rest}" for rest in ("", *files, *feeds)]
    return list(dict.fromkeys(paths))


def kinds_below(model: type[Any]) -> set[type[Any]]:
    """The models made from another, however far down, of which nothing else is made."""
    models = apps.get_models()
    made_from = {base for kind in models for base in kind.__mro__[1:]}
    return {kind for kind in models if issubclass(kind, model) and kind not in made_from}


def test_every_kind_of_page_stands_in_the_smallest_site_or_is_known(site: dict[str, SiteTree]) -> None:
    in_tree = {type(page) for tree in site.values() for page in (tree.home, *tree.pages.values())}
    assert kinds_below(BasePage) - in_tree == DETAIL_PAGES | kinds_below(Article), (
        "Put a new index page into tests/factories/site.py, so that it becomes a surface; name a new kind of detail "
        "page in DETAIL_PAGES, with an address in SURFACES and a canary."
    )


def test_every_page_that_answers_below_itself_is_known() -> None:
    bases = {base for kind in kinds_below(BasePage) for base in kind.__mro__}
    ours = {base for base in bases if not base.__module__.startswith(("django", "wagtail"))}
    answering = {base for base in ours if ANSWERING & {*vars(base)}}
    assert {kind.__name__ for kind in answering} == KNOWN_TO_ANSWER, (
        "Add what it answers to SURFACES, and to the addresses that a hidden one must not have."
    )


def test_every_kind_of_record_and_article_has_a_canary(site: dict[str, SiteTree]) -> None:
    hide_canaries(site, fill_with_visible(site), HIDDEN["draft"])
    kinds = kinds_below(Drafted) | kinds_below(Article)
    assert {kind.__name__ for kind in kinds if not kind._base_manager.filter(live=False).exists()} == set()


def test_every_surface_is_there_for_what_is_visible(site: dict[str, SiteTree], client: Client) -> None:
    fill_with_visible(site)
    answers = {path: client.get(path).status_code for path in surfaces(site)}
    assert {path: status for path, status in answers.items() if status not in (200, 400)} == {}
    assert "Zichtbaar" in client.get("/nl/organisaties/").content.decode()


def text_of(response: Any) -> str:
    """What an answer says, also inside a spreadsheet."""
    content = response.getvalue()
    if content.startswith(b"PK"):
        with ZipFile(BytesIO(content)) as book:
            content = b"".join(map(book.read, book.namelist()))
    return str(content, "utf-8")


def assert_nothing_shows(client: Client, site: dict[str, SiteTree]) -> None:
    """No surface holds the canary, but for where a page repeats the visitor's own query in lower case."""
    leaks = [path for path in surfaces(site) if CANARY in text_of(client.get(path))]
    assert leaks == []
    corrected = client.get("/nl/zoeken/?q=kanarei").content.decode()
    assert CANARY.lower() not in corrected
    assert client.get("/en/search/?q=kanarie&format=json").json()["total"] == 0


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_hidden_shows_on_no_surface(site: dict[str, SiteTree], client: Client, state: str) -> None:
    hide_canaries(site, fill_with_visible(site), HIDDEN[state])
    assert_nothing_shows(client, site)


@pytest.mark.parametrize("state", HIDDEN)
def test_what_is_hidden_has_no_address(site: dict[str, SiteTree], client: Client, state: str) -> None:
    hide_canaries(site, fill_with_visible(site), HIDDEN[state])
    paths = [
        "/nl/organisaties/kanarie/",
        "/en/organisations/kanarie/",
        "/nl/faciliteiten/kanarie/",
        "/nl/apparatuur/kanarie/",
        "/en/equipment/elders/",
        "/nl/onderwijs/cursussen/kanarie/",
        "/nl/onderwijs/opleidingen/kanarie/",
        "/nl/onderwijs/samenwerkingen/kanarie/",
        "/nl/agenda/kanarie/",
        "/en/events/kanarie/",
        "/nl/mensen/kanarie/",
        "/en/people/kanarie/",
        *(f"/nl/nieuws/kanarie-pressreleasefactory/{part}" for part in ("", "text/", "press-pack/")),
        "/en/news/kanarie-interviewfactory/",
        "/nl/kanarie/",
        *(f"/nl/vraag/{kind}/kanarie/" for kind in ("faciliteit", "cursus", "samenwerking", "organisatie")),
        *(f"/en/ask/{kind}/kanarie/sent/" for kind in ("facility", "course", "partnership", "organisation")),
        "/api/v1/organisations/kanarie",
        "/api/v1/facilities/kanarie",
        "/api/v1/equipment/kanarie",
        "/api/v1/equipment/elders",
    ]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 404)


def test_an_article_under_embargo_changes_no_surface_though_it_was_published(
    site: dict[str, SiteTree], client: Client
) -> None:
    """Not a name, a count, a tag, a year, a tie, a correction or a date: the site is as if it were not there."""
    with time_machine.travel(timezone.now(), tick=False):
        seen = fill_with_visible(site)
        steady = [path for path in surfaces(site) if not path.startswith(FORMS)]  # A form has a new stamp each time.
        paths = [*steady, *(f"/{path}/" for path in ("nl/nieuws/kanarie", "en/news/kanarie"))]
        before = {path: text_of(client.get(path)) for path in paths}
        releases = [embargoed_release(tree, seen) for tree in site.values()]
        cache.clear()
        assert [path for path in paths if text_of(client.get(path)) != before[path]] == []
        for part in ("", "text/", "press-pack/"):
            assert client.get(f"/nl/nieuws/kanarie/{part}").status_code == 404
            assert client.get(f"/en/news/kanarie/{part}").status_code == 404
    with time_machine.travel(timezone.now() + 2 * DAY):
        cache.clear()
        publish_due()
        assert [client.get(f"{release.url}").status_code for release in releases] == [200, 200]
        assert CANARY in text_of(client.get("/nl/nieuws/"))


def embargoed_release(tree: SiteTree, seen: dict[str, Any]) -> Any:
    """A release tied to whatever an article can be tied to, under a topic and of a year of its own."""
    release = PressReleaseFactory(
        parent=tree[NewsIndexPage],
        title=CANARY,
        slug="kanarie",
        lead=CANARY,
        live=False,
        date=datetime.date(1999, 1, 1),
        picture=ImageFactory(),
        embargo_until=timezone.now() + DAY,
    )
    release.organisation_rows.create(organisation=seen["organisation"])
    release.organisation_rows.create(organisation=seen["facility"].operator)
    release.facility_rows.create(facility=seen["facility"])
    release.partnership_rows.create(partnership=seen["partnership"])
    release.role_rows.create(role=seen["role"])
    release.attachment_rows.create(document=DocumentFactory())
    release.topics.add(CANARY)
    release.save_revision().publish()
    return release


def test_a_private_page_is_on_no_list_and_asks_to_log_in(site: dict[str, SiteTree], client: Client) -> None:
    page = StandardPage(title=CANARY, slug="kanarie", lead=CANARY, locale=site["nl"].home.locale)
    site["nl"].home.add_child(instance=page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    fill_with_visible(site)
    assert_nothing_shows(client, site)
    answer = client.get("/nl/kanarie/")
    assert answer.status_code == 302
    assert CANARY not in answer.content.decode()
    assert "public" not in answer["Cache-Control"]


def test_a_document_is_as_private_as_what_it_is_attached_to(site: dict[str, SiteTree], client: Client) -> None:
    document = DocumentFactory()
    assert client.get(document.url).status_code == 404
    release = PressReleaseFactory(parent=site["nl"][NewsIndexPage], live=False)
    release.attachment_rows.create(document=document)
    release.save()
    assert client.get(document.url).status_code == 404
    release.live = True
    release.save()
    assert client.get(document.url).status_code == 200


def test_no_language_stands_in_for_another(site: dict[str, SiteTree], client: Client) -> None:
    site["en"].home.unpublish()
    answer = client.get("/en/")
    assert answer.status_code == 404
