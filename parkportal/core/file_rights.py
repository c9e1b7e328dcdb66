"""Images and documents that staff must not see: those that stand only with pages hidden from them."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.models import Page, ReferenceIndex
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from .page_rights import hidden_pages

OWNER = "uploaded_by_user"


def is_hidden_file(file: Model, user: Any) -> bool:
    """Whether somebody of the staff must not see an image or document."""
    return file.pk in _hidden_keys(type(file), user)


def without_hidden_files(files: Any, user: Any) -> Any:
    """The images or documents but those that somebody must not see."""
    keys = _hidden_keys(files.model, user)
    return files.exclude(pk__in=keys) if keys else files


def _hidden_keys(model: type[Model], user: Any) -> set[int]:
    """Asked once for a request, whose user this is."""
    kept: dict[type[Model], set[int]] = user.__dict__.setdefault("_hidden_files", {})
    if model not in kept:
        kept[model] = _with_hidden_pages_only(model, user)
    return kept[model]


def _with_hidden_pages_only(model: type[Model], user: Any) -> set[int]:
    """The files of hidden pages, as last drafted and as saved, that stand nowhere else and that somebody else added."""
    pages = [page for found in hidden_pages(user) for page in found.specific()]
    if not pages:
        return set()
    kind = ContentType.objects.get_for_model(model)
    drafts = [page.get_latest_revision_as_object() for page in pages]
    drafted = {
        key
        for draft in drafts
        for to_kind, key, *_paths in ReferenceIndex._extract_references_from_object(draft)
        if to_kind == kind.pk
    }
    to_files = ReferenceIndex.objects.filter(to_content_type=kind)
    of_hidden = {
        "base_content_type": ContentType.objects.get_for_model(Page),
        "object_id__in": [str(page.pk) for page in pages],
    }
    found = drafted | set(to_files.filter(**of_hidden).values_list("to_object_id", flat=True))
    elsewhere = to_files.filter(to_object_id__in=found).exclude(**of_hidden).values_list("to_object_id", flat=True)
    own = model._default_manager.filter(**{OWNER: user.pk}).values_list("pk", flat=True)
    return {int(key) for key in found - set(elsewhere)} - set(own)


class FilePolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's rights by collection, but nothing of a hidden file."""

    def __init__(self, model: type[Model], auth_model: str) -> None:
        super().__init__(model, auth_model=auth_model, owner_field_name=OWNER)

    def user_has_any_permission_for_instance(self, user: Any, actions: Iterable[str], instance: Any) -> bool:
        """Nothing of a hidden file."""
        allowed = super().user_has_any_permission_for_instance(user, actions, instance)
        return bool(allowed) and not is_hidden_file(instance, user)

    def instances_user_has_any_permission_for(self, user: Any, actions: Iterable[str]) -> Any:
        """Without hidden files."""
        found = super().instances_user_has_any_permission_for(user, actions)
        return without_hidden_files(found, user) if user.is_authenticated else found


class ImagesForStaff(ImagesAdminAPIViewSet):
    """What the admin's scripts ask of images; Wagtail's own would tell of every one."""

    def get_queryset(self) -> Any:
        """Without hidden files."""
        return without_hidden_files(super().get_queryset(), self.request.user)


class DocumentsForStaff(DocumentsAdminAPIViewSet):
    """The same of documents."""

    def get_queryset(self) -> Any:
        """Without hidden files."""
        return without_hidden_files(super().get_queryset(), self.request.user)
