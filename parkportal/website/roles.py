"""What staff may do: editors write drafts, publishers publish, directory managers keep the records."""

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig, apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowContentType,
)

from parkportal.core.models import Drafted, Record, Term

EDITORS, PUBLISHERS, DIRECTORY_MANAGERS = "Editors", "Publishers", "Directory managers"

PAGE_ACTIONS = {
    EDITORS: ["add", "change"],
    PUBLISHERS: ["add", "change", "publish", "lock", "unlock", "bulk_delete"],
    DIRECTORY_MANAGERS: ["add", "change"],
}
RECORD_ACTIONS = {
    EDITORS: ["add", "change", "view"],
    PUBLISHERS: ["add", "change", "view", "publish"],
    DIRECTORY_MANAGERS: ["add", "change", "view", "publish", "delete", "lock", "unlock"],
}
FILE_ACTIONS = ["add", "change", "choose"]
OTHER_MODELS = {
    EDITORS: [],
    PUBLISHERS: [
        "website.Menu",
        "website.ParkSettings",
        "news.Figure",
        "news.AlertSubscription",
        "news.AlertMailing",
        "education.EventSeries",
        "education.EventProposal",
    ],
    DIRECTORY_MANAGERS: ["core.Term", "core.Synonym", "education.EventSeries", "education.EventProposal"],
}
WAGTAILS_WORKFLOW = "Moderators approval"
WORKFLOW = "Eindredactie · Editorial review"  # Kept in the database: one name for both languages.
READ_ONLY = {EDITORS: [], PUBLISHERS: [], DIRECTORY_MANAGERS: ["website.Enquiry"]}


def make_roles(app_config: AppConfig | None = None, **kwargs: Any) -> None:
    """Give the three groups their permissions. A receiver of ``post_migrate``: it runs after the last app."""
    if app_config is not None and app_config is not _last_app():
        return
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for name in (EDITORS, PUBLISHERS, DIRECTORY_MANAGERS):
        group, _created = Group.objects.get_or_create(name=name)
        group.permissions.add(*_model_permissions(name))
        for action in PAGE_ACTIONS[name]:
            permission = _permissions(Page, [action]).get()
            GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
        # Wagtail asks for the permissions of its own models, whatever models the site has instead.
        for permission in [*_permissions(Image, FILE_ACTIONS), *_permissions(Document, FILE_ACTIONS)]:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    _adopt_workflow(Group.objects.get(name=PUBLISHERS))


def _adopt_workflow(approvers: Group) -> None:
    """Make the workflow that Wagtail begins with the park's: editors submit pages and records, publishers approve."""
    for task in GroupApprovalTask.objects.filter(name=WAGTAILS_WORKFLOW):
        task.groups.set([approvers])
        task.name = WORKFLOW
        task.save()
    for workflow in Workflow.objects.filter(name=WAGTAILS_WORKFLOW):
        workflow.name = WORKFLOW
        workflow.save()
        for model in drafted_models():
            content_type = ContentType.objects.get_for_model(model)
            WorkflowContentType.objects.get_or_create(content_type=content_type, defaults={"workflow": workflow})


def record_models() -> list[type[Record]]:
    """Every model of records."""
    return [model for model in apps.get_models() if issubclass(model, Record)]


def drafted_models() -> list[type[Drafted]]:
    """Every model with drafts but pages: records, people, roles, figures."""
    return [model for model in apps.get_models() if issubclass(model, Drafted)]


def _model_permissions(group: str) -> Iterable[Permission]:
    yield Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    for model in drafted_models():
        yield from _permissions(model, RECORD_ACTIONS[group])
    for label in OTHER_MODELS[group]:
        yield from _permissions(apps.get_model(label), ["add", "change", "view", "publish", "delete"])
    for label in READ_ONLY[group]:
        yield from _permissions(apps.get_model(label), ["view", "delete"])
    yield from _permissions(Term, ["view"])
    yield Permission.objects.get(content_type__app_label="simple_translation", codename="submit_translation")


def _permissions(model: type[Model], actions: list[str]) -> Any:
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    return Permission.objects.filter(content_type=content_type, codename__in=codenames)


def _last_app() -> AppConfig:
    return [config for config in apps.get_app_configs() if config.models_module is not None][-1]
