"""Articles as entries of feeds."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from parkportal.core.feeds import Entry, EntryImage
from parkportal.core.sizes import size_of

from .full_text import full_texts
from .models import Article, ArticleCorrection
from .structured_data import SHARED_SIZE


def article_entries(found: QuerySet, limit: int) -> Iterable[Entry]:
    """The latest of these articles with their full text, the newest first."""
    related: Any = found.select_related("issuer", "picture", "locale")
    latest = list(related.with_rows("correction_rows")[:limit])
    return map(_entry, latest, full_texts(latest))


def _entry(article: Article, text: str) -> Entry:
    unchecked = _("Made by a machine, not checked")
    return Entry(
        unique_id=article.stable_id,
        title=article.title,
        link=article.absolute_url,
        summary=article.lead,
        content=f"<p><i>{unchecked}</i></p>\n{text}" if article.is_unchecked else text,
        published=article.published_at,
        updated=article.updated_at,
        changed=article.last_published_at,
        author=article.author or str(article.visible_issuer or ""),
        categories=(article.kind_label, unchecked) if article.is_unchecked else (article.kind_label,),
        image=_image(article),
    )


def _image(article: Article) -> EntryImage | None:
    rendition = size_of(article.picture, SHARED_SIZE)
    if article.picture is None or rendition is None:
        return None
    return EntryImage(
        url=rendition.full_url,
        width=rendition.width,
        height=rendition.height,
        credit=article.picture.credit,
        description=article.picture.default_alt_text,
    )


def correction_entry(note: ArticleCorrection) -> Entry:
    """A note on an article as an entry of a feed."""
    return Entry(
        unique_id=note.stable_id,
        title=f"{note.get_kind_display()}: {note.article.title}",
        link=f"{note.article.absolute_url}#corrections",
        summary=note.in_words,
        published=note.made_at,
        updated=note.made_at,
        categories=(str(note.get_kind_display()),),
    )
