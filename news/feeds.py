"""The list of news as feeds: RSS 2.0, Atom, and JSON Feed 1.1 (jsonfeed.org)."""

import datetime
import json
import uuid
from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed

from parkportal.core.models import BasePage

from .models import Article

ITEMS = 30


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


FORMATS: dict[str, type[Rss201rev2Feed | Atom1Feed | JsonFeed]] = {
    "rss": Rss201rev2Feed,
    "atom": Atom1Feed,
    "json": JsonFeed,
}
PATHS = {("feed",): "rss", ("feed", "atom"): "atom", ("feed", "json"): "json"}


def news_feed(page: BasePage, articles: Iterable[Article], name: str, query: str) -> HttpResponse:
    """Articles as a feed in the page's language."""
    kind = FORMATS[name]
    park_name = page.ancestors[0].title
    feed = kind(
        title=f"{page.title} · {park_name}",
        author_name=park_name,
        link=page.absolute_url,
        description=page.meta_description,
        language=page.locale.language_code,
        feed_url=f"{page.absolute_url}{'/'.join(_path_of(name))}/{query}",
    )
    for article in articles:
        feed.add_item(
            title=article.title,
            link=article.absolute_url,
            description=article.lead,
            author_name=article.author or str(article.visible_issuer or "") or None,
            pubdate=_start_of(article.date),
            updateddate=_start_of(article.updated_on or article.date),
            unique_id=stable_id(article),
            unique_id_is_permalink=False,
            categories=[article.kind_label],
        )
    response = HttpResponse(content_type=kind.content_type)
    feed.write(response, "utf-8")
    return response


def _path_of(name: str) -> tuple[str, ...]:
    return next(path for path, format_name in PATHS.items() if format_name == name)


def stable_id(article: Article) -> str:
    """An id that stays when the address changes, and differs between the languages."""
    return uuid.uuid5(article.translation_key, str(article.locale_id)).urn


def _start_of(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
