"""The demo's articles, in one or two languages."""

import datetime

from django.utils import timezone

from education.models import Partnership
from news.models import Article, Interview, NewsStory, PressRelease
from news.models.article_subject import ArticleFacility, ArticleOrganisation, ArticlePartnership, ArticleRole
from news.models.interview import Interviewee
from news.models.press_release import PressReleaseBoilerplate
from organisations.models import Role

from .blocks import BlockMaker
from .directory import roles_by_key
from .pages import Pages, existing, read, translation_key
from .source import DATA, Entry, keyed, some

KINDS: dict[str, type[Article]] = {"news": NewsStory, "press-release": PressRelease, "interview": Interview}


def load_articles(pages: Pages, blocks: BlockMaker) -> None:
    """Every article's file that has no page yet."""
    partnerships, roles = keyed(Partnership), roles_by_key()
    for path in sorted((DATA / "articles").glob("*.toml")):
        key, language, _suffix = path.name.split(".")
        if existing(key, language):
            continue
        entry = read("articles", key, language)
        article = _article(entry, blocks, partnerships, roles)
        parent = pages["news", language]
        article.locale, article.translation_key = parent.locale, translation_key(key)
        article.first_published_at = _noon(entry["date"])
        article.live = False
        parent.add_child(instance=article)
        article.topics.add(*entry.get("topics", []))
        article.save_revision(clean=False).publish(skip_permission_checks=True)


def _article(entry: Entry, blocks: BlockMaker, partnerships: dict[str, Partnership], roles: dict[str, Role]) -> Article:
    fields = some(entry, "title", "slug", "lead", "date", "place", "source_name", "source_url")
    fields |= some(entry, "author", "author_is_team")
    fields |= some(entry, "original_language", "number", "notes", "contact_role", "contact_email", "contact_phone")
    fields |= some(entry, "held_on")
    if "embargo_in_days" in entry:
        fields["embargo_until"] = _noon(timezone.localdate() + datetime.timedelta(days=entry["embargo_in_days"]))
    if entry["type"] == "interview":
        fields["interviewee_rows"] = [Interviewee(role=roles[key]) for key in entry.get("interviewees", [])]
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
        partnership_rows=[ArticlePartnership(partnership=partnerships[slug]) for slug in entry.get("partnerships", [])],
        role_rows=[ArticleRole(role=roles[key]) for key in entry.get("people", [])],
        **fields,
    )


def _noon(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
