"""A change of several records at once: asked for on a page of its own, then made in each as somebody would by hand."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.utils.functional import classproperty
from django.utils.translation import ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction
from wagtail.snippets.permissions import get_permission_name

from ..forms import CHANGE_ORIGINAL
from ..models import Record

Change = Callable[[Any], None]


def change_in(record: Any, change: Change, user: Any) -> None:
    """Make a change in the draft, and in public too where the draft is what the public sees."""
    is_public_as_drafted = record.live and not record.has_unpublished_changes
    draft = record.get_latest_revision_as_object()
    change(draft)
    revision = draft.save_revision(user=user, log_action=True, clean=False)
    if is_public_as_drafted:
        revision.publish(user=user)


class RecordBulkAction(SnippetBulkAction):
    """A change of records, for who may change and publish them."""

    template_name = "core/admin/bulk_action.html"
    explanation: Any = ""

    @classproperty
    def models(cls) -> list[Any]:  # noqa: N805
        """Every kind of record."""
        return [model for model in apps.get_models() if issubclass(model, Record)]

    def check_perm(self, obj: Any) -> bool:
        """It is public at once, so it takes the right to publish."""
        user = self.request.user
        return user.has_perm(get_permission_name("publish", type(obj))) and user.has_perm(CHANGE_ORIGINAL)

    def get_execution_context(self) -> dict[str, Any]:
        """With what was filled in."""
        return super().get_execution_context() | {"user": self.request.user, "data": self.cleaned_form.cleaned_data}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The words of the page."""
        return super().get_context_data(heading=self.display_name, explanation=self.explanation, **kwargs)

    def form_valid(self, form: Any) -> Any:
        """Change all of them, or none and say what keeps one from being published."""
        try:
            return super().form_valid(form)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str:
        """How many were changed."""
        words = {"number": num_parent_objects}
        return ngettext("%(number)s entry changed.", "%(number)s entries changed.", num_parent_objects) % words

    @classmethod
    def change(cls, record: Any, user: Any, data: dict[str, Any]) -> None:
        """Change one record."""
        raise NotImplementedError

    @classmethod
    def execute_action(cls, objects: Any, user: Any = None, data: Any = None, **kwargs: Any) -> tuple[int, int]:
        """Change each."""
        for record in objects:
            try:
                cls.change(record, user, data)
            except ValidationError as error:
                raise ValidationError([f"{record}: {message}" for message in error.messages]) from error
        return len(objects), 0
