"""Articles as schema.org data."""

import datetime
from typing import TYPE_CHECKING, Any

from parkportal.core.json_ld import filled, reference

if TYPE_CHECKING:
    from .models import Article

SHARED_SIZE = "width-1200|format-jpeg"  # One of the sizes that the page shows.


def article_data(article: "Article") -> dict[str, Any]:
    """The properties of NewsArticle and Article that are known."""
    issuer = article.visible_issuer
    subjects = [
        *(reference("Organization", record) for record in (*article.organisations, *article.partnerships)),
        *(reference("Place", record) for record in article.facilities),
    ]
    publisher = reference("Organization", issuer)
    return filled(
        {
            "headline": article.title,
            "mainEntityOfPage": article.absolute_url,
            "datePublished": article.date.isoformat(),
            "dateModified": _modified(article),
            "locationCreated": {"@type": "Place", "name": article.place} if article.place else None,
            "author": _author(article) or publisher,
            "publisher": publisher,
            "sourceOrganization": {"@type": "Organization", "name": article.source_name}
            if article.source_name
            else None,
            "isBasedOn": article.source_url,
            "about": subjects,
            "image": _image_url(article),
        }
    )


def _author(article: "Article") -> dict[str, str] | None:
    kind = "Organization" if article.author_is_team else "Person"
    return {"@type": kind, "name": article.author} if article.author else None


def _modified(article: "Article") -> str:
    moment: datetime.date | None = article.updated_on or article.last_published_at
    return moment.isoformat() if moment else ""


def _image_url(article: "Article") -> str:
    return article.picture.get_rendition(SHARED_SIZE).full_url if article.picture else ""
