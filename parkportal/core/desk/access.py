"""Whose need something is: who may open it."""

from typing import Any

from django.apps import apps
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page
from wagtail.permissions import policy_registry

from ..models import Drafted


def may_change(user: Any, model: type[Model]) -> bool:
    """Whether a user may edit things of a model that are no pages."""
    return bool(user.has_perm(f"{model._meta.app_label}.change_{model._meta.model_name}"))


def pages_to_edit(user: Any) -> QuerySet[Any]:
    """The pages that a user may edit, of every type."""
    return policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change").exclude(depth=1)


def models_to_edit(user: Any, kind: type[Drafted] = Drafted) -> list[Any]:
    """The models with drafts whose things a user may edit, and that are of a kind."""
    return [model for model in apps.get_models() if issubclass(model, kind) and may_change(user, model)]


def revisions_to_edit(user: Any) -> Q:
    """A condition for revisions: they are of a page or record that the user may edit."""
    return about_what_may_be_edited(user, "base_content_type")


def about_what_may_be_edited(user: Any, kind: str) -> Q:
    """A condition for rows with a content type, in the column that is named, and an ``object_id``."""
    pages = pages_to_edit(user).annotate(_text_key=Cast("pk", CharField())).order_by().values("_text_key")
    condition = Q(_is(Page, kind), object_id__in=pages)
    for model in models_to_edit(user):
        condition |= _is(model, kind)
    return condition


def _is(model: type[Model], kind: str) -> Q:
    return Q(**{f"{kind}__app_label": model._meta.app_label, f"{kind}__model": model._meta.model_name})
