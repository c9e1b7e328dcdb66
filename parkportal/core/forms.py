"""The admin's forms: they save every draft, but publish only what is complete."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

GOING_PUBLIC = ("action-publish", "action-submit", "action-restart-workflow")


class ChecksBeforePublishing:
    """Shows what is missing instead of publishing."""

    def _post_clean(self) -> None:
        """Ask the rules of publication once the instance holds what was filled in."""
        super()._post_clean()  # type: ignore[misc]
        form: Any = self
        if not form.errors and self._goes_public(form.data):
            from .checks.rules import errors  # Rules stand on models.

            for message in errors(form.instance):
                form.add_error(None, message)

    @staticmethod
    def _goes_public(data: Any) -> bool:
        return data.get("workflow-action-name") == "approve" or any(action in data for action in GOING_PUBLIC)


class PublishedPageForm(ChecksBeforePublishing, WagtailAdminPageForm):
    """The form of a page."""


class RecordForm(ChecksBeforePublishing, WagtailAdminModelForm):
    """The form of a record."""
