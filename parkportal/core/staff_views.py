"""What the admin asks while staff work."""

from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from .checks.rules import findings
from .publication import CheckedBeforePublishing


def findings_of_draft(request: HttpRequest, label: str, key: int) -> HttpResponse:
    """What the check before publishing finds in the draft as it was last saved."""
    model: Any
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError) as error:
        raise Http404 from error
    if not issubclass(model, CheckedBeforePublishing):
        raise Http404
    thing = get_object_or_404(model, pk=key)
    if not _may_edit(request.user, thing):
        raise PermissionDenied
    return render(request, "staff/findings.html", {"findings": findings(thing.get_latest_revision_as_object())})


def _may_edit(user: Any, thing: Model) -> bool:
    if isinstance(thing, Page):
        return bool(thing.permissions_for_user(user).can_edit())
    return bool(user.has_perm(f"{thing._meta.app_label}.change_{thing._meta.model_name}"))
