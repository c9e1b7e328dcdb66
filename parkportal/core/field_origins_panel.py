"""Where each field of a record comes from, beside the record."""

from typing import Any

from wagtail.admin.panels import Panel

from .provenance import origins


class FieldOriginsPanel(Panel):
    """A table of the fields with who wrote them last and when; nothing for a new record."""

    class BoundPanel(Panel.BoundPanel):
        """The panel of one record."""

        template_name = "core/admin/field_origins.html"

        def is_shown(self) -> bool:
            """Whether the record was ever published."""
            return super().is_shown() and bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The fields."""
            return super().get_context_data(parent_context) | {"origins": origins(self.instance)}
