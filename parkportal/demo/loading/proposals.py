"""One open proposal of each kind, marked as a demonstration."""

import datetime

from django.utils import timezone
from django.utils.translation import override

from education.proposals.internship_kind import INTERNSHIP
from education.proposals.kind import EVENT
from news.proposals.kind import NEWS
from organisations.entry.kind import ORGANISATION, REMARK
from organisations.entry.links import new_link
from organisations.models import EntryLink, Facility, Organisation
from organisations.models.entry_link import Occasion
from parkportal.core.models import Origin, Proposal, Record
from parkportal.core.proposals import Proposer, propose
from parkportal.website.mistakes.kinds import MISTAKES

NOTE = "Voorbeeld bij de demonstratie: bedacht, niet gestuurd door de organisatie."
IN_WEEKS = datetime.timedelta(weeks=9)


def load_proposals() -> None:
    """What waits for staff, unless something does already."""
    if Proposal.objects.exists():
        return
    with override("nl"):
        _of_an_organisation()
        _of_a_visitor()
        _of_an_event()
        _of_news()
        _of_an_internship()


def _first(model: type[Record]) -> Record:
    return model._default_manager.visible().order_by("pk").first()


def _of_an_organisation() -> None:
    organisation = _first(Organisation)
    link = new_link(organisation, "contact@voorbeeld.example.org", "nl", Occasion.ROUND)  # type: ignore[arg-type]
    EntryLink.objects.get_or_create(
        organisation=link.organisation,
        occasion=link.occasion,
        asked_on=link.asked_on,
        defaults={"email": link.email, "language": link.language, "expires": link.expires},
    )
    values = {
        "contact_phone": "071 555 01 23",
        "summary_en": "A demonstration of a sentence that an organisation would rather have.",
        REMARK: "We zitten sinds kort op de derde verdieping.",
    }
    proposer = Proposer(Origin.ORGANISATION, link.email, organisation=str(organisation), note=NOTE)
    propose(ORGANISATION, values, proposer, title=str(organisation), subject=organisation)


def _of_a_visitor() -> None:
    facility = _first(Facility)
    values = {REMARK: "De beschrijving noemt een apparaat dat er volgens mij niet meer staat."}
    proposer = Proposer(Origin.VISITOR, "bezoeker@example.org", note=NOTE)
    propose(MISTAKES["facility"], values, proposer, title=str(facility), subject=facility)


def _of_an_event() -> None:
    values = {
        "name": "Open middag in het lab (voorbeeld)",
        "summary": "Voorbeeld van een evenement dat een organisatie voorstelt.",
        "description": "Een rondleiding langs de cleanroom.\n\nDaarna koffie.",
        "first_day": (timezone.localdate() + IN_WEEKS).isoformat(),
        "from_time": "14:00:00",
        "until_time": "16:30:00",
        "attendance": "onsite",
        "place": "Receptie",
        "languages": ["nl", "en"],
    }
    propose(EVENT, values, _organiser(), title=str(values["name"]))


def _of_news() -> None:
    values = {
        "title": "Voorbeeld: nieuwe cleanroom in gebruik",
        "lead": "Voorbeeld van nieuws dat een organisatie voorstelt.",
        "text": "Dit bericht is bedacht voor de demonstratie.\n\n- Wie: een organisatie\n- Wat: een cleanroom",
    }
    propose(NEWS, values, _organiser(), title=values["title"])


def _of_an_internship() -> None:
    organisation = _first(Organisation)
    values = {
        "name": "Voorbeeld: stage in het analyselab",
        "kind": "research",
        "summary": "Voorbeeld van een stage die een organisatie voorstelt.",
        "weeks": 20,
        "open_until": (timezone.localdate() + IN_WEEKS).isoformat(),
        "application_email": "stages@voorbeeld.example.org",
    }
    proposer = Proposer(
        Origin.ORGANISATION, "contact@voorbeeld.example.org", "Voorbeeld Persoon", str(organisation), NOTE
    )
    propose(INTERNSHIP, values, proposer, title=str(values["name"]))


def _organiser() -> Proposer:
    return Proposer(Origin.ORGANISATION, "contact@voorbeeld.example.org", "Voorbeeld Persoon", "Voorbeeld bv", NOTE)
