"""How a question reaches who answers it, and how long staff keep their copy."""

import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core import outbox
from parkportal.core.mails import MailDraft
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carries_out
from parkportal.core.public_forms.text import one_line
from parkportal.core.retention import forgets

from ..models import Enquiry
from ..models.enquiry import OUTBOX_KIND

DAYS_KEPT = 180


def ask(enquiry: Enquiry) -> None:
    """Keep a question and have it sent. Both happen, or neither."""
    enquiry.save()
    outbox.put(OUTBOX_KIND, str(enquiry.pk))


@carries_out(OUTBOX_KIND)
def send(entry: OutboxEntry) -> None:
    """Hand a question to the mail server. What was erased meanwhile is not sent."""
    enquiry = Enquiry.objects.filter(pk=entry.key, delivered=None).first()
    if enquiry is None:
        return
    mail_for(enquiry).send()
    enquiry.delivered = timezone.now()
    enquiry.save(update_fields=["delivered"])


def mail_for(enquiry: Enquiry) -> EmailMessage:
    """The mail in the language of who gets it. Of what the visitor wrote, only the checked address is in a header."""
    language = enquiry.recipient_language
    with override(language):
        subject = _("Question about %(name)s") % {"name": one_line(enquiry.about)}
        erased_on = date_format(timezone.localdate(enquiry.created) + datetime.timedelta(days=DAYS_KEPT))
    context = {"enquiry": enquiry, "erased_on": erased_on}
    message = MailDraft("website/enquiry_mail", subject, language, context).to(enquiry.recipient_email)
    message.reply_to = [enquiry.sender_email]
    message.extra_headers = {"Message-ID": _message_id(enquiry)}
    return message


def _message_id(enquiry: Enquiry) -> str:
    """The same for each try, so that a mail system knows a second copy for what it is."""
    host = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    return f"<enquiry-{enquiry.pk}-{enquiry.created:%Y%m%d%H%M%S%f}@{host}>"


@forgets
def old_enquiries() -> int:
    """The copies that staff have had for long enough."""
    since = timezone.now() - datetime.timedelta(days=DAYS_KEPT)
    return Enquiry.objects.filter(created__lt=since).delete()[0]
