"""Which version of the original a translation follows, and whether a person checked it."""

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from wagtail.models import Page, Revision

from .substance import differs

if TYPE_CHECKING:
    from ..models.translated import Translated


def original_of(page: Any) -> Any:
    """The page, published or not, of which this is a translation; None if it is none."""
    if not page.is_translation:
        return None
    pages = Page.objects.filter(translation_key=page.translation_key, locale__language_code=page.original_language)
    return pages.exclude(pk=page.pk).first()


def is_behind(page: "Translated") -> bool:
    """Whether the published original says something else than the version that the translation follows.

    It does as soon as it is another version: what follows a version that says the same is moved on when that is
    published, see ``keep_up``.
    """
    original, followed = page.original, page.translated_from_id  # type: ignore[attr-defined]
    return bool(original and followed and (original.live_revision_id or 0) > followed)


def follow_original(page: Any) -> None:
    """Note that the translation follows the original as it is now: as published, else as last saved."""
    original = original_of(page)
    page.translated_from_id = (original.live_revision_id or original.latest_revision_id) if original else None
    for name in ("original", "is_behind"):
        vars(page).pop(name, None)


def keep_up(original: Page) -> None:
    """The original was published: translations of a version that says the same follow the new one.

    Wagtail says “published” of what is planned too, of which nothing is public yet.
    """
    from ..models import BasePage  # Pages stand on this.

    if original.live_revision is None:
        return
    for other in original.get_translations().specific():
        if isinstance(other, BasePage) and other.original_language == original.locale.language_code:
            for followed in _versions_followed(other, original):
                if not differs(followed.content, original.live_revision.content):
                    _move_on(other, followed, original.live_revision)


def _versions_followed(translation: Any, original: Page) -> Any:
    """The older versions of the original that the translation, as published or as drafted, follows."""
    drafted = translation.latest_revision.content.get("translated_from") if translation.latest_revision else None
    keys = {key for key in (translation.translated_from_id, drafted) if key and key < original.live_revision_id}
    return Revision.objects.filter(pk__in=keys)


def _move_on(translation: Any, before: Revision, now: Revision) -> None:
    live = type(translation)._base_manager.filter(pk=translation.pk, translated_from=before)
    live.update(translated_from=now)
    draft = translation.latest_revision
    if draft and draft.content.get("translated_from") == before.pk:
        draft.content["translated_from"] = now.pk
        draft.save(update_fields=["content"])


def note_machine_made(page: "Translated") -> None:
    """Mark the text as a machine's; what was checked before was another text."""
    page.machine_made, page.checked_by, page.checked_at = True, None, None


def note_checked(page: "Translated", user: Any) -> None:
    """Note that a person has read the text and answers for it."""
    page.checked_by, page.checked_at = user, timezone.now()
