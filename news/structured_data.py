"""Articles as schema.org data."""

from typing import TYPE_CHECKING, Any

from parkportal.core.json_ld import filled, reference
from parkportal.core.sizes import size_of

if TYPE_CHECKING:
    from .models import Article, ArticleCorrection

SHARED_SIZE = "width-1200|format-jpeg"  # One of the sizes that the page shows.


def article_data(article: "Article") -> dict[str, Any]:
    """The properties of NewsArticle and Article that are known."""
    issuer = article.visible_issuer
    subjects = [
        *(reference("Organization", record) for record in (*article.organisations, *article.partnerships)),
        *(reference("Place", record) for record in article.facilities),
        *(reference("Event", record) for record in article.events),
    ]
    publisher = reference("Organization", issuer)
    return filled(
        {
            "headline": article.title,
            "mainEntityOfPage": article.absolute_url,
            "datePublished": article.published_at.isoformat(),
            "dateModified": article.updated_at.isoformat(),
            "locationCreated": {"@type": "Place", "name": article.place} if article.place else None,
            "author": _author(article) or publisher,
            "publisher": publisher,
            "sourceOrganization": {"@type": "Organization", "name": article.source_name}
            if article.source_name
            else None,
            "isBasedOn": article.source_url,
            "about": subjects,
            "genre": article.genre,
            "articleSection": article.kind_label,
            "keywords": [topic.name for topic in article.topic_tags],
            "isAccessibleForFree": True,
            "translationOfWork": _original(article),
            "correction": [_correction(note) for note in article.corrections],
            "image": _image(article),
        }
    )


def _author(article: "Article") -> dict[str, str] | None:
    kind = "Organization" if article.author_is_team else "Person"
    return {"@type": kind, "name": article.author} if article.author else None


def _correction(note: "ArticleCorrection") -> dict[str, str]:
    return {
        "@type": "CorrectionComment",
        "name": str(note.get_kind_display()),
        "text": " ".join(part for part in (note.wrong, note.right) if part),
        "datePublished": note.made_at.isoformat(),
    }


def _original(article: "Article") -> dict[str, str] | None:
    """The language of the original, for a translation."""
    if not article.is_translation:
        return None
    return {"@type": article.schema_type, "inLanguage": article.original_language}


def _image(article: "Article") -> dict[str, Any] | None:
    """The picture with its size, whose it is, and what is allowed."""
    picture = article.picture
    rendition = size_of(picture, SHARED_SIZE)
    if picture is None or rendition is None:
        return None
    return filled(
        {
            "@type": "ImageObject",
            "url": rendition.full_url,
            "width": rendition.width,
            "height": rendition.height,
            "caption": picture.default_alt_text,
            "creditText": picture.credit,
            "license": picture.licence_url,
        }
    )
