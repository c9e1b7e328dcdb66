import datetime
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from education.models import (
    Body,
    Course,
    CourseRun,
    Event,
    EventOrganiser,
    EventSpeaker,
    Funding,
    Internship,
    Milestone,
    Partnership,
    PartnershipMember,
    PartnershipStaff,
    Programme,
    ProgrammeLine,
    ProgrammePartner,
    RunSession,
    RunState,
    Seat,
)
from parkportal.core.models import Vocabulary

from .core import term
from .organisations import OrganisationFactory, RecordFactory, RoleFactory


class ProgrammeFactory(RecordFactory):
    """A vocational programme."""

    class Meta:
        model = Programme

    institution = factory.SubFactory(OrganisationFactory)
    level = factory.LazyFunction(lambda: term(Vocabulary.EDUCATION_LEVEL, "mbo-4"))


class ProgrammePartnerFactory(DjangoModelFactory):
    """A partner of a programme."""

    class Meta:
        model = ProgrammePartner

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class InternshipFactory(RecordFactory):
    """An internship that is open for so many days more."""

    class Meta:
        model = Internship

    class Params:
        open_for = 30

    organisation = factory.SubFactory(OrganisationFactory)
    kind = factory.LazyFunction(lambda: term(Vocabulary.INTERNSHIP_KIND, "internship"))
    open_until = factory.LazyAttribute(lambda each: timezone.localdate() + datetime.timedelta(days=each.open_for))
    application_url = "https://example.org/apply"


class CourseFactory(RecordFactory):
    """A course without dates."""

    class Meta:
        model = Course

    provider = factory.SubFactory(OrganisationFactory)


def sessions_between(starts: datetime.datetime, ends: datetime.datetime, **values: Any) -> list[RunSession]:
    """A session on every day, from the first hour until the last."""
    length = (ends - starts) % datetime.timedelta(days=1)
    days = (ends - starts) // datetime.timedelta(days=1)
    firsts = (starts + number * datetime.timedelta(days=1) for number in range(days + 1))
    return [RunSession(starts=first, ends=first + length, **values) for first in firsts]


class CourseRunFactory(DjangoModelFactory):
    """A run of two days, open for registration, that starts in so many days."""

    class Meta:
        model = CourseRun

    class Params:
        in_days = 30

    course = factory.SubFactory(CourseFactory)
    starts = factory.LazyAttribute(lambda run: timezone.now() + datetime.timedelta(days=run.in_days))
    ends = factory.LazyAttribute(lambda run: run.starts + datetime.timedelta(days=1, hours=8))
    sessions = factory.LazyAttribute(lambda run: sessions_between(run.starts, run.ends))
    state = RunState.OPEN


class PartnershipFactory(RecordFactory):
    """A partnership without members."""

    class Meta:
        model = Partnership

    kind = factory.LazyFunction(lambda: term(Vocabulary.PARTNERSHIP_KIND, "civ"))


class PartnershipMemberFactory(DjangoModelFactory):
    """A partner in a partnership."""

    class Meta:
        model = PartnershipMember

    partnership = factory.SubFactory(PartnershipFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = factory.LazyFunction(lambda: term(Vocabulary.PARTNERSHIP_ROLE, "partner"))


class ProgrammeLineFactory(DjangoModelFactory):
    """A programme line with the organisation that leads it."""

    class Meta:
        model = ProgrammeLine

    partnership = factory.SubFactory(PartnershipFactory)
    lead = factory.SubFactory(OrganisationFactory)
    title_nl = "Onderzoek in practoraat"
    title_en = "Practorate research"


class BodyFactory(DjangoModelFactory):
    """A steering group."""

    class Meta:
        model = Body

    partnership = factory.SubFactory(PartnershipFactory)
    kind = factory.LazyFunction(lambda: term(Vocabulary.BODY_KIND, "steering-group"))
    name_nl = "Stuurgroep"
    name_en = "Steering group"


class SeatFactory(DjangoModelFactory):
    """A seat in a steering group."""

    class Meta:
        model = Seat

    body = factory.SubFactory(BodyFactory)
    role = factory.SubFactory(RoleFactory)


class MilestoneFactory(DjangoModelFactory):
    """A dated milestone."""

    class Meta:
        model = Milestone

    partnership = factory.SubFactory(PartnershipFactory)
    date = "2020-11-05"
    text_nl = "Aftrap"
    text_en = "Kick-off"


class FundingFactory(DjangoModelFactory):
    """A grant."""

    class Meta:
        model = Funding

    partnership = factory.SubFactory(PartnershipFactory)
    funder_name = "RIF mbo"
    amount = 746416


class PartnershipStaffFactory(DjangoModelFactory):
    """Somebody who works for a partnership."""

    class Meta:
        model = PartnershipStaff

    partnership = factory.SubFactory(PartnershipFactory)
    role = factory.SubFactory(RoleFactory)


class EventFactory(RecordFactory):
    """An event of an evening that begins in so many days."""

    class Meta:
        model = Event

    class Params:
        in_days = 30

    starts = factory.LazyAttribute(lambda event: timezone.now() + datetime.timedelta(days=event.in_days))
    ends = factory.LazyAttribute(lambda event: event.starts + datetime.timedelta(hours=2))


class EventOrganiserFactory(DjangoModelFactory):
    """An organisation that organises an event."""

    class Meta:
        model = EventOrganiser

    event = factory.SubFactory(EventFactory)
    organisation = factory.SubFactory(OrganisationFactory)


class EventSpeakerFactory(DjangoModelFactory):
    """Somebody who speaks at an event."""

    class Meta:
        model = EventSpeaker

    event = factory.SubFactory(EventFactory)
    role = factory.SubFactory(RoleFactory)
