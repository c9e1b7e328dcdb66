"""What is new or changed in a list, as feeds: RSS 2.0, Atom (RFC 4287), and JSON Feed 1.1 (jsonfeed.org)."""

import datetime
import json
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, QueryDict
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _

from .languages import current_language
from .models.page import BasePage
from .models.record import Record

ENTRIES = 50


@dataclass(frozen=True)
class Entry:
    """An entry of a feed. Its id is the same whatever its address and differs between the languages."""

    unique_id: str
    title: str
    link: str
    summary: str
    published: datetime.datetime
    updated: datetime.datetime
    author: str = ""
    categories: tuple[str, ...] = ()


class JsonFeed(SyndicationFeed):
    """JSON Feed 1.1."""

    content_type = "application/feed+json; charset=utf-8"

    def write(self, outfile: Any, encoding: str) -> None:
        """The feed as JSON."""
        data = {
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.feed["title"],
            "description": self.feed["description"],
            "home_page_url": self.feed["link"],
            "feed_url": self.feed["feed_url"],
            "language": self.feed["language"],
            "items": [self._item(item) for item in self.items],
        }
        outfile.write(json.dumps(data, ensure_ascii=False, indent=1))

    def _item(self, item: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            "content_text": item["description"],
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "language": self.feed["language"],
            "tags": list(item["categories"]),
        }


@dataclass(frozen=True)
class FeedFormat:
    """A format of feeds, where it lies below the list, and how it takes plain text."""

    path: str
    generator: type[Rss201rev2Feed | Atom1Feed | JsonFeed]
    written: Callable[[str], str] = escape  # Django's RSS and Atom call every description HTML.


RSS = FeedFormat("feed/", Rss201rev2Feed)
ATOM = FeedFormat("feed/atom/", Atom1Feed)
JSON_FEED = FeedFormat("feed/json/", JsonFeed, str)
FEEDS = {each.path: each for each in (RSS, ATOM, JSON_FEED)}


def feed_at(path_components: Iterable[str]) -> FeedFormat | None:
    """The feed at a path below a list, if there is one."""
    return FEEDS.get("".join(f"{part}/" for part in path_components))


def record_entry(record: Record) -> Entry:
    """A record as an entry of a feed."""
    is_new = record.first_published_at == record.last_published_at
    return Entry(
        unique_id=uuid.uuid5(record.uuid, current_language()).urn,
        title=str(record),
        link=record.absolute_url,
        summary=str(record.localised_summary),
        published=record.first_published_at or record.created,
        updated=record.updated,
        categories=(_("New") if is_new else _("Changed"),),
    )


def feed_response(page: BasePage, entries: Iterable[Entry], feed_format: FeedFormat, params: QueryDict) -> HttpResponse:
    """Entries as a feed of the page's list, in the page's language."""
    park_name = page.ancestors[0].title
    query = f"?{params.urlencode()}" if params else ""
    feed = feed_format.generator(
        title=f"{page.title} · {park_name}",
        author_name=park_name,
        link=f"{page.absolute_url}{query}",
        description=page.meta_description,
        language=page.locale.language_code,
        feed_url=f"{page.absolute_url}{feed_format.path}{query}",
    )
    for entry in entries:
        feed.add_item(
            title=entry.title,
            link=entry.link,
            description=feed_format.written(entry.summary),
            author_name=entry.author or None,
            pubdate=entry.published,
            updateddate=entry.updated,
            unique_id=entry.unique_id,
            unique_id_is_permalink=False,
            categories=entry.categories,
        )
    response = HttpResponse(content_type=feed_format.generator.content_type)
    feed.write(response, "utf-8")
    return response
