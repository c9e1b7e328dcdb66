"""Originals and translations: which version of the original a translation follows, and whether a person checked it."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.models import Page, Revision

from .substance import differs

if TYPE_CHECKING:
    from .models.translated import Translated


def original_of(article: Any) -> Any:
    """The article, published or not, of which this is a translation; None if it is none."""
    if not article.is_translation:
        return None
    pages = Page.objects.filter(
        translation_key=article.translation_key, locale__language_code=article.original_language
    )
    return pages.exclude(pk=article.pk).first()


def is_behind(article: "Translated") -> bool:
    """Whether the published original differs in substance from the version that the translation follows."""
    original, followed = article.original, article.translated_from_id  # type: ignore[attr-defined]
    if original is None or followed is None or original.live_revision_id is None:
        return False
    if original.live_revision_id <= followed:
        return False
    versions = Revision.objects.in_bulk([followed, original.live_revision_id])
    return len(versions) > 1 and differs(versions[followed].content, versions[original.live_revision_id].content)


def follow_original(article: Any) -> None:
    """Note that the translation follows the original as it is now: as published, else as last saved."""
    original = original_of(article)
    article.translated_from_id = (original.live_revision_id or original.latest_revision_id) if original else None
    for name in ("original", "is_behind"):
        vars(article).pop(name, None)


def note_machine_made(article: "Translated") -> None:
    """Mark the text as a machine's; what was checked before was another text."""
    article.machine_made, article.checked_by, article.checked_at = True, None, None


def note_checked(article: "Translated", user: Any) -> None:
    """Note that a person has read the text and answers for it."""
    article.checked_by, article.checked_at = user, timezone.now()
