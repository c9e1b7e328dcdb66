"""Who gets another way into their account, or loses one, hears of it by mail: it may not have been them."""

from typing import Any

from django.core.mail import EmailMessage
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core.mails import MailDraft, language_of
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import put
from parkportal.core.outbox_mails import writes
from parkportal.core.record_urls import absolute

from ..models import SignIn

MAIL = "account-changed"
TOLD = {
    SignIn.Event.FACTOR_ADDED,
    SignIn.Event.FACTOR_REMOVED,
    SignIn.Event.FACTOR_RESET,
    SignIn.Event.NEW_CODES,
    SignIn.Event.NEW_PASSWORD,
}


@receiver(post_save, sender=SignIn)
def tell(instance: SignIn, created: bool, **kwargs: Any) -> None:
    """Have it mailed. Recovery codes come and go with the factor that they stand in for."""
    comes_along = instance.factor == SignIn.Factor.RECOVERY_CODES and instance.event != SignIn.Event.NEW_CODES
    if created and instance.event in TOLD and not comes_along and instance.account and instance.account.email:
        put(MAIL, str(instance.pk))


@writes(MAIL)
def mail_of_change(entry: OutboxEntry) -> EmailMessage | None:
    """What happened and when, and what to do if it was somebody else."""
    line = SignIn.objects.select_related("account").filter(pk=entry.key).exclude(account__email="").first()
    if line is None or line.account is None:
        return None
    language = language_of(line.account)
    with override(language):
        subject = _("Changed in your account: %(what)s") % {"what": line.get_event_display()}
    context = {
        "line": line,
        "url": absolute(reverse("account_reset_password")),
        "log_url": absolute(reverse("sign-ins:index")),
    }
    return MailDraft("signin/changed_mail", subject, language, context).to(line.account.email)
