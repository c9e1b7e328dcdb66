"""The mail that lets an organisation in."""

from django.core.mail import EmailMessage
from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core.mails import MailDraft
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox_mails import writes
from parkportal.core.visibility import is_published

from ..models import EntryLink
from ..models.entry_link import MAIL, Occasion
from .links import address_of
from .shown import entry_lines, public_address


@writes(MAIL)
def entry_mail(entry: OutboxEntry) -> EmailMessage | None:
    """The entry as the public sees it with the three choices; nothing once the link or the entry is withdrawn."""
    link = EntryLink.objects.working().select_related("organisation").filter(pk=entry.key).first()
    if link is None or not is_published(link.organisation):
        return None
    return mail_of(link)


def mail_of(link: EntryLink) -> EmailMessage:
    """The mail in its reader's language."""
    organisation, language = link.organisation, link.language
    with override(language):
        subject = _("Is your entry still right? %(name)s") % {"name": organisation}
        if link.occasion == Occasion.CLAIM:
            subject = _("Your link to the entry of %(name)s") % {"name": organisation}
    context = {
        "link": link,
        "organisation": organisation,
        "lines": entry_lines(organisation, language),
        "public_url": public_address(organisation, language),
        "right_url": address_of(link),
        "change_url": address_of(link, "entry-change"),
        "gone_url": address_of(link, "entry-gone"),
        "asked": link.occasion == Occasion.ROUND,
    }
    return MailDraft("organisations/mail/entry", subject, language, context).to(link.email)
