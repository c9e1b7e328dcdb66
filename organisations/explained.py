"""What the admin says under the fields of the directory."""

from django.apps import apps
from django.utils.translation import gettext_lazy as _

from parkportal.core.help_texts import explain

from .models import Building, Equipment, Facility, Organisation, Role
from .models.building_entrance import BuildingEntrance
from .models.facility_partner import FacilityPartner
from .models.facility_room import FacilityRoom
from .models.facility_standard import FacilityStandard
from .models.organisation_location import OrganisationLocation
from .models.organisation_name import OrganisationName
from .models.organisation_relation import OrganisationRelation

SOURCE = _("Who says so, and where that can be read.")
CONTACTS = ("OrganisationContact", "FacilityContact", "EquipmentContact")
STATES = ("OrganisationState", "FacilityState", "BuildingState")


def explain_directory() -> None:
    """Say under each field what belongs there."""
    explain(
        Organisation,
        legal_name=_("As in the trade register; only if it differs from the name."),
        triple_helix=_("Company, knowledge institution or government: who it is in the park's own statistics."),
        sector=_("What it mainly does. It colours the organisation on the plan."),
        phases=_("Where in the chain from research to patient it works."),
        modalities=_("The kinds of products or techniques it works with."),
        size_band=_("Without people who work there for others."),
        exchange=_("Where it is listed, if it is."),
        ticker=_("Its short name on the stock exchange."),
        logo=_("On a light ground, with some white around it."),
    )
    explain(
        Facility,
        abbreviation=_("As people say it: NeCEN."),
        operator=_("Who runs it and answers for it."),
        access_modes=_("Whether visitors work themselves or have it done for them."),
        access_groups=_("Who may use it at all."),
        access_steps=_("What a new user does first, one step on each line."),
        training_required=_("A user must be trained before the first visit."),
    )
    explain(
        FacilityPartner,
        organisation=_("Who uses it as of right beside the operator, such as a school that teaches there."),
        source=_("Where this was read, with the day."),
    )
    explain(
        FacilityRoom,
        grade=_("Of a cleanroom, by EU GMP: A to D."),
        iso_class=_("Of a cleanroom, by ISO 14644-1: 5 to 9."),
        containment=_("The level at which one may work with organisms: ML-I to ML-IV, or BSL."),
        count=_("How many such rooms there are."),
        capacity=_("How many people can work there at the same time."),
        area=_("In square metres."),
    )
    explain(
        FacilityStandard,
        number=_("Of the certificate or licence, for who wants to look it up."),
        scope=_("What the certificate covers, in its own words."),
        body=_("Who gave the certificate."),
        status=_("Say “certified” only with a certificate, else “works in line with”."),
        source=SOURCE,
    )
    explain(
        Equipment,
        access_modes=_("Whether visitors work themselves or have it done for them."),
        access_groups=_("Who may use it at all."),
        doi=_("The instrument's persistent identifier, if it has one: 10.1234/abcd."),
        measured_variables=_("What it measures, with commas between."),
        managing_department=_("Who looks after it in the organisation."),
        site_location=_("Building and room, as staff say it."),
    )
    explain(
        Building,
        former_names=_("What people called it before, with commas between. It is found by them."),
        latitude=_("In degrees: 52.16…"),
        longitude=_("In degrees: 4.46…"),
        step_free=_("Whether one gets in and to every floor without a step."),
        step_free_note=_("Which door, and whom to call if it is closed."),
        floor_area=_("In square metres, all floors together."),
        operator=_("Who runs the building, not who owns it."),
    )
    explain(BuildingEntrance, latitude=_("In degrees: 52.16…"), longitude=_("In degrees: 4.46…"))
    explain(OrganisationName, kind=_("A former name is shown with its years; a misspelling is only searched by."))
    explain(
        OrganisationRelation,
        kind=_("What the other organisation is to this one."),
        other_name=_("Only for who is not in the directory."),
    )
    explain(OrganisationLocation, unit=_("Floor, wing or suite."))
    explain(Role, title=_("As it was at the time."), hours=_("In words: weekdays 9 to 17."))
    for name in CONTACTS:
        model = apps.get_model("organisations", name)
        explain(model, purpose=_("What people write or call for."), hours=_("In words: weekdays 9 to 17."))
    for name in STATES:
        explain(
            apps.get_model("organisations", name), note=_("One sentence that visitors read beside it."), source=SOURCE
        )
