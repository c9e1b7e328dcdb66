"""The mails of a review: Wagtail's words to Wagtail's choice of people, each in their language, through the outbox.

So none is lost while the mail server is down, and none goes out for a step that was rolled back.
"""

from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override
from wagtail.admin.mail import (
    GroupApprovalTaskStateSubmissionEmailNotifier,
    WorkflowStateApprovalEmailNotifier,
    WorkflowStateRejectionEmailNotifier,
    WorkflowStateSubmissionEmailNotifier,
)
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected, workflow_submitted

from .mails import MailDraft, language_of
from .models import OutboxEntry
from .outbox import carries_out, put

MAIL = "review-mail"


class ThroughOutbox:
    """Writes the mails down, in the transaction of the step that they tell of."""

    def get_context(self, instance: Any, **kwargs: Any) -> dict[str, Any]:
        """With the step."""
        return super().get_context(instance, **kwargs) | {"step": instance}  # type: ignore[misc]

    def send_emails(self, template_set: dict[str, str], context: Any, recipients: Any, **kwargs: Any) -> bool:
        """One entry for each recipient."""
        step = context["step"]
        for recipient in recipients:
            context["user"] = recipient
            language = language_of(recipient)
            with override(language):
                subject, text = (render_to_string(template_set[part], context).strip() for part in ("subject", "text"))
            kind = type(self).__name__
            key = f"{kind} {step.pk} {recipient.pk}"
            put(MAIL, key, {"to": recipient.email, "subject": subject, "text": text, "language": language})
        return True


class TaskSubmitted(ThroughOutbox, GroupApprovalTaskStateSubmissionEmailNotifier):
    """To those who may approve."""


class Submitted(ThroughOutbox, WorkflowStateSubmissionEmailNotifier):
    """To administrators."""


class Approved(ThroughOutbox, WorkflowStateApprovalEmailNotifier):
    """To whoever sent it in."""


class Rejected(ThroughOutbox, WorkflowStateRejectionEmailNotifier):
    """To whoever sent it in, with the comment."""


NOTIFIERS = (
    (task_submitted, TaskSubmitted(), TaskState, "group_approval_task_submitted_email_notification"),
    (workflow_submitted, Submitted(), WorkflowState, "workflow_state_submitted_email_notification"),
    (workflow_rejected, Rejected(), WorkflowState, "workflow_state_rejected_email_notification"),
    (workflow_approved, Approved(), WorkflowState, "workflow_state_approved_email_notification"),
)


def connect() -> None:
    """Take the places of Wagtail's receivers: it connects later under the same names, which are taken then."""
    for signal, notifier, sender, name in NOTIFIERS:
        signal.connect(notifier, sender=sender, dispatch_uid=name)


@carries_out(MAIL)
def send(entry: OutboxEntry) -> None:
    """Send one, in the park's frame."""
    mail = entry.payload
    MailDraft("core/mail/review", mail["subject"], mail["language"], {"text": mail["text"]}).to(mail["to"]).send()
