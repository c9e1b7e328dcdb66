"""The demo's articles, in one or two languages."""

import datetime

from django.utils import timezone

from education.models import Event, Partnership
from news.models import (
    Article,
    ArticleCorrection,
    Background,
    BackgroundReference,
    EventReport,
    Interview,
    NewsStory,
    PressRelease,
    Report,
    Statement,
)
from news.models.article_subject import (
    ArticleEvent,
    ArticleFacility,
    ArticleOrganisation,
    ArticlePartnership,
    ArticleRole,
)
from news.models.interview import Interviewee
from news.models.press_release import PressReleaseBoilerplate
from organisations.models import Role
from parkportal.core.translating.originals import follow_original

from .blocks import BlockMaker
from .directory import roles_by_key
from .pages import Pages, existing, read, translation_key
from .source import DATA, Entry, keyed, some

KINDS: dict[str, type[Article]] = {
    str(kind.kind): kind for kind in (NewsStory, PressRelease, Interview, Background, Statement, Report, EventReport)
}


def load_articles(pages: Pages, blocks: BlockMaker) -> None:
    """Every article's file that has no page yet."""
    partnerships, roles = keyed(Partnership), roles_by_key()
    added = []
    for key, language, entry in _originals_first():
        if existing(key, language):
            continue
        article = _article(entry, blocks, partnerships, roles)
        parent = pages["news", language]
        article.locale, article.translation_key = parent.locale, translation_key(key)
        article.first_published_at = _noon(entry["date"])
        article.live = False
        follow_original(article)
        parent.add_child(instance=article)
        article.topics.add(*entry.get("topics", []))
        article.save_revision(clean=False).publish(skip_permission_checks=True)
        added.append((article, entry))
    for article, entry in added:
        _correct(article, entry.get("corrections", []))


def _originals_first() -> list[tuple[str, str, Entry]]:
    """The articles' files by key and language, those in the language of the original before their translations."""
    found = []
    for path in sorted((DATA / "articles").glob("*.toml")):
        key, language, _suffix = path.name.split(".")
        found.append((key, language, read("articles", key, language)))
    return sorted(found, key=lambda each: each[1] != each[2].get("original_language", each[1]))


def _correct(article: Article, notes: list[Entry]) -> None:
    """Publish the article again with its notes; a translation that has them too follows the original once more."""
    if not notes:
        return
    for note in notes:
        made_at = _noon(note["date"])
        article.correction_rows.add(ArticleCorrection(made_at=made_at, **some(note, "kind", "wrong", "right")))
    follow_original(article)
    article.save_revision(clean=False).publish(skip_permission_checks=True)


def _article(entry: Entry, blocks: BlockMaker, partnerships: dict[str, Partnership], roles: dict[str, Role]) -> Article:
    fields = some(entry, "title", "slug", "lead", "date", "place", "source_name", "source_url")
    fields |= some(entry, "author", "author_is_team")
    fields |= some(entry, "original_language", "number", "notes", "contact_role", "contact_email", "contact_phone")
    fields |= some(entry, "held_on", "as_of", "responds_to", "responds_to_url", "event_name", "venue", "event_url")
    if "embargo_in_days" in entry:
        fields["embargo_until"] = _noon(timezone.localdate() + datetime.timedelta(days=entry["embargo_in_days"]))
    if entry["type"] == "interview":
        fields["interviewee_rows"] = [Interviewee(role=roles[key]) for key in entry.get("interviewees", [])]
    if entry["type"] == "background":
        fields["reference_rows"] = [BackgroundReference(**reference) for reference in entry["references"]]
    if entry["type"] == "press-release":
        fields["boilerplate_rows"] = [
            PressReleaseBoilerplate(organisation=blocks.organisations[slug]) for slug in entry.get("boilerplates", [])
        ]
    return KINDS[entry["type"]](
        picture=blocks.pictures.get(entry.get("picture", "")),
        issuer=blocks.organisations.get(entry.get("issuer", "")),
        search_description=entry.get("lead", ""),
        body=blocks.body(entry["body"]),
        organisation_rows=[
            ArticleOrganisation(organisation=blocks.organisations[slug]) for slug in entry.get("organisations", [])
        ],
        facility_rows=[ArticleFacility(facility=blocks.facilities[slug]) for slug in entry.get("facilities", [])],
        event_rows=[ArticleEvent(event=event) for event in _events(entry)],
        partnership_rows=[ArticlePartnership(partnership=partnerships[slug]) for slug in entry.get("partnerships", [])],
        role_rows=[ArticleRole(role=roles[key]) for key in entry.get("people", [])],
        **fields,
    )


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))


def _events(entry: Entry) -> list[Event]:
    """The events that an article announces or reports."""
    found = keyed(Event) if entry.get("events") else {}
    return [found[slug] for slug in entry.get("events", [])]
