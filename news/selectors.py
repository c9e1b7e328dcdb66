"""What the pages of the news show."""

from typing import Any

from organisations.models import Organisation, Role
from organisations.models.dated import Purpose
from organisations.models.organisation import OrganisationContact
from parkportal.core.languages import LANGUAGE_CODES, Localised, current_language, localise
from parkportal.core.visibility import visible_pages

from .facts import facts_of
from .figure_chart import history_chart
from .figure_register import FigureRegister
from .image_rules import image_rules
from .images import prefetch_renditions
from .models import (
    Article,
    CorrectionsPage,
    FactSheetPage,
    Figure,
    ImageLibraryPage,
    Interview,
    PressRelease,
    PressRoomPage,
)
from .models.press_release import PACK_PART, TEXT_PART
from .press_pack.pictures import press_pictures
from .related import related_articles

RELEASES_IN_PRESS_ROOM = 10
FIGURES_IN_PRESS_ROOM = 8


def article_page(article: Article) -> dict[str, Any]:
    """An article: its facts, what it is about, and the way to more under the same topics."""
    prefetch_renditions(article)
    list_url = article.ancestors[-1].url if article.ancestors else ""
    return {
        "facts": facts_of(article),
        "corrections": article.corrections,
        "organisations": article.organisations,
        "facilities": article.facilities,
        "partnerships": article.partnerships,
        "events": article.events,
        "people": article.people,
        "topics": [{"label": tag.name, "url": f"{list_url}?topic={tag.slug}"} for tag in article.topic_tags],
        "related": related_articles(article),
    }


def press_release_page(release: PressRelease) -> dict[str, Any]:
    """A press release: an article with boilerplates and attachments."""
    url = release.url or ""
    return article_page(release) | {
        "pictures": press_pictures(release),
        "text_url": f"{url}{TEXT_PART}/" if url else "",
        "pack_url": f"{url}{PACK_PART}/" if url else "",
        "boilerplates": release.boilerplates,
        "attachments": release.attachments,
    }


def interview_page(interview: Interview) -> dict[str, Any]:
    """An interview: an article with who was interviewed."""
    return article_page(interview) | {"interviewees": interview.interviewees}


def latest_articles(limit: int, language: str | None = None) -> list[Article]:
    """The newest visible articles in a language."""
    return list(Article.objects.visible().in_language(language).latest_first().with_pictures()[:limit])


def featured_figures(limit: int) -> list[Figure]:
    """The visible key figures, the newest first."""
    return list(Figure.objects.visible().featured().latest_first()[:limit])


def fact_sheet() -> dict[str, Any]:
    """The current figures, the key figures first, each with its history."""
    series = FigureRegister().series
    return {
        "entries": [{"series": each, "chart": history_chart(each.figures)} for each in series],
        "bar": {"total": len(series), "querystring": ""},
    }


def press_room(park: Organisation | None) -> dict[str, Any]:
    """What the press comes for: somebody to call, news, figures, the park in short, rules for images."""
    contacts = OrganisationContact.objects.filter(
        purpose=Purpose.PRESS, organisation__in=Organisation.objects.visible()
    ).select_related("organisation")
    ordered = sorted(contacts, key=lambda contact: (contact.organisation != park, str(contact.organisation)))
    releases = PressRelease.objects.visible().in_language().latest_first()
    return {
        "releases": list(releases[:RELEASES_IN_PRESS_ROOM]),
        "contacts": ordered,
        "spokespeople": spokespeople(park),
        "park_organisation": park,
        "boilerplates": _boilerplates(park) if park else [],
        "figures": featured_figures(FIGURES_IN_PRESS_ROOM),
        "licences": image_rules(),
        "corrections_url": corrections_url(),
    }


def pages_below(room: PressRoomPage) -> dict[str, str]:
    """Where the fact sheet and the image library of a press room are, if the public may see them."""
    children = visible_pages().child_of(room).select_related("content_type") if room.pk else []
    urls = {page.specific_class: page.url for page in children}
    return {"fact_sheet_url": urls.get(FactSheetPage, ""), "image_library_url": urls.get(ImageLibraryPage, "")}


def corrections_url() -> str:
    """The list of corrections in the active language, if there is one."""
    page = CorrectionsPage.objects.visible().filter(locale__language_code=current_language()).first()
    return page.url if page else ""


def spokespeople(park: Organisation | None) -> list[Role]:
    """Who speaks to the press today, the park's own first."""
    roles = [role for role in Role.objects.visible().filter(is_spokesperson=True).with_names() if role.is_current]
    return sorted(roles, key=lambda role: (role.organisation != park, str(role)))


def _boilerplates(organisation: Organisation) -> list[Localised]:
    """The boilerplate in every language that it was written in."""
    texts = [localise(organisation, "boilerplate", code) for code in LANGUAGE_CODES]
    return [text for text in texts if text and not text.is_fallback]
