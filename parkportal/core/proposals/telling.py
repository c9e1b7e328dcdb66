"""Mails about proposals: to staff that there are some, to the proposer what became of one."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..mails import MailDraft, language_of
from ..models import OutboxEntry, Proposal
from ..models.proposal import Decision
from ..outbox import put
from ..outbox_mails import writes
from ..record_urls import absolute
from ..visibility import is_visible
from .kinds import Kind, kind_named

TO_STAFF, ANSWER = "proposals-waiting", "proposal-answer"


def tell_staff(proposal: Proposal, kind: Kind) -> None:
    """One mail an hour at most to each who may decide, however many proposals come in."""
    hour = f"{timezone.now():%Y-%m-%dT%H}"
    for user in get_user_model().objects.filter(is_active=True).exclude(email="").order_by("pk"):
        if kind.allows(user):
            put(TO_STAFF, f"{user.pk} {hour}", {"user": user.pk})


@writes(TO_STAFF)
def mail_to_staff(entry: OutboxEntry) -> EmailMessage | None:
    """Where the proposals are. It names no visitor, so that the mailbox keeps no personal data."""
    user = get_user_model().objects.filter(pk=entry.payload["user"], is_active=True).exclude(email="").first()
    if user is None:
        return None
    language = language_of(user)
    with override(language):
        subject = _("There are proposals to look at")
    context = {"url": absolute(reverse("proposals:index"))}
    return MailDraft("core/mail/proposals_waiting", subject, language, context).to(user.email)


def answer(proposal: Proposal) -> None:
    """Have the proposer told what became of it."""
    if proposal.email:
        put(ANSWER, str(proposal.pk))


@writes(ANSWER)
def mail_answer(entry: OutboxEntry) -> EmailMessage | None:
    """What became of each field, and why. Nothing that a stranger wrote is in it: the address may be anybody's."""
    proposal = Proposal.objects.filter(pk=entry.key).exclude(email="").first()
    kind = kind_named(proposal.kind) if proposal else None
    if proposal is None or kind is None:
        return None
    subject = proposal.subject
    with override(proposal.language):
        title = _("Your proposal for %(name)s") % {"name": subject} if subject else _("Your proposal")
        context = {
            "proposal": proposal,
            "thing": subject,
            "lines": [
                {
                    "label": field.label(kind.model),
                    "answer": field.answer if value.decision == Decision.ACCEPTED else _("not taken over"),
                    "reason": value.reason,
                }
                for value in proposal.values.all()
                if (field := kind.field(value.name))
            ],
            "url": absolute(_address(subject, proposal.language)),
        }
    return MailDraft("core/mail/proposal_answer", title, proposal.language, context).to(proposal.email)


def _address(thing: Any, language: str) -> str:
    if thing is None or not is_visible(thing):
        return ""
    return thing.url_in(language) if hasattr(thing, "url_in") else thing.url or ""
