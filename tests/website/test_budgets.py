"""How many queries a page may cost: the same with ten rows and with a thousand."""

from collections.abc import Callable

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from education.models import Body, Partnership
from news.models import Figure, Interview, NewsIndexPage, NewsStory, PressRelease
from organisations.models import Organisation, Person
from parkportal.core.models import Vocabulary
from parkportal.website.models import ParkSettings
from tests.factories.core import DocumentFactory, ImageFactory, term
from tests.factories.education import (
    BodyFactory,
    CourseFactory,
    CourseRunFactory,
    EventFactory,
    EventOrganiserFactory,
    EventSpeakerFactory,
    InternshipFactory,
    PartnershipFactory,
    PartnershipMemberFactory,
    PartnershipStaffFactory,
    SeatFactory,
)
from tests.factories.many import many_copies, many_organisations, many_tenants
from tests.factories.news import FigureFactory, InterviewFactory, NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import (
    BuildingFactory,
    EquipmentFactory,
    FacilityFactory,
    LocationFactory,
    OrganisationFactory,
    PersonFactory,
    RoleFactory,
)
from tests.factories.site import SiteTree

PROFILE_QUERIES = 12
ARTICLE_QUERIES = 12
LIST_QUERIES = 14
HOME_QUERIES = 16
SEARCH_QUERIES = 12
SUGGESTION_QUERIES = 5

BUDGETS = {
    "/nl/": HOME_QUERIES,
    "/en/": HOME_QUERIES,
    "/nl/organisaties/": LIST_QUERIES,
    "/en/organisations/?q=name&type=company&sector=drug-development": LIST_QUERIES,
    "/nl/faciliteiten/": LIST_QUERIES,
    "/en/equipment/?q=name&mode=self-use&state=in-use": LIST_QUERIES,
    "/nl/organisaties/feed/atom/": LIST_QUERIES,
    "/nl/onderwijs/": LIST_QUERIES,
    "/nl/onderwijs/opleidingen/": LIST_QUERIES,
    "/nl/onderwijs/cursussen/": LIST_QUERIES,
    "/nl/onderwijs/stages/": LIST_QUERIES,
    "/nl/onderwijs/stages/stage/": PROFILE_QUERIES,
    "/nl/onderwijs/samenwerkingen/": LIST_QUERIES,
    "/nl/agenda/": LIST_QUERIES,
    "/nl/nieuws/": LIST_QUERIES,
    "/nl/pers/": LIST_QUERIES,
    "/nl/pers/cijfers/": LIST_QUERIES,
    "/nl/pers/beeldbank/": LIST_QUERIES,
    "/nl/gebouwen/": LIST_QUERIES,
    "/nl/kaart/": LIST_QUERIES,
    "/en/map/facilities/": LIST_QUERIES,
    "/nl/netwerk/": LIST_QUERIES,
    "/nl/begrippen/": LIST_QUERIES,
    "/en/network/?from=alfa": LIST_QUERIES,
    "/nl/organisaties/alfa/": PROFILE_QUERIES,
    "/en/organisations/alfa/": PROFILE_QUERIES,
    "/nl/faciliteiten/lab/": PROFILE_QUERIES,
    "/nl/apparatuur/apparaat/": PROFILE_QUERIES,
    "/nl/gebouwen/toren/": PROFILE_QUERIES,
    "/nl/onderwijs/cursussen/cursus/": PROFILE_QUERIES,
    "/nl/onderwijs/samenwerkingen/samen/": PROFILE_QUERIES,
    "/nl/agenda/feest/": PROFILE_QUERIES,
    "/nl/nieuws/bericht/": ARTICLE_QUERIES,
    "/nl/nieuws/gesprek/": ARTICLE_QUERIES,
    "/nl/nieuws/persbericht/": ARTICLE_QUERIES,
    "/nl/mensen/": LIST_QUERIES,
    "/nl/mensen/anna-jansen/": PROFILE_QUERIES,
    "/nl/zoeken/?q=naam": SEARCH_QUERIES,
    "/nl/zoeken/?q=namm": SEARCH_QUERIES,
    "/nl/zoeken/?q=naam+zzzzz": SEARCH_QUERIES,
    "/en/search/suggestions/?q=name": SUGGESTION_QUERIES,
}


def fill(site: dict[str, SiteTree]) -> Callable[[int], None]:
    """A site with one of everything, linked together, and a way to add many more."""
    ParkSettings.objects.update_or_create(defaults={"question_email": "park@example.org"})
    alfa = OrganisationFactory(name_nl="Alfa", slug_nl="alfa")
    building = BuildingFactory(slug_nl="toren", operator=alfa)
    LocationFactory(organisation=alfa, building=building)
    lab = FacilityFactory(name_nl="Lab", slug_nl="lab", operator=alfa, building=building)
    EquipmentFactory(name_nl="Apparaat", slug_nl="apparaat", facility=lab)
    course = CourseFactory(name_nl="Cursus", slug_nl="cursus", provider=alfa, facility=lab)
    CourseRunFactory(course=course)
    InternshipFactory(name_nl="Stage", slug_nl="stage", organisation=alfa)
    partnership = PartnershipFactory(name_nl="Samen", slug_nl="samen")
    PartnershipMemberFactory(partnership=partnership, organisation=alfa)
    event = EventFactory(name_nl="Feest", slug_nl="feest", partnership=partnership, facility=lab)
    EventOrganiserFactory(event=event, organisation=alfa)
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Bericht", slug="bericht", picture=ImageFactory())
    interview = InterviewFactory(parent=site["nl"][NewsIndexPage], title="Gesprek", slug="gesprek")
    release = PressReleaseFactory(parent=site["nl"][NewsIndexPage], slug="persbericht", picture=ImageFactory())
    body = BodyFactory(partnership=partnership)
    person = PersonFactory(family_name="Jansen", has_page=True)
    add_roles(person, alfa, body, story, interview)
    story.organisation_rows.create(organisation=alfa)
    story.facility_rows.create(facility=lab)
    add_to_release(release)
    save(story, interview)

    def more(total: int) -> None:
        many_organisations(total)
        many_copies(story, total)
        for _ in range(min(total, 20)):
            EquipmentFactory(facility=lab)
            CourseRunFactory(course=course)
            InternshipFactory(organisation=alfa)
            PartnershipMemberFactory(partnership=partnership)
            EventOrganiserFactory(event=EventFactory(partnership=partnership, facility=lab), organisation=alfa)
            EventSpeakerFactory(event=event)
            add_roles(person, alfa, body, story, interview)
            PersonFactory(has_page=True)
            add_to_release(release)
            FigureFactory(replaces=Figure.objects.last())
        many_tenants(building)
        save(story, interview, release)

    return more


def save(*pages: Page | Partnership) -> None:
    """Save pages and records with their rows."""
    for page in pages:
        page.save()


def add_to_release(release: PressRelease) -> None:
    """An organisation, a document and an image more."""
    release.boilerplate_rows.create(organisation=OrganisationFactory())
    release.attachment_rows.create(document=DocumentFactory())
    release.body.append(("figure", {"figure": FigureFactory(), "kept": ""}))
    release.body.append(("picture", {"image": ImageFactory(), "caption": "", "alt": ""}))


def add_roles(person: Person, organisation: Organisation, body: Body, story: NewsStory, interview: Interview) -> None:
    """A role of the person and one of somebody else, wherever a role can stand."""
    for role in (
        RoleFactory(person=person, organisation=organisation, is_spokesperson=True),
        RoleFactory(organisation=organisation, person__has_page=True, is_spokesperson=True),
    ):
        SeatFactory(body=body, role=role)
        PartnershipStaffFactory(partnership=body.partnership, role=role)
        story.role_rows.create(role=role)
        interview.role_rows.create(role=role)
        interview.interviewee_rows.create(role=role)


def count(path: str) -> int:
    """The queries of a warm page: what caches keep for a minute is there."""
    client = Client()
    with time_machine.travel(timezone.now(), tick=False):  # Nothing leaves a cache between the two visits.
        assert client.get(path).status_code == 200, path
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
    return len(captured)


@pytest.mark.long
def test_no_page_costs_more_than_its_budget_or_more_with_more_rows(site: dict[str, SiteTree]) -> None:
    more = fill(site)
    more(10)
    few = {path: count(path) for path in BUDGETS}
    more(990)
    many = {path: count(path) for path in BUDGETS}
    assert {path: cost for path, cost in many.items() if cost > BUDGETS[path]} == {}
    assert {path: (few[path], cost) for path, cost in many.items() if cost != few[path]} == {}


@pytest.mark.parametrize("total", [1, 4])
def test_suggestions_of_every_kind_cost_five_queries_however_many_they_are(
    site: dict[str, SiteTree], total: int
) -> None:
    partnership, interview = PartnershipFactory(), InterviewFactory(parent=site["en"][NewsIndexPage])
    for number in range(total):
        OrganisationFactory(name_nl=f"Celkweker {number}")
        facility = FacilityFactory(name_nl=f"Cellab {number}")
        facility.techniques = [term(Vocabulary.TECHNIQUE, "cell-culture")]
        facility.save()
        for surname, tie in (("Celie", partnership.staff), ("Celan", interview.interviewee_rows)):
            tie.create(role=RoleFactory(person=PersonFactory(family_name=surname), organisation=None))
        NewsStoryFactory(parent=site["en"][NewsIndexPage], title=f"Cells {number}", slug=f"cells-{number}")
    save(partnership, interview)
    path = "/en/search/suggestions/?q=cel"
    kinds = {each["kind"] for each in Client().get(path).json()["suggestions"]}
    assert kinds == {"Organisation", "Facility", "Person", "News", "Technique"}
    assert count(path) == 5


def test_a_file_costs_some_queries_more_for_each_chunk_and_none_for_a_row(site: dict[str, SiteTree]) -> None:
    lab = FacilityFactory()
    for path, more in (
        ("/nl/organisaties/?format=csv", many_organisations),
        ("/nl/apparatuur/?format=uniquip", lambda total: EquipmentFactory.create_batch(total, facility=lab)),
    ):
        more(10)
        few = count(path)
        more(90)
        assert count(path) == few, path
