"""Internships: open until their last day, everywhere, and after it nowhere, without anybody doing anything."""

import datetime
import json
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.test import Client
from django.utils import timezone, translation

from education.models import Internship, InternshipIndexPage
from organisations.models import Organisation, OrganisationIndexPage
from parkportal.core.listing import make_listing
from parkportal.core.models import Vocabulary
from tests.factories.core import term
from tests.factories.education import InternshipFactory, ProgrammeFactory, ProgrammePartnerFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

DAY = datetime.timedelta(days=1)
LIST = "/nl/onderwijs/stages/"


def level(identifier: str) -> Any:
    return term(Vocabulary.EDUCATION_LEVEL, identifier)


def names(client: Client, query: str) -> list[str]:
    return [row["name"] for row in json.loads(client.get(f"{LIST}?format=json&{query}").content)["items"]]


def surfaces(internship: Internship, programme: Any) -> list[str]:
    """Wherever an open one shows."""
    files = (f"{LIST}{rest}" for rest in ("", "?format=csv", "?format=json", "feed/", "feed/atom/", "feed/json/"))
    about = (internship.organisation.url, programme.url, "/nl/onderwijs/", "/nl/zoeken/?q=celkweek")
    return [*files, *about, "/en/education/internships/", "/en/search/?q=celkweek", "/api/v1/internships"]


def test_it_is_everywhere_on_its_last_day_and_nowhere_a_moment_later(site: dict[str, SiteTree], client: Client) -> None:
    today = timezone.localdate()
    programme = ProgrammeFactory()
    internship = InternshipFactory(
        name_nl="Celkweek", name_en="Celkweek", slug_nl="plek", open_until=today, programmes=[programme]
    )
    internship.save_revision().publish()
    midnight = timezone.make_aware(datetime.datetime.combine(today + DAY, datetime.time.min))
    paths = surfaces(internship, programme)
    with time_machine.travel(midnight - datetime.timedelta(seconds=1), tick=False):
        assert [path for path in paths if "Celkweek" not in client.get(path).content.decode()] == []
        assert internship.url in client.get("/sitemap.xml").content.decode()
        assert client.get("/nl/organisaties/?internships=yes&format=json").json()["total"] == 1
    with time_machine.travel(midnight, tick=False):
        shown = [path for path in paths if "Celkweek" in client.get(path).content.decode().replace("“Celkweek”", "")]
        assert shown == []
        assert "/stages/plek/" not in client.get("/sitemap.xml").content.decode()
        assert client.get("/nl/organisaties/?internships=yes&format=json").json()["total"] == 0


@pytest.mark.parametrize(("path", "words"), [(LIST, "niet meer reageren"), ("/en/education/internships/", "no longer")])
def test_what_is_over_answers_410_without_saying_what_it_was(
    site: dict[str, SiteTree], client: Client, path: str, words: str
) -> None:
    InternshipFactory(slug_nl="plek", name_nl="Celkweek", open_for=-1, first_published_at=timezone.now())
    answer = client.get(f"{path}plek/")
    assert answer.status_code == 410
    assert words in answer.content.decode()
    assert f'href="{path}"' in answer.content.decode()
    assert "Celkweek" not in answer.content.decode()


def test_what_was_never_public_answers_404(site: dict[str, SiteTree], client: Client) -> None:
    InternshipFactory(slug_nl="plek", open_for=-1, live=False)
    assert client.get(f"{LIST}plek/").status_code == 404


@pytest.mark.django_db
def test_a_last_day_must_come_soon_and_there_must_be_a_way_to_apply() -> None:
    too_long = InternshipFactory.build(open_for=400)
    with pytest.raises(ValidationError, match="jaar"):
        too_long.clean()
    with pytest.raises(ValidationError, match="laatste dag"):
        InternshipFactory(open_for=-1, live=False).save_revision().publish()
    with pytest.raises(ValidationError, match="hoe je kunt reageren"):
        InternshipFactory(application_url="", live=False).save_revision().publish()
    by_mail = InternshipFactory(application_url="", contact_email="stage@example.org", live=False)
    by_mail.save_revision().publish()
    assert Internship.objects.visible().get() == by_mail


@pytest.mark.django_db
def test_who_is_hidden_offers_nothing() -> None:
    InternshipFactory(organisation__live=False)
    assert not Internship.objects.visible().exists()


def test_the_list_is_filtered_like_every_other(site: dict[str, SiteTree], client: Client) -> None:
    programme = ProgrammeFactory(slug_nl="mlo")
    lab = InternshipFactory(name_nl="Lab", languages="nl, en", programmes=[programme])
    lab.levels = [level("mbo-4"), level("hbo-bachelor")]
    lab.sectors = [term(Vocabulary.SECTOR, "vaccines")]
    lab.save()
    InternshipFactory(name_nl="Zaal", kind=term(Vocabulary.INTERNSHIP_KIND, "traineeship"), open_for=3)
    for query in (
        *("level=mbo-4", "level=mbo-4&level=phd", "sector=vaccines", "language=en", "programme=mlo"),
        *("kind=internship", f"organisation={lab.organisation.key}", "level=hbo-bachelor&sector=vaccines", "q=lab"),
    ):
        assert names(client, query) == ["Lab"], query
    assert names(client, "") == names(client, "sort=closing") == ["Zaal", "Lab"]
    assert names(client, "sort=name") == ["Lab", "Zaal"]
    index = site["nl"][InternshipIndexPage]
    listing = make_listing(index.list_records(), QueryDict("sector=vaccines"), facets=index.facets)
    counts = {(facet.parameter, each.value): each.count for facet in listing.facets for each in facet.choices}
    assert counts["level", "mbo-4"] == 1
    assert counts["kind", "internship"] == 1
    assert ("kind", "traineeship") not in counts


@pytest.mark.django_db
def test_the_directory_knows_who_offers_internships_from_the_internships() -> None:
    host = InternshipFactory(organisation__name_nl="Met").organisation
    InternshipFactory(organisation=host)
    InternshipFactory(organisation__name_nl="Ooit", open_for=-1)
    OrganisationFactory(name_nl="Zonder")
    facets = OrganisationIndexPage.facets
    listing = make_listing(Organisation.objects.visible().in_order(), QueryDict("internships=yes"), facets=facets)
    assert [str(each) for each in listing.page_obj] == ["Met"]
    assert [facet.choices[0].count for facet in listing.facets if facet.parameter == "internships"] == [1]


def test_a_programme_shows_what_was_made_for_it_and_what_its_partners_have_at_its_level(
    site: dict[str, SiteTree], client: Client
) -> None:
    programme = ProgrammeFactory(level=level("mbo-4"))
    partner = ProgrammePartnerFactory(programme=programme).organisation
    InternshipFactory(name_nl="Voor haar", programmes=[programme])
    InternshipFactory(name_nl="Bij partner", organisation=partner, levels=[level("mbo-4")])
    InternshipFactory(name_nl="Te hoog", organisation=partner, levels=[level("phd")])
    InternshipFactory(name_nl="Elders", levels=[level("mbo-4")])
    page = client.get(programme.url).content.decode()
    assert [name for name in ("Voor haar", "Bij partner", "Te hoog", "Elders") if name in page] == [
        "Voor haar",
        "Bij partner",
    ]


@pytest.mark.parametrize(("language", "applies"), [("nl", "Reageer uiterlijk"), ("en", "Apply by")])
def test_a_profile_says_who_what_when_and_how(
    site: dict[str, SiteTree], client: Client, language: str, applies: str
) -> None:
    internship = InternshipFactory(
        slug_nl="plek",
        start="2027-02",
        weeks=20,
        hours=36,
        place="Zaal 3",
        contact_email="stage@example.org",
        levels=[level("mbo-4")],
    )
    page = client.get(internship.url_in(language))
    text = page.content.decode()
    assert 'href="https://example.org/apply"' in text
    with translation.override(language):
        applies = f"{applies} {internship.last_day}"
    for words in (applies, "2027", "20 we", "36", "Zaal 3", "mailto:stage@example.org", "NLQF 4"):
        assert words in text, words
    data = page.context["json_ld"]
    assert data["@type"] == "JobPosting"
    assert data["title"] in text
    assert data["hiringOrganization"]["name"] in text
    assert data["validThrough"][:10] == str(internship.open_until + DAY)
    assert data["employmentType"] == "INTERN"
    assert data["workHours"] == "36"
    assert data["jobLocation"]["name"] == "Zaal 3"


def test_the_admin_asks_for_the_last_day_in_both_languages(admin_client: Client) -> None:
    for language, words in (("nl", "Open tot en met"), ("en", "Open until")):
        form = admin_client.get("/cms/snippets/education/internship/add/", headers={"accept-language": language})
        assert words in form.content.decode()
        assert 'name="expire_at"' not in form.content.decode()
        assert 'name="go_live_at"' in form.content.decode()
