"""What stands around every page: the park's names and its menus. Kept for a minute, forgotten on change."""

from dataclasses import dataclass
from typing import Any

from django.core.cache import cache
from wagtail.models import Page

from organisations.models import MapPage
from parkportal.core.languages import LANGUAGE_CODES, current_language, localise
from parkportal.core.visibility import visible_pages

from .models import GlossaryPage, Menu, NetworkPage, ParkSettings
from .plan_strip import PlanStrip, plan_strip

CACHE_SECONDS = 60


@dataclass(frozen=True)
class Park:
    """The park's names in one language."""

    name: str
    abbreviation: str
    tagline: str
    notice: str
    question_email: str
    plan: dict[str, Any]
    strip: PlanStrip | None


@dataclass(frozen=True)
class Link:
    """A link of a menu."""

    label: str
    url: str


@dataclass(frozen=True)
class SiteFrame:
    """The park and its menus in one language."""

    park: Park
    header: list[Link]
    footer: list[Link]
    map_url: str
    network_url: str
    glossary_url: str


def site_frame() -> SiteFrame:
    """The frame in the active language."""
    language = current_language()
    frame = cache.get(_key(language))
    if frame is None:
        frame = _make_frame(language)
        cache.set(_key(language), frame, CACHE_SECONDS)
    return frame


def forget_site_frame(**kwargs: Any) -> None:
    """A receiver: the park, a menu or a page changed."""
    cache.delete_many([_key(code) for code in LANGUAGE_CODES])


def _key(language: str) -> str:
    return f"site-frame-{language}"


def _make_frame(language: str) -> SiteFrame:
    settings = ParkSettings.load()
    park = Park(
        name=settings.name,
        abbreviation=settings.abbreviation,
        tagline=str(localise(settings, "tagline", language)),
        notice=str(localise(settings, "notice", language)),
        question_email=settings.question_email,
        plan=settings.plan,
        strip=plan_strip(settings.plan),
    )
    menus = {menu.place: menu for menu in Menu.objects.filter(locale__language_code=language)}
    urls = _urls_by_kind(language)
    return SiteFrame(
        park,
        _links(menus.get(Menu.Place.HEADER)),
        _links(menus.get(Menu.Place.FOOTER)),
        map_url=urls.get(MapPage, ""),
        network_url=urls.get(NetworkPage, ""),
        glossary_url=urls.get(GlossaryPage, ""),
    )


def _urls_by_kind(language: str) -> dict[type[Page] | None, str]:
    """Where the map, the network and the glossary are in one language."""
    pages = visible_pages().type(GlossaryPage, MapPage, NetworkPage).filter(locale__language_code=language)
    return {page.specific_class: page.url or "" for page in pages.select_related("content_type")}


def _links(menu: Menu | None) -> list[Link]:
    """The links of a menu that lead somewhere the public may see."""
    values = [child.value for child in menu.links] if menu else []
    chosen = [value["page"].pk for value in values if value["page"]]
    pages = {page.pk: page for page in visible_pages().filter(pk__in=chosen)}
    links = []
    for value in values:
        page = pages.get(value["page"].pk) if value["page"] else None
        url = page.url if page else value["url"]
        if url and (page or not value["page"]):
            links.append(Link(value["label"] or (page.title if page else url), url))
    return links
