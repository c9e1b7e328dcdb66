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

OF_ONE = ("organisation_type", "sector", "size_band")
OF_MANY = (
    *("locations__building", "contacts"),
    *("other_sectors", "services", "phases", "modalities", "therapy_areas"),
)


def links_by_key(keys: list[str]) -> dict[str, EntryLink]:
    """The working links of several mails, with all that stands in them."""
    links = EntryLink.objects.working().select_related(*(f"organisation__{name}" for name in OF_ONE))
    found = links.prefetch_related(*(f"organisation__{name}" for name in OF_MANY)).filter(pk__in=keys)
    return {str(link.pk): link for link in found}


@writes(MAIL, reads=links_by_key)
def entry_mail(entry: OutboxEntry) -> EmailMessage | None:
    """The entry as the public sees it with the three choices; nothing once the link or the entry is withdrawn."""
    link = entry.about
    return mail_of(link) if link is not None and is_published(link.organisation) else None


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
