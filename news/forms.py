"""The admin's form of an article."""

from typing import Any

from parkportal.core.translating.forms import TranslatedPageForm


class ArticleForm(TranslatedPageForm):
    """The form of an article, which knows embargoes."""

    def clean(self) -> dict[str, Any]:
        """Going live follows a changed embargo, unless the editor planned it for another time."""
        data = super().clean()
        before = self.initial.get("embargo_until")
        planned = data.get("go_live_at")
        if before and planned == before.replace(second=0, microsecond=0) and "embargo_until" in self.changed_data:
            data["go_live_at"] = data.get("embargo_until")
        return data
