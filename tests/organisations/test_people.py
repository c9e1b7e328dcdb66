"""Who is named in public, in which role, and how somebody leaves every page at once."""

import json
import re

import pytest
from django.test import Client
from django.utils import translation

from news.models import NewsIndexPage
from organisations.models import Person, Role
from parkportal.core.cache_refresh import affected_paths
from tests.factories.education import BodyFactory, PartnershipFactory, SeatFactory
from tests.factories.news import InterviewFactory, NewsStoryFactory
from tests.factories.organisations import OrganisationFactory, PersonFactory, RoleFactory
from tests.factories.site import SiteTree


@pytest.fixture
def mayor(site: dict[str, SiteTree]) -> Role:
    """A public role, named wherever a role can be."""
    organisation = OrganisationFactory(name_nl="Gemeente", name_en="Municipality", slug_nl="gemeente")
    person = PersonFactory(given_name="Jet", infix="de", family_name="Vries", has_page=True)
    role: Role = RoleFactory(  # type: ignore[assignment]
        person=person, organisation=organisation, title_nl="Burgemeester", title_en="Mayor", is_spokesperson=True
    )
    SeatFactory(role=role, body=BodyFactory(partnership=PartnershipFactory(name_nl="Samen", slug_nl="samen")))
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Bericht", slug="bericht")
    story.role_rows.create(role=role)
    story.save()
    interview = InterviewFactory(parent=site["nl"][NewsIndexPage], title="Gesprek", slug="gesprek")
    interview.interviewee_rows.create(role=role)
    interview.save()
    return role


NAMED_ON = [
    "/nl/mensen/",
    "/nl/mensen/jet-de-vries/",
    "/en/people/jet-de-vries/",
    "/nl/organisaties/gemeente/",
    "/nl/onderwijs/samenwerkingen/samen/",
    "/nl/nieuws/bericht/",
    "/nl/nieuws/gesprek/",
    "/nl/pers/",
]


def naming(client: Client) -> list[str]:
    """The pages that name the person."""
    return [path for path in NAMED_ON if "Jet de Vries" in client.get(path).content.decode()]


def test_a_role_is_named_wherever_something_refers_to_it(mayor: Role, client: Client) -> None:
    assert naming(client) == NAMED_ON


def test_a_person_removed_from_view_is_on_no_page_and_the_articles_stay(mayor: Role, client: Client) -> None:
    mayor.person.unpublish()
    assert naming(client) == []
    assert client.get("/nl/mensen/jet-de-vries/").status_code == 404
    assert client.get("/nl/nieuws/gesprek/").status_code == 200


def test_a_search_does_not_betray_where_a_removed_person_sits(mayor: Role, client: Client) -> None:
    mayor.person.unpublish()
    found = client.get("/nl/onderwijs/samenwerkingen/", {"q": "Vries"})
    assert "/samenwerkingen/samen/" not in found.content.decode()


def test_a_deleted_person_takes_the_roles_along_and_the_articles_stay(mayor: Role, client: Client) -> None:
    mayor.person.delete()
    assert naming(client) == []
    assert [client.get(f"/nl/nieuws/{slug}/").status_code for slug in ("bericht", "gesprek")] == [200, 200]


def test_every_page_that_names_a_person_is_renewed_with_the_person(mayor: Role) -> None:
    assert set(NAMED_ON) <= affected_paths(mayor.person)


def test_a_person_without_a_page_is_named_but_has_no_address(mayor: Role, client: Client) -> None:
    Person.objects.update(has_page=False)
    assert client.get("/nl/mensen/jet-de-vries/").status_code == 404
    assert "jet-de-vries" not in client.get("/sitemap.xml").content.decode()
    profile = client.get("/nl/organisaties/gemeente/").content.decode()
    assert "Jet de Vries" in profile
    assert "/nl/mensen/" not in profile


def test_a_persons_page_says_when_and_where_in_its_language(mayor: Role, client: Client) -> None:
    Role.objects.update(since="2021-09", until="2024-03-01")
    html = client.get("/en/people/jet-de-vries/").content.decode()
    for text in ("Mayor", "Municipality", "September 2021 – 1 March 2024", "In earlier years"):
        assert text in html
    assert "Samen" in html


def test_only_the_persons_own_page_describes_a_person_to_machines(mayor: Role, client: Client) -> None:
    described = [path for path in NAMED_ON if '"@type": "Person"' in client.get(path).content.decode()]
    assert described == ["/nl/mensen/jet-de-vries/", "/en/people/jet-de-vries/"]
    html = client.get("/en/people/jet-de-vries/").content.decode()
    data = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)[0])
    assert data["familyName"] == "de Vries"
    assert data["affiliation"][0]["roleName"] == "Mayor"


def test_the_press_room_names_who_speaks_for_somebody_today(mayor: Role, client: Client) -> None:
    Role.objects.update(phone="+31 71 000 00 99", languages="nl,en", hours_nl="op werkdagen")
    html = client.get("/nl/pers/").content.decode()
    assert all(text in html for text in ("+31 71 000 00 99", "op werkdagen"))
    Role.objects.update(until="2020")
    assert "+31 71 000 00 99" not in client.get("/nl/pers/").content.decode()


@pytest.mark.parametrize(
    ("dates", "current"),
    [
        ({}, True),
        ({"since": "2016"}, True),
        ({"since": "2016", "until": "2020"}, False),
        ({"as_of": "2016-02-08"}, False),
        ({"as_of": "2999"}, True),
    ],
)
def test_a_role_seen_long_ago_is_not_said_to_be_held_today(dates: dict[str, str], current: bool) -> None:
    assert Role(**dates).is_current is current


def test_namesakes_have_different_addresses(db: None) -> None:
    first, second = (PersonFactory(given_name="Jan", family_name="Jansen") for _ in range(2))
    assert (first.slug, second.slug) == ("jan-jansen", "jan-jansen-2")


def test_a_role_at_a_hidden_organisation_does_not_name_it(db: None) -> None:
    role = RoleFactory(organisation__live=False, title_nl="Directeur")
    with translation.override("nl"):
        assert role.in_words == "Directeur"
