"""The admin's form of an article."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

GOING_PUBLIC = ("action-publish", "action-submit")


class ArticleForm(WagtailAdminPageForm):
    """Saves every draft, but publishes only what is complete."""

    def clean(self) -> dict[str, Any]:
        """Going live follows a changed embargo, unless the editor planned it for another time."""
        data = super().clean()
        before = self.initial.get("embargo_until")
        planned = data.get("go_live_at")
        if before and planned == before.replace(second=0, microsecond=0) and "embargo_until" in self.changed_data:
            data["go_live_at"] = data.get("embargo_until")
        return data

    def _post_clean(self) -> None:
        """Ask the rules of publication once the article holds what was filled in."""
        super()._post_clean()
        if not self.errors and any(action in self.data for action in GOING_PUBLIC):
            for message in self.instance.missing_for_publication():
                self.add_error(None, message)
