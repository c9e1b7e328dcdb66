"""Articles as schema.org data."""

from typing import TYPE_CHECKING, Any

from parkportal.core.json_ld import filled, reference

if TYPE_CHECKING:
    from .models import Article, ArticleCorrection

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
            "correction": [_correction(note) for note in article.corrections],
            "image": _image_url(article),
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


def _image_url(article: "Article") -> str:
    return article.picture.get_rendition(SHARED_SIZE).full_url if article.picture else ""
