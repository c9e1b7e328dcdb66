"""Who proposed an event, on the form in which staff judge it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class ProposalPanel(Panel):
    """The proposer of an event; nothing for an event that staff made themselves."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Proposed by"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        """The panel of one event."""

        template_name = "education/admin/proposal.html"

        def is_shown(self) -> bool:
            """Whether somebody proposed it who is still kept."""
            return super().is_shown() and self.proposal is not None

        @property
        def proposal(self) -> Any:
            """The proposal, or nothing."""
            return getattr(self.instance, "proposal", None) if self.instance.pk else None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """The proposal."""
            return super().get_context_data(parent_context) | {"proposal": self.proposal}
