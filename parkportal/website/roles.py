"""What staff may do: a group for each role, with exactly the rights its work needs. Administrators need no group."""

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
    Locale,
    Page,
    Workflow,
    WorkflowContentType,
)

from parkportal.core.forms import CHANGE_ORIGINAL
from parkportal.core.models import Drafted, Record, Term

EDITORS, PUBLISHERS, DIRECTORY_MANAGERS = "Editors", "Publishers", "Directory managers"
TRANSLATORS, PRESS_OFFICERS = "Translators", "Press officers"
ROLES = (EDITORS, PUBLISHERS, TRANSLATORS, PRESS_OFFICERS, DIRECTORY_MANAGERS)

WRITE = ["add", "change"]
ISSUE = [*WRITE, "publish", "lock", "unlock"]
# On every page of the site.
PAGE_ACTIONS = {EDITORS: WRITE, PUBLISHERS: [*ISSUE, "bulk_delete"], TRANSLATORS: ["translate"]}
# On the pages of some kinds and whatever is below them.
SECTION_ACTIONS = {PRESS_OFFICERS: ISSUE, DIRECTORY_MANAGERS: WRITE}
SECTIONS = {
    PRESS_OFFICERS: ["news.NewsIndexPage", "news.PressRoomPage", "news.CorrectionsPage"],
    DIRECTORY_MANAGERS: [
        "organisations.OrganisationIndexPage",
        "organisations.FacilityIndexPage",
        "organisations.EquipmentIndexPage",
        "organisations.BuildingIndexPage",
        "organisations.PeopleIndexPage",
        "organisations.MapPage",
        "education.EducationPage",
        "education.CalendarPage",
    ],
}
RECORD_ACTIONS = {
    EDITORS: [*WRITE, "view"],
    PUBLISHERS: [*WRITE, "view", "publish"],
    TRANSLATORS: ["change", "view"],
    PRESS_OFFICERS: ["view"],
    DIRECTORY_MANAGERS: [*WRITE, "view", "publish", "delete", "lock", "unlock"],
}
FILE_ACTIONS = {TRANSLATORS: ["choose"]}
ALL_FILE_ACTIONS = [*WRITE, "choose"]
OTHER_MODELS = {
    PUBLISHERS: [
        "website.Menu",
        "website.ParkSettings",
        "news.Figure",
        "news.AlertSubscription",
        "news.AlertMailing",
        "core.GlossaryEntry",
        "education.EventSeries",
    ],
    PRESS_OFFICERS: ["news.Figure", "news.AlertSubscription", "news.AlertMailing"],
    DIRECTORY_MANAGERS: ["core.GlossaryEntry", "core.ImportJob", "core.Term", "core.Synonym", "education.EventSeries"],
}
READ_ONLY = {
    PUBLISHERS: ["core.Proposal"],
    PRESS_OFFICERS: ["core.Proposal"],
    DIRECTORY_MANAGERS: ["website.Enquiry", "core.Proposal", "organisations.EntryLink"],
}
# Rights of our own by app label and codename: what they are for stands where they are asked.
OWN_RIGHTS = {
    EDITORS: [CHANGE_ORIGINAL],
    PUBLISHERS: [CHANGE_ORIGINAL, "news.see_embargoed"],
    TRANSLATORS: ["news.see_embargoed"],
    PRESS_OFFICERS: [CHANGE_ORIGINAL, "news.see_embargoed"],
    DIRECTORY_MANAGERS: [CHANGE_ORIGINAL],
}
NEW_RIGHTS = {
    Page: ("translate_page", "Can write translations of pages"),
    Locale: ("change_original", "Can change the facts and the original text of records"),
}
WAGTAILS_WORKFLOW = "Moderators approval"
WORKFLOW = "Eindredactie · Editorial review"  # Kept in the database: one name for both languages.


def make_roles(app_config: AppConfig | None = None, **kwargs: Any) -> None:
    """Give the groups their permissions. A receiver of ``post_migrate``: it runs after the last app."""
    if app_config is not None and app_config is not _last_app():
        return
    root = Page.get_first_root_node()
    collection = Collection.get_first_root_node()
    for model, (codename, name) in NEW_RIGHTS.items():
        content_type = ContentType.objects.get_for_model(model)
        Permission.objects.get_or_create(content_type=content_type, codename=codename, defaults={"name": name})
    for role in ROLES:
        group, _created = Group.objects.get_or_create(name=role)
        group.permissions.add(*_model_permissions(role))
        _permit_pages(group, [root], PAGE_ACTIONS.get(role, []))
        actions = FILE_ACTIONS.get(role, ALL_FILE_ACTIONS)
        # Wagtail asks for the permissions of its own models, whatever models the site has instead.
        for permission in [*_permissions(Image, actions), *_permissions(Document, actions)]:
            GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
    for model in section_models():
        for page in model._default_manager.all():
            open_section(page)
    _adopt_workflow(Group.objects.get(name=PUBLISHERS))


def section_models() -> list[type[Model]]:
    """The kinds of pages that belong to a role, with whatever is below them."""
    return [apps.get_model(label) for labels in SECTIONS.values() for label in labels]


def open_section(instance: Any, created: bool = True, **kwargs: Any) -> None:
    """Let the role write there to which the page belongs. A receiver of ``post_save``."""
    if created and not kwargs.get("raw"):
        for role, labels in SECTIONS.items():
            if instance._meta.label in labels:
                group, _created = Group.objects.get_or_create(name=role)
                _permit_pages(group, [instance], SECTION_ACTIONS[role])


def _permit_pages(group: Group, pages: Iterable[Page], actions: list[str]) -> None:
    for page in pages:
        for permission in _permissions(Page, actions):
            GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


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
    for label in OTHER_MODELS.get(group, []):
        yield from _permissions(apps.get_model(label), ["add", "change", "view", "publish", "delete"])
    for label in READ_ONLY.get(group, []):
        yield from _permissions(apps.get_model(label), ["view", "delete"])
    yield from _permissions(Term, ["view"])
    for right in OWN_RIGHTS[group]:
        label, codename = right.split(".")
        yield Permission.objects.get(content_type__app_label=label, codename=codename)


def _permissions(model: type[Model], actions: list[str]) -> Any:
    codenames = [f"{action}_{model._meta.model_name}" for action in actions]
    content_type = ContentType.objects.get_for_model(model)
    return Permission.objects.filter(content_type=content_type, codename__in=codenames)


def _last_app() -> AppConfig:
    return [config for config in apps.get_app_configs() if config.models_module is not None][-1]
