"""What organisations and visitors proposed."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..proposals import open_proposals
from .needs import Source, need


@need(
    "proposals",
    label=_("Proposals of organisations and visitors"),
    explanation=_("Accept or refuse each; who proposed it gets an answer."),
    moment=_("Proposed"),
    order=60,
    address="open_proposals",
)
def proposals(user: Any) -> Iterator[Source]:
    """Those that this user may decide on."""
    if user.has_perm("core.view_proposal"):
        yield Source(open_proposals(user), by="created")
