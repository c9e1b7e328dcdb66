"""The arguments of an address, filled from what is there."""

from fnmatch import fnmatch
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupApprovalTask, UploadedFile, Workflow

from news.models import JournalistLink, NewsIndexPage
from organisations.models import EntryLink
from parkportal.core.models import ImportJob, Proposal
from parkportal.website.models import HomePage, Menu, ParkSettings

from .addresses import Address
from .things import EMBARGOED, OTHERS, OWN, TRANSLATION, Things

PAGE_ARGUMENTS = {"page_id", "page_to_move_id", "page"}
OF_MODELS = {
    "document_id": get_document_model,
    "doc_id": get_document_model,
    "image_id": get_image_model,
    "collection_id": lambda: Collection,
    "redirect_id": lambda: Redirect,
    "uploaded_file_id": lambda: UploadedFile,
    "task_id": lambda: GroupApprovalTask,
    "workflow_pk": lambda: Workflow,
    "link": lambda: JournalistLink,
}
FIXED: dict[str, Any] = {
    "content_type_app_name": "news",
    "app_name": "news",
    "name": "drafts",
    "content_type_model_name": "newsstory",
    "action_name": "approve",
    "action": "delete",
    "task_state_id": 1,
    "workflow_state_id": 1,
    "session_id": 1,
    "revision_id_a": "earliest",
    "revision_id_b": "latest",
    "filter_spec": "original",
    "uidb36": "1",
    "uidb64": "MQ",
    "token": "x",
    "key": "x",
    "language": "en",
    "theme": "day",
}
BY_ADDRESS: dict[str, dict[str, Any]] = {
    "wagtail_bulk_action": {"app_label": "wagtailcore", "model_name": "page"},
    "cms/bulk/*": {"app_label": "wagtailcore", "model_name": "page"},
    "wagtailadmin_pages:choose_parent": {"app_label": "news", "model_name": "newsstory"},
    "wagtailadmin_tag_model_autocomplete": {"app_name": "news", "model_name": "articletopic"},
    "wagtailadmin_workflows:add_task": {"app_label": "wagtailcore", "model_name": "groupapprovaltask"},
    "wagtailsettings:*": {"app_name": "website", "model_name": "parksettings"},
    "need": {"name": "drafts"},
    "handbook_chapter": {"name": "01-log-in"},
    "handbook_picture": {"name": "01-connect"},
}


OF_SPACES: dict[str, Any] = {
    "wagtaildocs:*": get_document_model(),
    "wagtailimages:*": get_image_model(),
    "wagtailadmin_api:documents:*": get_document_model(),
    "wagtailadmin_api:images:*": get_image_model(),
    "wagtailadmin_collections:*": Collection,
    "wagtailadmin_workflows:*task*": GroupApprovalTask,
    "wagtailadmin_workflows:remove": HomePage,
    "wagtailadmin_workflows:*": Workflow,
    "wagtailusers_users:*": get_user_model(),
    "wagtailusers_groups:*": Group,
    "wagtaildocs_chooser:*": get_document_model(),
    "wagtailimages_chooser:*": get_image_model(),
    "wagtailsettings:*": ParkSettings,
    "import_job": ImportJob,
    "proposal": Proposal,
    "revoke_entry_link": EntryLink,
    "simple_translation:submit_snippet_translation": Menu,
}
PAGE_ADDRESSES = (
    "wagtailadmin_pages:revisions_compare",
    "wagtailadmin_api:pages:detail",
    "wagtailadmin_api:pages:action",
    "wagtailadmin_editing_sessions:ping",
    "findings_of_draft",
    "make_version",
    "original_texts",
)


def variants(address: Address) -> list[str]:
    """Whose thing it may be about."""
    if PAGE_ARGUMENTS & {*address.arguments} or address.name in PAGE_ADDRESSES:
        return [OWN, OTHERS, EMBARGOED, TRANSLATION]
    return [OWN, OTHERS] if address.name.startswith("mfa_") and address.arguments else [""]


def filled(address: Address, things: Things, role: str, variant: str) -> dict[str, Any]:
    """What the view is called with."""
    own = next((values for name, values in BY_ADDRESS.items() if fnmatch(address.name, name)), {})
    return {name: own.get(name) or _value(name, address, things, role, variant) for name in address.arguments}


def _value(name: str, address: Address, things: Things, role: str, variant: str) -> Any:
    about = _about(address, things, role, variant)
    if name == "revision_id":
        return about.latest_revision_id or 1
    if name in PAGE_ARGUMENTS or (about and name in ("pk", "object_id", "key", "page_pk")):
        return str(about.pk) if name == "object_id" else about.pk
    if name in ("parent_page_id", "destination_id"):
        return things.site["nl" if name == "parent_page_id" else "en"][NewsIndexPage].pk
    if name == "label":
        return about._meta.label
    if name in ("app_label", "model_name") and about:
        return getattr(about._meta, name)
    if name in OF_MODELS:
        return things.of(OF_MODELS[name]()).pk
    assert name in FIXED, f"Say in FIXED or BY_ADDRESS what “{name}” is in {address.path}."
    return FIXED[name]


def _about(address: Address, things: Things, role: str, variant: str) -> Any:
    """The thing that the address is about."""
    if address.name.startswith("mfa_"):
        return things.key(variant, role)
    if variant:
        return things.page(variant, role)
    model = next((model for name, model in OF_SPACES.items() if fnmatch(address.name, name)), address.model)
    return things.of(model) if model else None
