import pytest
from django.core.management import call_command
from django.test import Client

from education.models import Partnership
from news.models import NewsIndexPage
from organisations.models import Organisation, Role
from parkportal.core.models import SearchEntry, Synonym, Term, Vocabulary
from parkportal.core.search.synonym_loader import load_synonyms
from tests.factories.core import term
from tests.factories.education import CourseFactory, PartnershipFactory
from tests.factories.news import NewsStoryFactory
from tests.factories.organisations import FacilityFactory, OrganisationFactory, PersonFactory, RoleFactory
from tests.factories.site import SiteTree


def found(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("query", ["cryo-EM", "cryo em", "CRYO", "elektronen"])
def test_a_facility_is_found_by_part_of_a_word_with_or_without_a_hyphen(
    site: dict[str, SiteTree], client: Client, query: str
) -> None:
    FacilityFactory(name_nl="NeCEN", summary_nl="Cryo-EM met elektronenmicroscopen", summary_en="Cryo EM")
    assert "NeCEN" in found(client, f"/nl/zoeken/?q={query}")
    assert "NeCEN" in found(client, f"/en/search/?q={query}")


def test_a_query_in_one_language_finds_the_record_in_the_other(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Alfa", summary_nl="Maakt vaccins", summary_en="Makes vaccines")
    assert "Alfa" in found(client, "/nl/zoeken/?q=vaccines")
    assert "Alfa" in found(client, "/en/search/?q=vaccins")


def test_a_former_name_finds_the_organisation(site: dict[str, SiteTree], client: Client) -> None:
    organisation = OrganisationFactory(name_nl="Janssen Vaccines")
    organisation.names.create(name="Crucell", kind="former", until="2011")
    organisation.save()
    assert "Janssen Vaccines" in found(client, "/nl/zoeken/?q=crucell")


def test_articles_are_found_in_their_own_language(site: dict[str, SiteTree], client: Client) -> None:
    NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Investeringen blijven nodig", slug="bericht")
    assert "Investeringen blijven" in found(client, "/nl/zoeken/?q=invest")
    assert "Investeringen blijven" not in found(client, "/en/search/?q=invest")


@pytest.mark.parametrize("query", ['"', 'a"b', 'x OR "', "*", "%", "_", "-", "NEAR(", "'", "\\"])
def test_signs_with_a_meaning_for_databases_are_just_signs(
    site: dict[str, SiteTree], client: Client, query: str
) -> None:
    assert client.get("/nl/zoeken/", {"q": query}).status_code == 200
    assert client.get("/en/organisations/", {"q": query}).status_code == 200


def hits(client: Client, query: str, language: str = "nl", **params: str) -> dict[str, list[str]]:
    """What a query finds, by kind."""
    path = {"nl": "/nl/zoeken/", "en": "/en/search/"}[language]
    data = client.get(path, {"q": query, "format": "json", **params}).json()
    return {kind["kind"]: [hit["name"] for hit in kind["hits"]] for kind in data["kinds"]}


def test_names_come_before_keywords_and_keywords_before_text(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Tekst", description_nl="<p>Wij maken vaccins.</p>")
    OrganisationFactory(name_nl="Zin", summary_nl="Maakt vaccins.")
    OrganisationFactory(name_nl="Sector", sector=term(Vocabulary.SECTOR, "vaccines"))
    OrganisationFactory(name_nl="Alfa Vaccins")
    OrganisationFactory(name_nl="Vaccins Nederland")
    OrganisationFactory(name_nl="Vaccins")
    in_order = ["Vaccins", "Vaccins Nederland", "Alfa Vaccins", "Sector", "Zin", "Tekst"]
    assert hits(client, "vaccins")["organisations"] == in_order


def test_all_words_must_be_there_but_not_in_one_field(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Alfa", summary_nl="Maakt vaccins.", description_nl="<p>Met een cleanroom.</p>")
    assert "organisations" in hits(client, "alfa vaccin cleanroom")
    assert hits(client, "alfa vaccin telescoop", literally="") == {}


@pytest.mark.parametrize("query", ["schone ruimte", "stofarme ruimtes", "clean room", "Clean-Rooms", "reinruimte"])
def test_a_synonym_finds_in_either_language(
    site: dict[str, SiteTree], client: Client, query: str, language: str
) -> None:
    OrganisationFactory(name_nl="Alfa", summary_nl="Met een cleanroom.", summary_en="With rooms.")
    assert hits(client, query, language) == {"organisations": ["Alfa"]}


def test_staff_teach_the_search_a_synonym(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Alfa", summary_nl="Maakt een fiets.")
    assert hits(client, "rijwiel") == {}
    synonym = Synonym.objects.create(identifier="bicycle", wording_nl="fiets\nrijwiel", wording_en="bicycle")
    assert hits(client, "bicycle") == {"organisations": ["Alfa"]}
    synonym.in_use = False
    synonym.save()
    assert hits(client, "rijwiel") == {}


def test_loading_synonyms_again_keeps_what_staff_changed(db: None) -> None:
    Synonym.objects.filter(identifier="cleanroom").update(wording_nl="cleanroom", in_use=False)
    total = Synonym.objects.count()
    load_synonyms()
    assert Synonym.objects.count() == total >= 40
    assert Synonym.objects.get(identifier="cleanroom").wording_nl == "cleanroom"
    assert not Synonym.objects.get(identifier="cleanroom").in_use


def test_a_changed_label_of_a_term_counts_at_once(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Alfa", sector=term(Vocabulary.SECTOR, "space"))
    sector = Term.objects.get(vocabulary=Vocabulary.SECTOR, identifier="space")
    sector.label_nl = "Heelal"
    sector.save()
    assert hits(client, "heelal") == {"organisations": ["Alfa"]}


@pytest.mark.parametrize(
    ("query", "meant"), [("cleanrom", "cleanroom"), ("imunologei", "immunologie"), ("prosenza", "prosensa")]
)
def test_a_mistake_or_two_is_corrected_and_said(
    site: dict[str, SiteTree], client: Client, query: str, meant: str
) -> None:
    OrganisationFactory(name_nl="Prosensa", summary_nl="Immunologie in een cleanroom.")
    page = found(client, f"/nl/zoeken/?q={query}")
    assert f"‘{meant}’" in page
    assert f"‘{query}’" in page
    assert "Prosensa" in page
    assert hits(client, query, literally="") == {}


@pytest.mark.parametrize(
    ("query", "answered"),
    [
        ("cleanroom huren", "cleanroom"),
        ("prosensa cleanroom huren", "prosensa cleanroom"),
        ("prosensa telescoop", "prosensa"),
    ],
)
def test_words_that_stand_in_the_way_are_left_out_and_that_is_said(
    site: dict[str, SiteTree], client: Client, query: str, answered: str
) -> None:
    OrganisationFactory(name_nl="Prosensa", summary_nl="Immunologie in een cleanroom.")
    OrganisationFactory(name_nl="Verborgen", summary_nl="Huren en telescoop.", live=False)
    FacilityFactory(name_nl="Sterrenwacht", summary_nl="Een telescoop.")
    page = found(client, f"/nl/zoeken/?q={query}")
    assert f"‘{answered}’" in page
    assert f"‘{query}’" in page
    assert "Prosensa" in page
    assert hits(client, query, literally="") == {}


def test_nothing_found_leads_on(site: dict[str, SiteTree], client: Client) -> None:
    page = found(client, "/en/search/?q=xyzzyq")
    assert "/en/organisations/" in page.split("<main")[1]


def test_who_is_gone_is_found_by_name_with_the_state(site: dict[str, SiteTree], client: Client) -> None:
    organisation = OrganisationFactory(name_nl="Prosensa")
    organisation.states.create(state=term(Vocabulary.ORGANISATION_STATE, "closed"), since="2014")
    organisation.save()
    assert "Gesloten" in found(client, "/nl/zoeken/?q=prosensa")


def test_pages_of_another_language_are_pointed_at(site: dict[str, SiteTree], client: Client) -> None:
    NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Investeringen", slug="bericht")
    assert 'href="/nl/zoeken/?q=investeringen"' in found(client, "/en/search/?q=investeringen")


def partnership_with(role: Role) -> Partnership:
    """A visible partnership for which somebody works."""
    partnership: Partnership = PartnershipFactory()
    partnership.staff.create(role=role)
    partnership.save()
    return partnership


def test_a_person_is_found_by_name_or_function_where_a_visible_page_shows_the_role(
    site: dict[str, SiteTree], client: Client
) -> None:
    ida = PersonFactory(given_name="Ida", family_name="Smid")
    partnership = partnership_with(RoleFactory(person=ida, organisation=None))
    assert hits(client, "ida smid")["people"] == hits(client, "director", "en")["people"] == ["Ida Smid"]
    partnership.live = False
    partnership.save()
    assert hits(client, "ida smid") == {}


def test_a_role_leads_to_the_persons_own_page_or_else_to_the_organisation(
    site: dict[str, SiteTree], client: Client
) -> None:
    role = RoleFactory(person=PersonFactory(given_name="Ida", family_name="Smid"), organisation__slug_nl="alfa")
    suggested = "/nl/zoeken/suggesties/?q=smid"
    assert [each["url"] for each in client.get(suggested).json()["suggestions"]] == ["/nl/organisaties/alfa/"]
    role.person.has_page = True
    role.person.save()
    assert [each["url"] for each in client.get(suggested).json()["suggestions"]] == ["/nl/mensen/ida-smid/"]
    role.person.unpublish()
    assert client.get(suggested).json()["suggestions"] == []


def test_a_list_understands_the_same_and_finds_by_what_a_record_is_tied_to(
    site: dict[str, SiteTree], client: Client
) -> None:
    provider = OrganisationFactory(name_nl="Hogeschool Alfa", live=True)
    CourseFactory(name_nl="Pipetteren", provider=provider)
    assert "Pipetteren" in found(client, "/nl/onderwijs/cursussen/?q=alfa")
    provider.live = False
    provider.save()
    assert "Pipetteren" not in found(client, "/nl/onderwijs/cursussen/?q=alfa")


def test_a_list_without_a_hit_asks_whether_you_meant_what_it_has(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Celkwekerij")
    OrganisationFactory(name_nl="Zandstraler", live=False)
    html = found(client, "/nl/organisaties/?q=celkwekerji&type=company")
    assert '<a href="?type=company&amp;q=celkwekerij">Bedoelde je ‘celkwekerij’?</a>' in html
    assert "Bedoelde je" not in found(client, "/nl/organisaties/?q=zandstralre")
    assert "Bedoelde je" not in found(client, "/nl/onderwijs/cursussen/?q=celkwekerji")


def test_a_list_can_stand_in_order_of_relevance(site: dict[str, SiteTree]) -> None:
    OrganisationFactory(name_nl="Alfa", summary_nl="Ook bèta.")
    OrganisationFactory(name_nl="Beta")
    found = Organisation.objects.visible().matching("beta").by_relevance("beta")
    assert [organisation.name_nl for organisation in found] == ["Beta", "Alfa"]


def test_what_is_deleted_leaves_the_index_and_the_command_writes_it_anew(site: dict[str, SiteTree]) -> None:
    organisation = OrganisationFactory(name_nl="Alfa")
    entry = SearchEntry.objects.filter(kind="organisations.organisation")
    entry.update(names="| iets anders |")
    call_command("update_search")
    assert "| alfa |" in entry.get().names
    organisation.delete()
    assert not entry.exists()


def test_suggestions_name_what_is_meant_and_where_it_is(site: dict[str, SiteTree], client: Client) -> None:
    OrganisationFactory(name_nl="Celkwekerij", slug_nl="celkwekerij")
    facility = FacilityFactory(name_nl="Lab")
    facility.techniques.add(term(Vocabulary.TECHNIQUE, "cell-culture"))
    facility.save()
    answer = client.get("/en/search/suggestions/?q=celk")
    suggested = {each["label"]: each["url"] for each in answer.json()["suggestions"]}
    assert suggested == {
        "Celkwekerij": "/en/organisations/celkwekerij/",
        "Lab": f"/en/facilities/{facility.key}/",
        "Cell culture": "/en/facilities/?technique=cell-culture",
    }
    assert answer.json()["message"] == "3 suggestions"
    assert not answer.cookies
    assert "public" in answer["Cache-Control"]
