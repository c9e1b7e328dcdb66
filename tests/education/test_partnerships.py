"""A partnership on a day, its seats, and the way back from organisations and people."""

import math

import pytest
import time_machine
from django.http import QueryDict
from django.test import Client

from education.half_circle import DOT, half_circle
from education.models import LineState, PartnershipIndexPage, PartnershipPage
from education.selectors import partnership_profile
from parkportal.core.asked_day import asked_day
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.education import (
    BodyFactory,
    PartnershipFactory,
    PartnershipMemberFactory,
    PartnershipStaffFactory,
    ProgrammeLineFactory,
    SeatFactory,
)
from tests.factories.organisations import OrganisationFactory, PersonFactory, RoleFactory
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db


def profile(partnership: object, query: str = "") -> dict:
    """The profile that a query string asks for."""
    return partnership_profile(partnership, asked_day(QueryDict(query)))  # type: ignore[arg-type]


def test_people_who_share_a_seat_count_as_one_seat_and_a_person_in_two_roles_as_one_person() -> None:
    body = BodyFactory()
    college = OrganisationFactory(triple_helix=term(Vocabulary.TRIPLE_HELIX, "knowledge"))
    for _person in range(2):
        SeatFactory(body=body, number=1, role__organisation=college, executive=True)
    chair = PersonFactory()
    for _role in range(2):
        SeatFactory(body=body, number=2, role=RoleFactory(person=chair))
    SeatFactory(body=body)

    (entry,) = profile(body.partnership)["bodies"]

    assert (len(entry.seats), entry.people) == (3, 4)
    assert {share.side.identifier: share.seats for share in entry.balance} == {"business": 2, "knowledge": 1}
    assert [len(seat.holders) for seat in entry.executive] == [2]


def test_a_past_day_shows_the_members_lines_and_seats_of_that_day(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    partnership = PartnershipFactory(started="2020-11-05")
    early = PartnershipMemberFactory(partnership=partnership, since="2020-11-05", until="2024")
    late = PartnershipMemberFactory(partnership=partnership, since="2024-04")
    three = ProgrammeLineFactory(partnership=partnership, number=3, until="2023-05", state=LineState.DONE)
    four = ProgrammeLineFactory(partnership=partnership, number=4, since="2023-05")
    SeatFactory(body__partnership=partnership, since="2023-05")

    page = client.get(partnership.url_in(language), {"on": "2022-06-01"})
    html = page.content.decode()

    assert page.context["members"].current == [early]
    assert [row.line for row in page.context["lines"].current] == [three]
    assert page.context["bodies"][0].seats == []
    assert '<meta name="robots" content="noindex">' in html
    assert f'<link rel="canonical" href="http://testserver{partnership.url_in(language)}">' in html

    today = client.get(partnership.url_in(language))
    assert today.context["members"].current == [late]
    assert today.context["members"].former == [early]
    assert [row.line for row in today.context["lines"].current] == [four]
    assert "noindex" not in today.content.decode()


@time_machine.travel("2026-11-26 12:00", tick=False)
@pytest.mark.parametrize("value", ["2023-02-30", "gisteren", "2026-11-27", "9999-12-31", "<b>"])
def test_a_day_that_is_none_or_still_to_come_is_named_and_today_is_shown(
    client: Client, site: dict[str, SiteTree], value: str
) -> None:
    member = PartnershipMemberFactory()

    page = client.get(member.partnership.url_in("en"), {"on": value})

    assert page.status_code == 200
    assert value in page.context["notices"][0]
    assert page.context["members"].current == [member]
    assert "noindex" in page.content.decode()


def test_before_it_began_a_partnership_has_no_members_and_says_so() -> None:
    partnership = PartnershipFactory(started="2020-11-05")
    PartnershipMemberFactory(partnership=partnership)

    before = profile(partnership, "on=2019-01-01")

    assert before["members"].count == 0
    assert len(before["notices"]) == 1
    assert profile(partnership)["members"].undated == 1


def test_nobody_is_put_in_a_seat_before_being_seen_there() -> None:
    body = BodyFactory()
    SeatFactory(body=body, role__as_of="2023-05")

    (before,) = profile(body.partnership, "on=2021-01-01")["bodies"]
    (after,) = profile(body.partnership, "on=2023-06-01")["bodies"]

    assert (len(before.seats), before.unknown) == (0, 1)
    assert (len(after.seats), after.unknown) == (1, 0)


def test_an_organisation_shows_its_membership_its_seats_and_its_lines(
    client: Client, site: dict[str, SiteTree]
) -> None:
    partnership, college = PartnershipFactory(), OrganisationFactory()
    PartnershipMemberFactory(partnership=partnership, organisation=college, since="2020-11")
    SeatFactory(body__partnership=partnership, role__organisation=college, role__person__family_name="Bakker")
    ProgrammeLineFactory(partnership=partnership, lead=college, title_en="Learning at work")
    elsewhere = PartnershipFactory(live=False, name_en="Hidden partnership")
    ProgrammeLineFactory(partnership=elsewhere, lead=college)

    html = client.get(college.url_in("en")).content.decode()

    for text in ("Steering group: Anna Bakker", "leads the line “Learning at work”", "since November 2020"):
        assert text in html
    assert "Hidden partnership" not in html


def test_a_person_shows_seats_lines_work_and_signature(client: Client, site: dict[str, SiteTree]) -> None:
    role = RoleFactory(person__has_page=True, title_en="Practor")
    partnership = PartnershipFactory()
    SeatFactory(body__partnership=partnership, role=role)
    ProgrammeLineFactory(partnership=partnership, lead_role=role, title_en="Learning at work")
    PartnershipMemberFactory(partnership=partnership, signed_by=role)
    PartnershipStaffFactory(partnership=PartnershipFactory(name_en="Another one"), role=role)

    html = client.get(role.person.url_in("en")).content.decode()

    for text in ("Steering group", "leads the line “Learning at work”", "Another one"):
        assert text in html


def test_a_partnership_has_a_story_at_its_own_address(client: Client, site: dict[str, SiteTree]) -> None:
    partnership = PartnershipFactory(name_nl="Samen", slug_nl="samen")
    SeatFactory(body__partnership=partnership, since="2023-05")
    index = site["nl"][PartnershipIndexPage]
    index.add_child(instance=PartnershipPage(partnership=partnership, lead="Hoe het begon.", locale=index.locale))

    page = client.get(partnership.url_in("nl"), {"on": "2021-01-01"})

    assert "Hoe het begon." in page.content.decode()
    assert page.context["bodies"][0].seats == []


@pytest.mark.parametrize("seats", [0, 1, 2, 7, 15, 16, 60])
def test_the_dots_of_the_drawing_stay_inside_it_and_apart(seats: int) -> None:
    drawing = half_circle(["business"] * seats)

    assert len(drawing.dots) == seats
    for number, dot in enumerate(drawing.dots):
        assert DOT <= dot.x <= drawing.width - DOT
        assert DOT <= dot.y <= drawing.height - DOT
        assert all(math.dist((dot.x, dot.y), (other.x, other.y)) > 2 * DOT for other in drawing.dots[:number])
