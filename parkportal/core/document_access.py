"""Who may download a document."""

from typing import Any

from wagtail.models import ReferenceIndex

from .file_rights import is_hidden_file
from .models import ParkDocument
from .visibility import is_visible


def may_download(document: ParkDocument, user: Any) -> bool:
    """Staff may, unless it is hidden from them; others once something that the public may see refers to it."""
    if user.is_authenticated and user.has_perm("wagtailadmin.access_admin"):
        return not is_hidden_file(document, user)
    return any(_is_seen(owner) for owner, _references in ReferenceIndex.get_grouped_references_to(document))


def is_public(document: ParkDocument) -> bool:
    """Whether anybody may have a document that stands with something public: its file is there, its collection open."""
    restricted = document.collection.get_view_restrictions().exists()
    return not restricted and document.file.storage.exists(document.file.name)


def _is_seen(owner: Any) -> bool:
    return hasattr(owner, "live") and is_visible(owner)
