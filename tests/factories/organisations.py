import factory
from factory.django import DjangoModelFactory

from organisations.models import (
    Building,
    Equipment,
    Facility,
    Organisation,
    OrganisationLocation,
    OrganisationRelation,
    Person,
    Role,
)
from parkportal.core.models import Vocabulary

from .core import term


class RecordFactory(DjangoModelFactory):
    """A live record with a name in both languages."""

    class Meta:
        abstract = True

    live = True
    name_nl = factory.Sequence(lambda n: f"Naam {n}")
    name_en = factory.LazyAttribute(lambda record: record.name_nl.replace("Naam", "Name"))
    slug_nl = factory.Sequence(lambda n: f"naam-{n}")
    summary_nl = "Een zin in het Nederlands."
    summary_en = "A sentence in English."


class BuildingFactory(RecordFactory):
    """A building with a place on the plan."""

    class Meta:
        model = Building

    latitude = "52.16900"
    longitude = "4.46500"


class OrganisationFactory(RecordFactory):
    """A company in drug development."""

    class Meta:
        model = Organisation

    organisation_type = factory.LazyFunction(lambda: term(Vocabulary.ORGANISATION_TYPE, "company"))
    triple_helix = factory.LazyFunction(lambda: term(Vocabulary.TRIPLE_HELIX, "business"))
    sector = factory.LazyFunction(lambda: term(Vocabulary.SECTOR, "drug-development"))


class FacilityFactory(RecordFactory):
    """A facility with an operator."""

    class Meta:
        model = Facility

    operator = factory.SubFactory(OrganisationFactory)


class EquipmentFactory(RecordFactory):
    """An instrument of a facility."""

    class Meta:
        model = Equipment

    facility = factory.SubFactory(FacilityFactory)


class LocationFactory(DjangoModelFactory):
    """An organisation in a building, without dates."""

    class Meta:
        model = OrganisationLocation

    organisation = factory.SubFactory(OrganisationFactory)
    building = factory.SubFactory(BuildingFactory)


class RelationFactory(DjangoModelFactory):
    """An organisation that is part of another."""

    class Meta:
        model = OrganisationRelation

    organisation = factory.SubFactory(OrganisationFactory)
    other = factory.SubFactory(OrganisationFactory)
    kind = "parent"


class PersonFactory(DjangoModelFactory):
    """A person."""

    class Meta:
        model = Person

    given_name = "Anna"
    family_name = factory.Sequence("Jansen{}".format)


class RoleFactory(DjangoModelFactory):
    """A person's role at an organisation."""

    class Meta:
        model = Role

    person = factory.SubFactory(PersonFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    title_nl = "Directeur"
    title_en = "Director"
