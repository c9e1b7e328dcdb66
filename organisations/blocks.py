"""Blocks that show a record of the directory in a story."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.blocks import SnippetChooserBlock

from parkportal.core.blocks import STORY_BLOCKS
from parkportal.core.visibility import is_published


class RecordCardBlock(SnippetChooserBlock):
    """A card of a record; nothing while the public may not see it."""

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """The record, if it is published."""
        context = super().get_context(value, parent_context)
        context["record"] = value if value and is_published(value) else None
        return context


DIRECTORY_STORY_BLOCKS = [
    *STORY_BLOCKS,
    (
        "organisation",
        RecordCardBlock(
            "organisations.Organisation",
            label=_("Organisation"),
            icon="group",
            template="blocks/organisation_card.html",
        ),
    ),
    (
        "facility",
        RecordCardBlock(
            "organisations.Facility", label=_("Facility"), icon="home", template="blocks/facility_card.html"
        ),
    ),
]
