"""Every half year each organisation's contact gets one mail with the entry and three choices."""

import datetime

import pytest
import time_machine
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from organisations.entry.rounds import ask_for_confirmation, entry_links
from organisations.models import EntryLink, Organisation
from organisations.models.organisation import OrganisationContact, OrganisationState
from parkportal.core.models import OutboxEntry, Vocabulary
from parkportal.core.models.record import ConfirmedBy
from parkportal.core.outbox_mails import send_all
from parkportal.website.models import ParkSettings
from tests.factories.core import term
from tests.factories.entries import organisation_with_contact
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

DAY = datetime.timedelta(days=1)
pytestmark = pytest.mark.django_db


def recipients() -> list[str]:
    send_all()
    return [message.to[0] for message in mail.outbox]


def test_each_is_asked_once_and_again_after_half_a_year(site: dict[str, SiteTree]) -> None:
    organisation_with_contact("one@example.org")
    assert ask_for_confirmation(6) == 1
    assert ask_for_confirmation(6) == 0
    assert recipients() == ["one@example.org"]
    with time_machine.travel(timezone.now() + 180 * DAY):
        assert ask_for_confirmation(6) == 0
    with time_machine.travel(timezone.now() + 184 * DAY):
        assert ask_for_confirmation(6) == 1
        assert len(recipients()) == 2


@pytest.mark.parametrize(("months", "asked"), [(0, 0), (6, 1)])
def test_the_park_says_how_often(site: dict[str, SiteTree], months: int, asked: int) -> None:
    organisation_with_contact()
    park = ParkSettings.load()
    assert park.months_between_questions == 6
    park.months_between_questions = months
    park.save()
    call_command("ask_for_confirmation")
    assert EntryLink.objects.count() == asked


def test_who_is_hidden_gone_unreachable_or_confirmed_lately_is_not_asked(site: dict[str, SiteTree]) -> None:
    today = timezone.localdate()
    organisation_with_contact("hidden@example.org", live=True).unpublish()
    gone = organisation_with_contact("gone@example.org")
    gone.states = [OrganisationState(state=term(Vocabulary.ORGANISATION_STATE, "left"), since="2020")]
    gone.save()
    OrganisationFactory(name_nl="Zonder contact")
    organisation_with_contact(
        "lately@example.org", confirmed_on=today - 30 * DAY, confirmed_by=ConfirmedBy.ORGANISATION
    )
    organisation_with_contact("staff@example.org", confirmed_on=today - 30 * DAY, confirmed_by=ConfirmedBy.STAFF)
    ask_for_confirmation(6)
    assert recipients() == ["staff@example.org"]


def test_the_contact_for_everything_comes_first(site: dict[str, SiteTree]) -> None:
    organisation = organisation_with_contact()
    organisation.contacts = [
        OrganisationContact(purpose="privacy", email="privacy@example.org"),
        OrganisationContact(purpose="press", email="press@example.org"),
        OrganisationContact(purpose="general", email="info@example.org"),
    ]
    organisation.save()
    ask_for_confirmation(6)
    assert recipients() == ["info@example.org"]


@pytest.mark.parametrize(
    ("languages", "subject", "label"),
    [("nl, en", "Klopt je vermelding nog?", "Telefoon"), ("de,en", "Is your entry still right?", "Contact")],
)
def test_the_mail_is_in_its_readers_language_and_shows_the_entry(
    site: dict[str, SiteTree], languages: str, subject: str, label: str
) -> None:
    organisation_with_contact(languages=languages, name_nl="Alfa", name_en="Alpha", slug_nl="alfa")
    ask_for_confirmation(6)
    send_all()
    (message,) = mail.outbox
    text, html = str(message.body), str(message.alternatives[0].content)
    language = "nl" if subject.startswith("Klopt") else "en"

    assert message.subject.startswith(subject)
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    for part in (text, html):
        assert "071 123 45 67" in part
        assert {"nl": "Een zin in het Nederlands.", "en": "A sentence in English."}[language] in part
        assert f"http://testserver/{language}/" in part
        assert part.count("/link/") >= 3


def test_a_mail_is_not_sent_once_the_link_or_the_entry_is_withdrawn(site: dict[str, SiteTree]) -> None:
    first, second = organisation_with_contact("a@example.org"), organisation_with_contact("b@example.org")
    OutboxEntry.objects.all().delete()
    ask_for_confirmation(6)
    EntryLink.objects.get(organisation=first).revoke()
    Organisation.objects.get(pk=second.pk).unpublish()
    assert recipients() == []


def test_a_name_with_a_line_break_makes_no_header(site: dict[str, SiteTree]) -> None:
    organisation_with_contact(name_nl="Alfa\r\nBcc: all@example.org")
    ask_for_confirmation(6)
    send_all()
    (message,) = mail.outbox
    assert "\n" not in message.subject
    assert message.message()["Bcc"] is None


def test_links_are_forgotten_half_a_year_after_their_end(site: dict[str, SiteTree]) -> None:
    organisation_with_contact()
    ask_for_confirmation(6)
    with time_machine.travel(timezone.now() + 239 * DAY):
        entry_links()
        assert EntryLink.objects.exists()
    with time_machine.travel(timezone.now() + 241 * DAY):
        entry_links()
        assert not EntryLink.objects.exists()
