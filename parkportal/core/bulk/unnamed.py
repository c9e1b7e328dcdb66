"""What is done with several things at once names what one may not do that with, but nothing that one must not see."""

from typing import Any

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Page

from ..file_rights import is_hidden_file
from ..models import ParkDocument, ParkImage


class WithoutHidden:
    """Before one of Wagtail's actions: it does not tell of hidden things."""

    request: HttpRequest

    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        """The things to act on, and by reason those that are left out."""
        things, left_out = super().get_actionable_objects()  # type: ignore[misc]
        return things, {reason: list(filter(self._may_be_named, those)) for reason, those in left_out.items()}

    def _may_be_named(self, thing: Any) -> bool:
        if isinstance(thing, ParkImage | ParkDocument):
            return not is_hidden_file(thing, self.request.user)
        return not isinstance(thing, Page) or not thing.specific_deferred.is_hidden_from(self.request.user)


@never_cache
@require_admin_access
def bulk_action(request: HttpRequest, app_label: str, model_name: str, action: str) -> HttpResponse:
    """The page of an action, and the action; in the place of Wagtail's."""
    found = bulk_action_registry.get_bulk_action_class(app_label, model_name, action)
    if found is None:
        raise Http404
    action_class = type(found.__name__, (WithoutHidden, found), {})
    response: HttpResponse = action_class(request, apps.get_model(app_label, model_name)).dispatch(request)
    return response
