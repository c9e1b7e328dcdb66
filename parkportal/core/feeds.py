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
from django.utils.http import http_date
from django.utils.translation import gettext as _

from .languages import current_language
from .models.page import BasePage
from .models.record import Record

ENTRIES = 50


MEDIA = {"xmlns:media": "http://search.yahoo.com/mrss/"}  # Media RSS, which gives an image its size and credit.
CONTENT = {"xmlns:content": "http://purl.org/rss/1.0/modules/content/"}
LONG_AGO = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class EntryImage:
    """The image of an entry, with its size in pixels."""

    url: str
    width: int
    height: int
    credit: str
    description: str
    media_type: str = "image/jpeg"


@dataclass(frozen=True)
class Entry:
    """An entry of a feed. Its id is the same whatever its address and differs between the languages.

    ``updated`` is when it said something else; ``changed`` when its text was last touched, if that was later.
    """

    unique_id: str
    title: str
    link: str
    summary: str
    published: datetime.datetime
    updated: datetime.datetime
    author: str = ""
    categories: tuple[str, ...] = ()
    content: str = ""
    image: EntryImage | None = None
    changed: datetime.datetime | None = None


class StandsStill(SyndicationFeed):
    """A feed that has no entries is as old as its list; Django's is of this second."""

    def latest_post_date(self) -> datetime.datetime:
        """When an entry was last updated."""
        return super().latest_post_date() if self.items else self.feed["changed"]


class RssFeed(StandsStill, Rss201rev2Feed):
    """RSS 2.0 with full text and Media RSS."""

    def root_attributes(self) -> dict[str, str]:
        """The namespaces too."""
        return super().root_attributes() | MEDIA | CONTENT

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """The text and the image too."""
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])
        add_media(handler, item["image"])


class AtomFeed(StandsStill, Atom1Feed):
    """Atom with full text and Media RSS."""

    def root_attributes(self) -> dict[str, str]:
        """The namespace too."""
        return super().root_attributes() | MEDIA

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        """The text and the image too."""
        super().add_item_elements(handler, item)
        if item["content"]:
            handler.addQuickElement("content", item["content"], {"type": "html"})
        add_media(handler, item["image"])


def add_media(handler: Any, image: EntryImage | None) -> None:
    """An image with its size, what it shows, and whose it is."""
    if image is None:
        return
    size = {"width": str(image.width), "height": str(image.height)}
    handler.startElement("media:content", {"url": image.url, "type": image.media_type, "medium": "image", **size})
    if image.description:
        handler.addQuickElement("media:description", image.description, {"type": "plain"})
    if image.credit:
        handler.addQuickElement("media:credit", image.credit)
    handler.endElement("media:content")


class JsonFeed(StandsStill, SyndicationFeed):
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
        text = {"content_html": item["content"], "summary": item["description"]}
        shown = text if item["content"] else {"content_text": item["description"]}
        if item["image"]:
            shown["image"] = item["image"].url
        if item["author_name"]:
            shown["authors"] = [{"name": item["author_name"]}]
        return {
            "id": item["unique_id"],
            "url": item["link"],
            "title": item["title"],
            **shown,
            "date_published": item["pubdate"].isoformat(),
            "date_modified": item["updateddate"].isoformat(),
            "language": self.feed["language"],
            "tags": list(item["categories"]),
        }


@dataclass(frozen=True)
class FeedFormat:
    """A format of feeds, where it lies below the list, and how it takes plain text."""

    path: str
    generator: type[RssFeed | AtomFeed | JsonFeed]
    written: Callable[[str], str] = escape  # Django's RSS and Atom call every description HTML.


RSS = FeedFormat("feed/", RssFeed)
ATOM = FeedFormat("feed/atom/", AtomFeed)
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
    """Entries as a feed of the page's list, in the page's language; the middleware adds ETag and answers 304."""
    park_name = page.ancestors[0].title
    query = f"?{params.urlencode()}" if params else ""
    feed = feed_format.generator(
        title=f"{page.title} · {park_name}",
        author_name=park_name,
        link=f"{page.absolute_url}{query}",
        description=page.meta_description,
        language=page.locale.language_code,
        feed_url=f"{page.absolute_url}{feed_format.path}{query}",
        changed=page.last_published_at or LONG_AGO,
    )
    latest = []
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
            content=entry.content,
            image=entry.image,
        )
        latest.append(max(entry.updated, entry.changed or entry.updated))
    last_modified = http_date(max(latest, default=feed.feed["changed"]).timestamp())
    response = HttpResponse(content_type=feed_format.generator.content_type, headers={"Last-Modified": last_modified})
    feed.write(response, "utf-8")
    return response
