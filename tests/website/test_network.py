import datetime
from itertools import combinations
from typing import Any

from django.http import QueryDict
from django.test import Client

from news.models import NewsIndexPage
from news.models.article_subject import ArticleOrganisation
from organisations.models import FacilityPartner, Organisation
from parkportal.website.network.listing import Network, network_context
from parkportal.website.network.picture import MOST_NODES, ROW
from parkportal.website.network.ties import LARGEST_GROUP
from tests.factories.core import term
from tests.factories.education import CourseFactory, PartnershipFactory, PartnershipMemberFactory
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import (
    BuildingFactory,
    FacilityFactory,
    LocationFactory,
    OrganisationFactory,
    RelationFactory,
)
from tests.factories.site import SiteTree

LONG_AGO = datetime.date(2010, 1, 1)


def two() -> list[Any]:
    """Alfa and Beta."""
    return [OrganisationFactory(name_nl=name, slug_nl=name.lower()) for name in ("Alfa", "Beta")]


def ties(query: str = "") -> list[tuple[str, str, str]]:
    """The ties that a query string asks for: kind and names, in the order of the table."""
    network = Network(QueryDict(query))
    return [(tie.kind.value, network.nodes[tie.one].name, network.nodes[tie.other].name) for tie in network.ties]


def share(kind: str, *organisations: Organisation) -> None:
    """Put organisations together in a building or a partnership."""
    building, partnership = BuildingFactory(), PartnershipFactory()
    for organisation in organisations:
        if kind == "building":
            LocationFactory(organisation=organisation, building=building)
        else:
            PartnershipMemberFactory(partnership=partnership, organisation=organisation)


def test_every_kind_of_fact_makes_a_tie(site: dict[str, SiteTree]) -> None:
    alfa, beta = two()
    RelationFactory(organisation=alfa, kind="spun-out-of", other=beta)
    share("building", alfa, beta)
    share("partnership", alfa, beta)
    CourseFactory(provider=alfa, facility=FacilityFactory(operator=beta))
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], date=LONG_AGO)
    for organisation in (alfa, beta):
        ArticleOrganisation.objects.create(article=story, organisation=organisation)
    assert [kind for kind, *_names in ties()] == ["origin", "facility", "partnership", "news", "building"]


def test_who_shares_a_facility_is_tied_to_who_runs_it_while_that_lasts(
    site: dict[str, SiteTree], client: Client
) -> None:
    alfa, beta = two()
    lab = FacilityFactory(name_nl="Gedeeld lab", slug_nl="lab", operator=alfa)
    lab.partners.add(FacilityPartner(organisation=beta, since="2015"))
    lab.partners.add(FacilityPartner(organisation=OrganisationFactory(live=False)))
    lab.save()
    assert ties() == ties("on=2016-01-01") == [("facility", "Beta", "Alfa")]
    assert ties("on=2014-12-31") == []
    assert "Gedeeld met" in client.get("/nl/faciliteiten/lab/").content.decode()
    assert 'href="/nl/faciliteiten/lab/"' in client.get("/nl/organisaties/beta/").content.decode()


def test_ties_are_those_of_today_or_of_the_day_that_is_asked(site: dict[str, SiteTree]) -> None:
    alfa, beta = two()
    RelationFactory(organisation=alfa, kind="parent", other=beta, since="2012-03", until="2018")
    assert ties() == []
    assert ties("on=2015-01-01") == [("ownership", "Alfa", "Beta")]
    assert ties("on=2012-02-28") == []


def test_an_empty_network_tells_what_there_is_without_the_kind_or_the_sector(
    site: dict[str, SiteTree], client: Client
) -> None:
    alfa, beta = two()
    RelationFactory(organisation=alfa, kind="parent", other=beta)
    query = f"sector={alfa.sector.identifier}&tie=building"
    assert [(way.url, way.total) for way in network_context(QueryDict(query))["listing"].ways_on] == [
        (f"?sector={alfa.sector.identifier}", 1)
    ]
    assert "Zonder ‘" in client.get(f"/nl/netwerk/?{query}").content.decode()


def test_a_day_that_does_not_exist_is_named(site: dict[str, SiteTree]) -> None:
    assert "2015-13" in Network(QueryDict("on=2015-13")).notices[0]


def test_what_the_public_may_not_see_ties_nobody(site: dict[str, SiteTree]) -> None:
    alfa, _beta = two()
    hidden = OrganisationFactory(live=False)
    RelationFactory(organisation=alfa, kind="parent", other=hidden)
    share("building", alfa, hidden)
    share("partnership", alfa, hidden)
    assert ties() == []


def test_translations_of_an_article_count_once(site: dict[str, SiteTree], client: Client) -> None:
    alfa, beta = two()
    dutch = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Samen", slug="samen", date=LONG_AGO)
    english = NewsStoryFactory(
        parent=site["en"][NewsIndexPage], title="Together", slug="together", date=LONG_AGO,
        translation_key=dutch.translation_key, locale=site["en"].home.locale,
    )  # fmt: skip
    for story in (dutch, english):
        for organisation in (alfa, beta):
            ArticleOrganisation.objects.create(article=story, organisation=organisation)
    assert len(ties()) == 1
    html = client.get("/en/network/").content.decode()
    assert '<a href="/en/news/together/">Together</a>' in html


def test_a_very_large_group_ties_nobody(site: dict[str, SiteTree]) -> None:
    share("building", *OrganisationFactory.create_batch(LARGEST_GROUP))
    assert len(ties()) == LARGEST_GROUP * (LARGEST_GROUP - 1) / 2
    share("building", *OrganisationFactory.create_batch(LARGEST_GROUP + 1))
    assert len(ties()) == LARGEST_GROUP * (LARGEST_GROUP - 1) / 2


def test_filters_narrow_each_other_and_their_counts_hold(site: dict[str, SiteTree]) -> None:
    alfa, beta = two()
    vaccines = OrganisationFactory(name_nl="Gamma", sector=term("sector", "vaccines"))
    RelationFactory(organisation=alfa, kind="parent", other=beta)
    share("building", alfa, vaccines)
    assert ties("sector=vaccines") == [("building", "Alfa", "Gamma")]
    assert ties("sector=vaccines&tie=ownership") == []
    kinds, sectors = Network(QueryDict("tie=ownership")).facets()
    assert {choice.value: choice.count for choice in kinds.choices} == {"ownership": 1, "building": 1}
    assert {choice.value: choice.count for choice in sectors.choices} == {"drug-development": 1}


def test_the_network_of_one_organisation_holds_its_own_ties(site: dict[str, SiteTree], client: Client) -> None:
    alfa, beta = two()
    gamma = OrganisationFactory(name_nl="Gamma")
    RelationFactory(organisation=alfa, kind="parent", other=beta)
    RelationFactory(organisation=beta, kind="parent", other=gamma)
    assert ties("from=alfa") == [("ownership", "Alfa", "Beta")]
    assert 'href="/nl/netwerk/?from=alfa"' in client.get("/nl/organisaties/alfa/").content.decode()


def test_unknown_values_are_named_and_left_out(site: dict[str, SiteTree], client: Client) -> None:
    alfa, beta = two()
    RelationFactory(organisation=alfa, kind="parent", other=beta)
    html = client.get("/en/network/?from=nobody&tie=marriage&sector=astrology").content.decode()
    for value in ("nobody", "marriage", "astrology"):
        assert f"“{value}”" in html
    assert "Alfa" in html


def test_the_picture_says_that_it_holds_only_the_strongest(site: dict[str, SiteTree]) -> None:
    alfa, beta = two()
    RelationFactory(organisation=alfa, kind="parent", other=beta)
    for _ in range(3):
        share("building", *OrganisationFactory.create_batch(LARGEST_GROUP - 1))
    context = network_context(QueryDict())
    picture = context["picture"]
    assert picture.is_partial
    assert len(picture.marks) <= MOST_NODES
    assert {"Alfa", "Beta"} <= {mark.node.name for mark in picture.marks}
    assert context["listing"].total > len(context["rows"])


def test_names_in_the_picture_do_not_lie_over_each_other(site: dict[str, SiteTree]) -> None:
    share("building", *OrganisationFactory.create_batch(LARGEST_GROUP))
    marks = network_context(QueryDict())["picture"].marks
    for one, other in combinations(marks, 2):
        assert one.is_left != other.is_left or abs(one.y - other.y) >= ROW


def test_the_table_can_be_taken_along(site: dict[str, SiteTree], client: Client) -> None:
    alfa, beta = two()
    RelationFactory(organisation=alfa, kind="owned-by", other=beta, since="2019-04", source="register")
    response = client.get("/nl/netwerk/?format=json")
    assert response.json()["items"] == [
        {
            "organisation": "Alfa",
            "organisation_id": "alfa",
            "kind": "ownership",
            "tie": "Eigendom van",
            "via": "",
            "other": "Beta",
            "other_id": "beta",
            "since": "2019-04",
            "until": "",
            "source": "register",
        }
    ]
    assert client.get("/nl/netwerk/?format=exe").status_code == 400
