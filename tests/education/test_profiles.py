"""The profiles of programmes, courses and partnerships, and what they add to the directory."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from education.selectors import education_overview, partnership_profile
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.education import (
    BodyFactory,
    CourseFactory,
    CourseRunFactory,
    MilestoneFactory,
    PartnershipFactory,
    PartnershipMemberFactory,
    PartnershipStaffFactory,
    ProgrammeFactory,
    ProgrammeLineFactory,
    ProgrammePartnerFactory,
    SeatFactory,
)
from tests.factories.organisations import FacilityFactory, OrganisationFactory, RoleFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db


def json_ld(html: str) -> dict:
    """The data block of a page."""
    return json.loads(html.split('<script type="application/ld+json">')[1].split("</script>")[0])


@pytest.mark.parametrize("factory", [ProgrammeFactory, CourseFactory, PartnershipFactory])
def test_a_record_with_hardly_any_facts_has_a_page_in_both_languages(
    client: Client, site: dict[str, SiteTree], language: str, factory: type
) -> None:
    record = factory()

    page = client.get(record.url_in(language))

    assert page.status_code == 200
    assert getattr(record, f"name_{language}") in page.content.decode()


def test_a_course_tells_search_engines_its_dates(client: Client, site: dict[str, SiteTree]) -> None:
    run = CourseRunFactory(course__outcomes_nl="Steriel werken\n\nOmkleden", course__languages="nl")

    data = json_ld(client.get(run.course.url_in("nl")).content.decode())

    assert data["@type"] == "Course"
    assert data["teaches"] == ["Steriel werken", "Omkleden"]
    assert data["hasCourseInstance"][0]["startDate"] == timezone.localtime(run.starts).isoformat()


def test_members_are_counted_once_and_former_ones_apart() -> None:
    partnership = PartnershipFactory()
    twice = PartnershipMemberFactory(partnership=partnership, since="2020-11").organisation
    PartnershipMemberFactory(
        partnership=partnership, organisation=twice, role=term(Vocabulary.PARTNERSHIP_ROLE, "initiator")
    )
    former = PartnershipMemberFactory(partnership=partnership, since="2020", until="2022")

    profile = partnership_profile(partnership)

    members = profile["members"]
    assert (members.count, members.undated) == (1, 0)
    assert [row.role.identifier for row in members.current] == ["initiator", "partner"]
    assert members.former == [former]


def test_the_balance_of_a_body_is_that_of_todays_seats() -> None:
    body = BodyFactory()
    college = OrganisationFactory(triple_helix=term(Vocabulary.TRIPLE_HELIX, "knowledge"))
    SeatFactory(body=body, represents=college)
    SeatFactory(body=body, role__organisation=college, chair=True)
    SeatFactory(body=body)
    SeatFactory(body=body, until="2021")

    (entry,) = partnership_profile(body.partnership)["bodies"]

    assert [(share.side.identifier, share.seats) for share in entry.balance] == [
        ("knowledge", 2),
        ("business", 1),
    ]
    assert entry.seats[0].is_chair
    assert len(entry.drawing.dots) == 3


def test_milestones_stand_in_the_order_of_time(client: Client, site: dict[str, SiteTree]) -> None:
    partnership = PartnershipFactory()
    for date in ("2023-05", "2020-11-05", "2022"):
        MilestoneFactory(partnership=partnership, date=date)

    milestones = client.get(partnership.url_in("en")).context["milestones"]

    assert [row.date for row in milestones] == ["2020-11-05", "2022", "2023-05"]


def test_a_full_partnership_shows_every_part(client: Client, site: dict[str, SiteTree], language: str) -> None:
    partnership = PartnershipFactory(contact_email="civ@example.org", aim_nl="Doel", aim_en="Aim")
    member = PartnershipMemberFactory(partnership=partnership)
    ProgrammeLineFactory(partnership=partnership, lead=member.organisation)
    SeatFactory(body__partnership=partnership)
    PartnershipStaffFactory(partnership=partnership, role=RoleFactory(title_nl="Practor", title_en="Practor"))

    html = client.get(partnership.url_in(language)).content.decode()

    for part in ('id="members"', 'id="lines"', 'id="bodies"', 'id="staff"', "Practor", "civ@example.org"):
        assert part in html


def test_the_overview_goes_from_vocational_to_academic() -> None:
    ProgrammeFactory(level=term(Vocabulary.EDUCATION_LEVEL, "wo-master"))
    ProgrammeFactory(level=term(Vocabulary.EDUCATION_LEVEL, "mbo-2"))

    stages = education_overview()["stages"]

    assert [entry["stage"].key for entry in stages] == ["vocational", "academic"]


def test_a_pupil_sees_where_to_begin_what_it_takes_and_where_it_leads(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    school = OrganisationFactory(name_nl="Naam School")
    ProgrammeFactory(level=term(Vocabulary.EDUCATION_LEVEL, "mbo-4"), institution=school, years=4)
    ProgrammeFactory(level=term(Vocabulary.EDUCATION_LEVEL, "phd"))
    CourseFactory()

    page = client.get({"nl": "/nl/onderwijs/", "en": "/en/education/"}[language])

    stages = {entry["stage"].key: entry for entry in page.context["stages"]}
    assert list(stages) == ["vocational", "doctoral", "lifelong"]
    assert stages["vocational"]["schools"] == [school]
    assert stages["lifelong"]["courses"] == 1
    assert page.context["starts"][0]["start"].stages == ("vocational",)
    html = page.content.decode()
    assert 'href="#stage-vocational"' in html
    assert 'id="stage-vocational"' in html
    assert "NLQF 4" in html
    assert school.url_in(language) in html


@pytest.mark.parametrize(("query", "total"), [("level=mbo-4", 1), ("partner=bedrijf", 1), ("language=en", 1), ("", 2)])
def test_programmes_are_found_by_level_partner_and_language(
    client: Client, site: dict[str, SiteTree], query: str, total: int
) -> None:
    programme = ProgrammeFactory(languages="nl,en", level=term(Vocabulary.EDUCATION_LEVEL, "mbo-4"))
    ProgrammePartnerFactory(programme=programme, organisation=OrganisationFactory(slug_nl="bedrijf"))
    ProgrammeFactory(languages="nl", level=term(Vocabulary.EDUCATION_LEVEL, "phd"))

    listing = client.get(f"/nl/onderwijs/opleidingen/?{query}").context["listing"]

    assert (listing.total, listing.notices) == (total, [])


def test_organisations_and_facilities_show_what_education_knows_of_them(
    client: Client, site: dict[str, SiteTree]
) -> None:
    organisation = OrganisationFactory()
    facility = FacilityFactory(operator=organisation)
    programme = ProgrammeFactory(institution=organisation, name_nl="Biotechnologie")
    CourseFactory(provider=organisation, facility=facility, name_nl="Cleanroomtraining")
    PartnershipMemberFactory(organisation=organisation, partnership__name_nl="Practoraat", since="2020-11")
    ProgrammeFactory(institution=organisation, live=False, name_nl="Concept")

    profile = client.get(organisation.url_in("nl")).content.decode()

    assert programme.url_in("nl") in profile
    assert "Cleanroomtraining" in profile
    assert "Practoraat" in profile
    assert "sinds november 2020" in profile or "since november 2020" in profile
    assert "Concept" not in profile
    assert "Cleanroomtraining" in client.get(facility.url_in("nl")).content.decode()
