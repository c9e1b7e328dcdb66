"""An entry as the public sees it, in one language, in lines that fit in a mail."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from parkportal.core.languages import localise
from parkportal.core.proposals.plain_paragraphs import as_lines
from parkportal.core.record_urls import absolute

from ..facts import organisation_facts
from ..models import Organisation


@dataclass(frozen=True)
class ShownLine:
    """A label and what stands there; ``missing`` where nothing does."""

    label: str
    text: str

    @property
    def missing(self) -> bool:
        """Whether the public finds nothing there."""
        return not self.text


def entry_lines(organisation: Organisation, language: str) -> list[ShownLine]:
    """What the profile says. Texts that are only there in another language count as missing."""
    with override(language):
        return [
            *(ShownLine(label, _own(organisation, name, language)) for name, label in _texts()),
            ShownLine(_("Website"), organisation.website),
            ShownLine(_("Address"), "; ".join(_addresses(organisation))),
            ShownLine(_("Contact"), "; ".join(_contacts(organisation))),
            *(ShownLine(str(fact.label), _fact(fact)) for fact in organisation_facts(organisation)),
        ]


def _texts() -> list[tuple[str, str]]:
    return [("name", _("Name")), ("summary", _("In one sentence")), ("description", _("Description"))]


def _own(organisation: Organisation, name: str, language: str) -> str:
    text = localise(organisation, name, language)
    return "" if text.is_fallback else as_lines(text.text)


def _addresses(organisation: Organisation) -> list[str]:
    here = (row for row in organisation.locations.all() if row.holds_now)
    return [", ".join(filter(None, [str(row.shown_building or ""), row.unit, row.address])) for row in here]


def _contacts(organisation: Organisation) -> list[str]:
    return [
        ", ".join(filter(None, [str(contact.get_purpose_display()), contact.email, contact.phone]))
        for contact in organisation.contacts.all()
    ]


def _fact(fact: Any) -> str:
    return f"{fact.value} ({fact.note})" if fact.note else str(fact.value)


def public_address(organisation: Organisation, language: str) -> str:
    """Where the public sees it."""
    return absolute(organisation.url_in(language))
