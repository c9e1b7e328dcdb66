"""Articles as schema.org data."""

import datetime
from typing import TYPE_CHECKING, Any

from organisations.models import Organisation
from parkportal.core.models import Record

if TYPE_CHECKING:
    from .models import Article

SHARED_SIZE = "width-1200|format-jpeg"  # One of the sizes that the page shows.


def article_data(article: "Article") -> dict[str, Any]:
    """The properties of NewsArticle and Article that are known."""
    issuer = article.visible_issuer
    subjects: list[Record] = [*article.organisations, *article.facilities, *article.partnerships]
    data = {
        "headline": article.title,
        "datePublished": article.date.isoformat(),
        "dateModified": _modified(article),
        "locationCreated": {"@type": "Place", "name": article.place} if article.place else None,
        "author": _author(article) or _organisation(issuer),
        "publisher": _organisation(issuer),
        "sourceOrganization": {"@type": "Organization", "name": article.source_name} if article.source_name else None,
        "isBasedOn": article.source_url,
        "about": [_subject(record) for record in subjects],
        "image": _image_url(article),
    }
    return {name: value for name, value in data.items() if value}


def _author(article: "Article") -> dict[str, str] | None:
    kind = "Organization" if article.author_is_team else "Person"
    return {"@type": kind, "name": article.author} if article.author else None


def _modified(article: "Article") -> str:
    moment: datetime.date | None = article.updated_on or article.last_published_at
    return moment.isoformat() if moment else ""


def _organisation(organisation: Organisation | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": str(organisation)} if organisation else None


def _subject(record: Record) -> dict[str, str]:
    return {"@type": "Organization" if isinstance(record, Organisation) else "Thing", "name": str(record)}


def _image_url(article: "Article") -> str:
    return article.picture.get_rendition(SHARED_SIZE).full_url if article.picture else ""
