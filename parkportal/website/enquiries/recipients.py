"""Who answers a question about a record."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import singledispatch

from django.conf import settings
from django.db.models import Model

from education.models import Course, Partnership
from organisations.models import Facility, Organisation
from organisations.models.dated import ContactPoint, Purpose
from parkportal.core.languages import localise

from ..site_frame import site_frame


@dataclass(frozen=True)
class Recipient:
    """A mailbox, who is behind it, and the language that a mail to it is in."""

    email: str
    name: str
    language: str = settings.LANGUAGE_CODE


def recipient_for(record: Model | None) -> Recipient | None:
    """Who answers about a record, or about the park where there is no record; None where nobody does."""
    return park_recipient() if record is None else _recipient_about(record)


def is_answered(record: Model) -> bool:
    """Whether somebody answers, without asking the database who where the park does in the last resort."""
    if isinstance(record, Facility | Course | Partnership) and park_recipient():
        return not getattr(record, "is_gone", False)
    return recipient_for(record) is not None


def park_recipient() -> Recipient | None:
    """The park itself, if it wants questions."""
    park = site_frame().park
    return Recipient(park.question_email, park.name) if park.question_email else None


@singledispatch
def _recipient_about(record: Model) -> Recipient | None:
    return None


@_recipient_about.register
def _(facility: Facility) -> Recipient | None:
    """Its own contact, else its operator's, else the park's."""
    if facility.is_gone:
        return None
    purposes = (Purpose.FACILITY, Purpose.GENERAL)
    own = _of(facility.contacts.all(), purposes, str(facility))
    operator = facility.shown_operator
    return own or (operator and _of(operator.contacts.all(), purposes, str(operator))) or park_recipient()


@_recipient_about.register
def _(course: Course) -> Recipient | None:
    """The provider's contact for education, else the park's."""
    provider = course.shown_provider
    purposes = (Purpose.EDUCATION, Purpose.GENERAL)
    return (provider and _of(provider.contacts.all(), purposes, str(provider))) or park_recipient()


@_recipient_about.register
def _(partnership: Partnership) -> Recipient | None:
    """Its own contact, else the park's."""
    if not partnership.contact_email:
        return park_recipient()
    return Recipient(partnership.contact_email, _named(partnership, "contact_role", str(partnership)))


@_recipient_about.register
def _(organisation: Organisation) -> Recipient | None:
    """Its contact for all that has no contact of its own. The park does not answer in its place."""
    if organisation.is_gone:
        return None
    return _of(organisation.contacts.all(), (Purpose.GENERAL,), str(organisation))


def _of(contacts: Iterable[ContactPoint], purposes: tuple[Purpose, ...], whose: str) -> Recipient | None:
    """The first contact for the first purpose that has one."""
    willing = [contact for contact in contacts if contact.email and contact.takes_questions]
    for purpose in purposes:
        for contact in willing:
            if contact.purpose == purpose:
                return Recipient(contact.email, _named(contact, "role", whose), contact.mail_language)
    return None


def _named(record: Model, role: str, whose: str) -> str:
    return ", ".join(filter(None, [str(localise(record, role)), whose]))
