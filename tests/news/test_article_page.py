import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from news.models import (
    ArticleOrganisation,
    Interview,
    Interviewee,
    NewsIndexPage,
    PressReleaseAttachment,
    PressReleaseBoilerplate,
)
from tests.factories.core import DocumentFactory, ImageFactory
from tests.factories.news import InterviewFactory, NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import OrganisationFactory, RoleFactory
from tests.factories.site import SiteTree

QUERIES = 12


def test_only_visible_organisations_are_named(client: Client, site: dict[str, SiteTree]) -> None:
    shown, hidden = (
        OrganisationFactory(name_nl="Zichtbaar"),
        OrganisationFactory(name_nl="Verborgen", live=False),
    )
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], slug="story", issuer=hidden)
    story.organisation_rows.add(*[ArticleOrganisation(organisation=each) for each in (shown, hidden)])
    story.save()
    html = client.get("/nl/nieuws/story/").content.decode()
    assert "Zichtbaar" in html
    assert "Verborgen" not in html


def test_a_translation_says_what_it_was_translated_from(client: Client, site: dict[str, SiteTree]) -> None:
    dutch = NewsStoryFactory(parent=site["nl"][NewsIndexPage], slug="verhaal")
    NewsStoryFactory(
        parent=site["en"][NewsIndexPage],
        slug="story",
        translation_key=dutch.translation_key,
        original_language="nl",
    )
    response = client.get("/en/news/story/")
    assert response.context["original"].url.endswith("/nl/nieuws/verhaal/")
    assert "Translated from Dutch" in response.content.decode()
    assert client.get("/nl/nieuws/verhaal/").context["original"] is None


def test_an_article_in_one_language_says_so(client: Client, site: dict[str, SiteTree]) -> None:
    NewsStoryFactory(parent=site["en"][NewsIndexPage], slug="story")
    assert "Only in English" in client.get("/en/news/story/").content.decode()


def test_a_new_article_is_written_in_the_language_of_its_tree(site: dict[str, SiteTree], language: str) -> None:
    story = NewsStoryFactory(parent=site[language][NewsIndexPage])
    assert story.original_language == language
    assert story.article_type == "news"


def test_a_lost_original_costs_the_picture_and_not_the_page(client: Client, site: dict[str, SiteTree]) -> None:
    picture = ImageFactory()
    for factory, slug in ((NewsStoryFactory, "story"), (PressReleaseFactory, "release")):
        article = factory(parent=site["nl"][NewsIndexPage], slug=slug, picture=picture)
        article.body.append(("picture", {"image": picture, "caption": "", "alt": ""}))
        article.save()
    picture.file.storage.delete(picture.file.name)
    for path in ("story/", "release/", "release/text/", "release/press-pack/", "", "feed/", "feed/atom/", "feed/json/"):
        response = client.get(f"/nl/nieuws/{path}")
        assert response.status_code == 200, path
        assert response.getvalue()
    assert "image" not in client.get("/nl/nieuws/story/").context["json_ld"]


def test_a_number_is_that_of_one_release_and_its_translations(site: dict[str, SiteTree]) -> None:
    first = PressReleaseFactory(parent=site["nl"][NewsIndexPage], title="De eerste", number="2031-03")
    translation = PressReleaseFactory(
        parent=site["en"][NewsIndexPage], number="2031-03", translation_key=first.translation_key, live=False
    )
    second = PressReleaseFactory(parent=site["nl"][NewsIndexPage], number="2031-03", live=False)
    translation.save_revision().publish()
    with pytest.raises(ValidationError, match="De eerste"):
        second.save_revision().publish()
    second.number = "2031-04"
    second.save_revision().publish()


def test_a_press_release_shows_what_the_press_needs(client: Client, site: dict[str, SiteTree]) -> None:
    organisation = OrganisationFactory(name_nl="Instituut", boilerplate_nl="Het instituut onderzoekt.")
    release = PressReleaseFactory(parent=site["nl"][NewsIndexPage], slug="release", notes="<p>Voor redacties.</p>")
    release.boilerplate_rows.add(PressReleaseBoilerplate(organisation=organisation))
    release.attachment_rows.add(PressReleaseAttachment(document=DocumentFactory(label_nl="Factsheet")))
    release.save()
    html = client.get("/nl/nieuws/release/").content.decode()
    for text in (
        release.number,
        release.contact_phone,
        "Voor redacties.",
        "Het instituut onderzoekt.",
        "Factsheet",
    ):
        assert text in html


def test_an_interview_shows_roles_as_they_were(client: Client, site: dict[str, SiteTree]) -> None:
    interview = full_interview(site)
    html = client.get("/en/news/talk/").content.decode()
    for text in (str(interview.interviewees[0].person), "Director", "15 October 2015"):
        assert text in html


def test_an_article_tells_machines_what_it_is(client: Client, site: dict[str, SiteTree]) -> None:
    full_interview(site)
    data = client.get("/en/news/talk/").context["json_ld"]
    assert data["@type"] == "Article"
    assert data["headline"] == "Talk"
    assert data["inLanguage"] == "en"
    assert data["isBasedOn"] == "https://example.org/talk"
    assert data["about"][0]["@type"] == "Organization"
    assert data["image"]["url"].startswith("http")


def test_an_article_page_is_made_in_few_queries(
    client: Client, site: dict[str, SiteTree], django_assert_max_num_queries: object
) -> None:
    full_interview(site)
    client.get("/en/news/talk/")
    with django_assert_max_num_queries(QUERIES):
        client.get("/en/news/talk/")


@pytest.mark.parametrize("number", [1, 8])
def test_a_list_is_made_in_few_queries(
    client: Client, site: dict[str, SiteTree], django_assert_max_num_queries: object, number: int
) -> None:
    for _each in range(number):
        NewsStoryFactory(parent=site["en"][NewsIndexPage], picture=ImageFactory())
    client.get("/en/news/")
    with django_assert_max_num_queries(14):
        client.get("/en/news/")


def full_interview(site: dict[str, SiteTree]) -> Interview:
    interview = InterviewFactory(
        parent=site["en"][NewsIndexPage],
        title="Talk",
        slug="talk",
        picture=ImageFactory(),
        held_on="2015-10-15",
        source_name="A paper",
        source_url="https://example.org/talk",
        body=[("question", {"question": "Why?", "answer": "<p>Because.</p>", "speaker": ""})],
    )
    interview.interviewee_rows.add(Interviewee(role=RoleFactory()))
    interview.organisation_rows.add(ArticleOrganisation(organisation=OrganisationFactory()))
    interview.topics.add("cleanroom")
    interview.save()
    return interview
