"""What Wagtail's migrations put into an empty database; the tests make their tables without them, ten times faster.

The migrations themselves run for the demo in the browser tests and for the whole stack.
"""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models.signals import post_migrate
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    Locale,
    Page,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from parkportal.website.roles import WAGTAILS_WORKFLOW


def add_first_rows(**kwargs: Any) -> None:
    """The roots of pages and collections, the first locale, site and workflow, and the right to enter the admin."""
    if Page.objects.exists():
        return
    locale = Locale.objects.create(language_code="nl")
    root = Page.add_root(instance=Page(title="Root", slug="root", locale=locale))
    Collection.add_root(name="Root")
    home = root.add_child(instance=Page(title="Welcome", slug="home", locale=locale))
    Site.objects.create(hostname="localhost", root_page=home, is_default_site=True)
    admin, _created = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    Permission.objects.get_or_create(content_type=admin, codename="access_admin", defaults={"name": "Can access admin"})
    add_first_workflow(root)


def add_first_workflow(root: Page) -> None:
    """What Wagtail has reviewed begins at the root, with a group of its own."""
    workflow = Workflow.objects.create(name=WAGTAILS_WORKFLOW)
    task = GroupApprovalTask.objects.create(name=WAGTAILS_WORKFLOW)
    task.groups.add(Group.objects.get_or_create(name="Moderators")[0])
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=root)


def add_search_table(**kwargs: Any) -> None:
    """SQLite's table for full-text search, by the statements of Wagtail's own migration."""
    if connection.vendor != "sqlite":
        return
    migration = import_module("wagtail.search.migrations.0006_customise_indexentry").Migration
    with connection.cursor() as cursor:
        cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'wagtailsearch_indexentry_fts'")
        if "VIRTUAL" in cursor.fetchone()[0]:
            return
        cursor.execute("DROP TABLE wagtailsearch_indexentry_fts")
        for operation in migration.operations[-1].database_operations:
            cursor.execute(operation.sql)


def connect() -> None:
    """Add them as soon as the tables are there, before what depends on them."""
    for receiver, app in ((add_first_rows, "wagtailcore"), (add_search_table, "wagtailsearch")):
        post_migrate.connect(receiver, sender=apps.get_app_config(app), dispatch_uid=receiver.__name__)
