"""Whether somebody at a domain that several organisations share gets the link to one of them: staff know, we do not."""

from typing import Any

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from parkportal.core.models import Origin, Proposal
from parkportal.core.outbox import put
from parkportal.core.proposals import Kind, Proposer, propose, register
from parkportal.core.proposals.fields import ProposedField

from ..models import Organisation
from ..models.entry_link import MAIL, Occasion
from .links import new_link

ADDRESS = "address"


class Access(ProposedField):
    """The address that asks for the link. Accepted, the link goes there."""

    @property
    def accept_label(self) -> str:
        """What follows."""
        return gettext("Send the link")

    @property
    def answer(self) -> str:
        """Where it is."""
        return gettext("it comes in a mail of its own")

    def after(self, proposal: Proposal, value: Any) -> None:
        """Mail it."""
        if isinstance(proposal.subject, Organisation):
            send_link(proposal.subject, str(value), proposal.language)


ACCESS = register(
    Kind(
        key="entry-access",
        label=_("Link to an entry"),
        model=Organisation,
        fields=(Access(ADDRESS, _("The link to the entry")),),
    )
)


def ask_staff(organisation: Organisation, email: str, language: str) -> None:
    """Leave it to whoever may publish the entry."""
    with override(language):
        proposer = Proposer(Origin.VISITOR, email=email)
        propose(ACCESS, {ADDRESS: email}, proposer, title=str(organisation), subject=organisation)


def send_link(organisation: Organisation, email: str, language: str) -> None:
    """Mail the link to who asked for it."""
    link = new_link(organisation, email, language, Occasion.CLAIM)
    link.save()
    put(MAIL, str(link.pk))
