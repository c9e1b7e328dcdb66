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

from news.models import Article, NewsIndexPage
from parkportal.core.cache_refresh import affected_paths
from parkportal.core.feeds import FEEDS
from parkportal.core.models import BasePage, Drafted, SearchEntry
from parkportal.core.publishing.due import publish_due
from parkportal.website.models import StandardPage
from tests.factories.canaries import CANARY, fill_with_visible, hide_canaries, tie_role
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.news import PressReleaseFactory
from tests.factories.organisations import PersonFactory, RoleFactory
from tests.factories.site import SiteTree
from tests.website.surfaces import ADDRESSES, ANSWERING, CLASSES, DETAIL_PAGES, FORMS, KNOWN_TO_ANSWER, SURFACES

DAY = datetime.timedelta(days=1)

HIDDEN: dict[str, Callable[[], dict[str, Any]]] = {
    "draft": lambda: {"live": False},
    "scheduled": lambda: {"live": True, "go_live_at": timezone.now() + DAY},
    "expired": lambda: {"live": True, "expire_at": timezone.now() - DAY},
}
SLUGS = {"kanarie": "draft", "kanarie-gepland": "scheduled", "kanarie-voorbij": "expired"}


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
        for page in tree:
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
    in_tree = {type(page) for tree in site.values() for page in tree}
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


def hide_in_every_state(site: dict[str, SiteTree], seen: dict[str, Any]) -> None:
    """A canary of every kind in every state, the first ones under the name that the addresses below ask for."""
    for slug, state in SLUGS.items():
        hide_canaries(site, seen, HIDDEN[state], slug)


@pytest.mark.long
def test_what_is_hidden_shows_on_no_surface(site: dict[str, SiteTree], client: Client) -> None:
    seen = fill_with_visible(site)
    hide_in_every_state(site, seen)
    private = StandardPage(title=CANARY, slug="kanarie-besloten", lead=CANARY, locale=site["nl"].home.locale)
    site["nl"].home.add_child(instance=private)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert_nothing_shows(client, site)
    assert client.get(private.url).status_code == 302


def test_what_is_hidden_has_no_address(site: dict[str, SiteTree], client: Client) -> None:
    hide_in_every_state(site, fill_with_visible(site))
    paths = [path.replace("kanarie", slug) for path in ADDRESSES for slug in SLUGS]
    assert {path: client.get(path).status_code for path in paths} == dict.fromkeys(paths, 404)


@pytest.mark.long
def test_a_person_who_is_taken_away_leaves_every_surface_at_once(site: dict[str, SiteTree], client: Client) -> None:
    seen = fill_with_visible(site)
    person = PersonFactory(family_name=CANARY, has_page=True, slug="kanarie")
    role = RoleFactory(person=person, organisation=seen["organisation"], is_spokesperson=True)
    tie_role(seen, role, seen["organisation"])
    shown = {path for path in surfaces(site) if CANARY in text_of(client.get(path))}
    assert shown >= {"/nl/pers/", "/nl/mensen/", "/en/search/?q=kanaries&format=json", "/nl/organisaties/zichtbaar/"}
    renewed = affected_paths(person)
    assert {path for path in shown if "?" not in path} - renewed == set()
    person.unpublish()
    assert [path for path in shown if CANARY in text_of(client.get(path))] == []
    person.delete()
    assert not SearchEntry.objects.filter(names__contains=CANARY.lower()).exists()


@pytest.mark.long
def test_an_article_under_embargo_changes_no_surface_though_it_was_published(
    site: dict[str, SiteTree], client: Client
) -> None:
    """Not a name, a count, a tag, a year, a tie, a correction or a date: the site is as if it were not there."""
    with time_machine.travel(timezone.now(), tick=False):
        seen = fill_with_visible(site)
        steady = [path for path in surfaces(site) if not path.startswith(FORMS)]  # A form has a new stamp each time.
        answers = {path: client.get(path) for path in steady}
        assert {
            path: answer.status_code for path, answer in answers.items() if answer.status_code not in (200, 400)
        } == {}
        before = {path: text_of(answer) for path, answer in answers.items()}
        before |= {path: text_of(client.get(path)) for path in ("/nl/nieuws/kanarie/", "/en/news/kanarie/")}
        releases = [embargoed_release(tree, seen) for tree in site.values()]
        cache.clear()
        assert [path for path in before if text_of(client.get(path)) != before[path]] == []
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
