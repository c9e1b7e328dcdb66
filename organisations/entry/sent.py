"""The page after a proposal."""

from typing import Any

from django.utils.translation import gettext as _

from parkportal.core.public_forms import SentView
from parkportal.core.record_urls import index_url

from ..models import Organisation


class ProposedView(SentView):
    """What happens now. It names nobody, so that anybody may see it."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The way on."""
        directory = index_url(Organisation)
        own = {
            "heading": _("Thank you, we look at it"),
            "text": _("Park staff read it within a few working days. You get an answer by mail for each change."),
            "links": [{"label": _("To the directory"), "url": directory}] if directory else [],
        }
        return super().get_context_data(**own, **kwargs)
