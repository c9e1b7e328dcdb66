"""What the public does not get to see of education."""

import pytest
from django.test import Client

from education.models import CourseIndexPage, PartnershipIndexPage, ProgrammeIndexPage
from education.selectors import coming_runs
from tests.factories.education import (
    CourseFactory,
    CourseRunFactory,
    FundingFactory,
    PartnershipFactory,
    PartnershipMemberFactory,
    ProgrammeFactory,
    ProgrammeLineFactory,
    ProgrammePartnerFactory,
    SeatFactory,
)
from tests.factories.organisations import FacilityFactory, OrganisationFactory
from tests.factories.site import SiteTree


@pytest.mark.parametrize(
    ("factory", "index"),
    [
        (ProgrammeFactory, ProgrammeIndexPage),
        (CourseFactory, CourseIndexPage),
        (PartnershipFactory, PartnershipIndexPage),
    ],
)
def test_drafts_are_in_no_list_and_at_no_address(
    client: Client, site: dict[str, SiteTree], factory: type, index: type
) -> None:
    draft = factory(live=False, name_nl="Geheim plan")
    url = site["nl"][index].url

    assert client.get(f"{url}{draft.slug_nl}/").status_code == 404
    assert "Geheim plan" not in client.get(url).content.decode()
    assert "Geheim plan" not in client.get(url, {"format": "json"}).content.decode()


def test_unpublished_organisations_are_not_named_by_a_course(client: Client, site: dict[str, SiteTree]) -> None:
    hidden = OrganisationFactory(live=False, name_nl="Verborgen bv")
    facility = FacilityFactory(live=False, name_nl="Verborgen lab")
    run = CourseRunFactory(course__provider=hidden, course__facility=facility)
    index = site["nl"][CourseIndexPage].url

    for url in (
        run.course.url,
        index,
        f"{index}?format=csv",
        "/nl/agenda/",
        "/nl/agenda/?format=json",
        "/nl/onderwijs/",
    ):
        page = client.get(url)
        assert page.status_code == 200
        assert "Verborgen" not in page.content.decode()


def test_unpublished_organisations_are_not_named_by_a_programme(client: Client, site: dict[str, SiteTree]) -> None:
    hidden = OrganisationFactory(live=False, name_nl="Verborgen bv")
    programme = ProgrammeFactory(institution=hidden)
    ProgrammePartnerFactory(programme=programme, organisation=hidden)

    for url in (programme.url, site["nl"][ProgrammeIndexPage].url, "/nl/onderwijs/"):
        assert "Verborgen" not in client.get(url).content.decode()


def test_unpublished_organisations_are_not_named_by_a_partnership(client: Client, site: dict[str, SiteTree]) -> None:
    hidden = OrganisationFactory(live=False, name_nl="Verborgen bv")
    partnership = PartnershipFactory()
    PartnershipMemberFactory(partnership=partnership, organisation=hidden)
    PartnershipMemberFactory(partnership=partnership)
    ProgrammeLineFactory(partnership=partnership, lead=hidden)
    FundingFactory(partnership=partnership, funder=hidden, funder_name="")
    SeatFactory(body__partnership=partnership, represents=hidden)

    page = client.get(partnership.url)

    assert "Verborgen" not in page.content.decode()
    assert page.context["members"].count == 1


def test_runs_of_draft_courses_are_nowhere(client: Client, site: dict[str, SiteTree]) -> None:
    CourseRunFactory(course__live=False, course__name_nl="Geheime cursus")

    assert coming_runs(5) == []
    assert "Geheime cursus" not in client.get("/nl/agenda/").content.decode()
