"""The personal links to an organisation's entry: signed, for one organisation, as long as their row lets them in."""

import datetime
import uuid

from django.conf import settings
from django.core import signing
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from parkportal.core.errors import NothingHere
from parkportal.core.visibility import is_published

from ..models import EntryLink, Organisation
from ..models.entry_link import Occasion

LIFE = {Occasion.ROUND: datetime.timedelta(days=60), Occasion.CLAIM: datetime.timedelta(days=7)}
NO_LONGER_VALID = _("This link is not valid any more. Ask for a new one on the page of your organisation.")
SIGNER = signing.Signer(sep=".", salt="organisations.entry")


def token(link: EntryLink) -> str:
    """What nobody can guess or make."""
    return SIGNER.sign(link.uuid.hex)


def link_of(text: str) -> EntryLink:
    """The link of a token. Raises NothingHere, the same for every token that lets nobody in."""
    try:
        key = uuid.UUID(SIGNER.unsign(text))
    except (signing.BadSignature, ValueError):
        raise NothingHere(NO_LONGER_VALID) from None
    link = EntryLink.objects.working().select_related("organisation").filter(uuid=key).first()
    if link is None or not is_published(link.organisation):
        raise NothingHere(NO_LONGER_VALID)
    return link


def path_of(link: EntryLink, name: str = "entry", language: str = "") -> str:
    """The address of one of the pages behind a link."""
    with override(language or link.language):
        return reverse(name, args=[token(link)])


def address_of(link: EntryLink, name: str = "entry") -> str:
    """The same with the site's own host, for a mail."""
    return f"{settings.SITE_URL}{path_of(link, name)}"


def new_link(organisation: Organisation, email: str, language: str, occasion: Occasion) -> EntryLink:
    """A link that is not saved yet."""
    expires = timezone.now() + LIFE[occasion]
    return EntryLink(organisation=organisation, email=email, language=language, occasion=occasion, expires=expires)
