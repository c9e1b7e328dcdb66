"""What the admin asks and says of a page's language."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, Panel


class TranslationPanel(MultiFieldPanel):
    """What only a translation has; an original does without."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The panel of one page."""

        def is_shown(self) -> bool:
            """Whether the original is in another language."""
            page: Any = self.instance
            return page.pk is not None and page.is_translation and super().is_shown()


def language_panels() -> list[Panel]:
    """Where the text comes from, and what is still to be done about it."""
    return [
        HelpPanel(template="core/admin/language_state.html"),
        FieldPanel("original_language"),
        TranslationPanel([FieldPanel("follows_original")], heading=_("Translation")),
        MultiFieldPanel([FieldPanel("machine_made"), FieldPanel("has_been_checked")], heading=_("Made by a machine")),
    ]
