"""Who may download a document."""

from typing import Any

from wagtail.models import ReferenceIndex

from .models import ParkDocument
from .visibility import is_visible


def may_download(document: ParkDocument, user: Any) -> bool:
    """Staff may; others once something that the public may see refers to the document."""
    if user.is_authenticated and user.has_perm("wagtailadmin.access_admin"):
        return True
    return any(_is_seen(owner) for owner, _references in ReferenceIndex.get_grouped_references_to(document))


def is_public(document: ParkDocument) -> bool:
    """Whether anybody may have a document that stands with something public: its file is there, its collection open."""
    restricted = document.collection.get_view_restrictions().exists()
    return not restricted and document.file.storage.exists(document.file.name)


def _is_seen(owner: Any) -> bool:
    return hasattr(owner, "live") and is_visible(owner)
