"""What the form of a record says besides its fields: missing and older texts, what was done to it, where it is used."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.log_actions import registry
from wagtail.models import ReferenceIndex

SHOWN = 10


class TextsPanel(Panel):
    """The texts that are missing in one language, and those that changed in another one later."""

    def __init__(self, language: str, **kwargs: Any) -> None:
        self.language = language
        super().__init__(**kwargs)

    def clone_kwargs(self) -> dict[str, Any]:
        """With its language."""
        return super().clone_kwargs() | {"language": self.language}

    class BoundPanel(Panel.BoundPanel):
        """The panel of one record."""

        template_name = "core/admin/texts.html"

        def is_shown(self) -> bool:
            """Whether something is missing or older."""
            return bool(super().is_shown() and (self.missing or self.older))

        @cached_property
        def missing(self) -> list[str]:
            """The labels of the fields."""
            from .translating.missing import missing_in  # It asks modeltranslation, which stands on the models.

            end = f"_{self.panel.language}"
            return [each.label for each in missing_in(self.instance) if each.column.endswith(end)]

        @cached_property
        def older(self) -> list[Any]:
            """The texts that may say what was right before."""
            from .translating.older import older_in

            return older_in(self.instance, self.panel.language)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The labels."""
            return super().get_context_data(parent_context) | {"missing": self.missing, "older": self.older}


class HistoryPanel(Panel):
    """The last things that were done to it and by whom, with the way to all versions and to where it is used."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("What was done"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        """The panel of one record."""

        template_name = "core/admin/history_panel.html"

        def is_shown(self) -> bool:
            """Not before it is saved."""
            return bool(super().is_shown() and self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Its log, and the addresses of the history and of its uses."""
            names = self.instance.snippet_viewset.get_url_name
            key = [self.instance.pk]
            return super().get_context_data(parent_context) | {
                "entries": registry.get_logs_for_instance(self.instance).select_related("user")[:SHOWN],
                "history_url": reverse(names("history"), args=key),
                "usage_url": reverse(names("usage"), args=key),
                "uses": ReferenceIndex.get_references_to(self.instance).count(),
            }
