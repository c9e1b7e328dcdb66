"""The check before publishing, sentence by sentence: what it finds, and what it leaves alone."""

import datetime
import time

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation
from wagtail.models import Locale

from news.models import Article, NewsIndexPage, NewsStory
from organisations.models import OrganisationName
from parkportal.core.checks.finding import Finding, Severity
from parkportal.core.checks.names import RegisteredName
from parkportal.core.checks.rules import findings
from parkportal.website.models import ParkSettings
from tests.factories.core import ImageFactory
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import FacilityFactory, OrganisationFactory, PersonFactory
from tests.factories.site import SiteTree
from tests.news.checked_paragraphs import EN, ERROR, NL, PARAGRAPHS, REGISTERED, WARNING


@pytest.fixture(autouse=True)
def registered(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The names that the sentences play with."""
    monkeypatch.setattr("parkportal.core.checks.names._providers", [lambda: REGISTERED])


def article(language: str, *body: tuple[str, object], **fields: object) -> Article:
    """An article that is not saved."""
    fields = {"title": "Nieuws", "slug": "nieuws", "lead": "Nieuws.", "locale": Locale(language_code=language)} | fields
    return NewsStory(body=list(body) or [("text", "<p>Nieuws.</p>")], **fields)


def found_in(thing: object) -> list[Finding]:
    with translation.override("en"):
        return findings(thing)


def kinds(thing: object) -> set[tuple[str, Severity]]:
    return {(finding.rule, finding.severity) for finding in found_in(thing)}


def paths(thing: object) -> list[str]:
    return [finding.place.path for finding in found_in(thing) if finding.place]


@pytest.mark.parametrize(("language", "text", "expected", "named"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_a_paragraph(language: str, text: str, expected: tuple[str, Severity] | None, named: str) -> None:
    story = article(language, ("text", text if text.startswith("<") else f"<p>{text}</p>"))
    assert kinds(story) == ({expected} if expected else set())
    assert all(named in finding.message for finding in found_in(story))


def test_a_finding_says_where() -> None:
    story = article(NL, ("heading", "Kop"), ("text", "<p>Prima.</p><p>Bij Baseclear.</p>"))
    (finding,) = found_in(story)
    assert finding.place is not None
    assert finding.place.label == "Text, block 2 (Text)"
    story.body[1].id = "b10c"
    assert paths(story) == ["b10c"]


def test_an_article_with_a_source_may_hold_figures() -> None:
    story = article(NL, ("text", "<p>Er werken meer dan 18.000 mensen.</p>"), source_name="De gemeente")
    assert kinds(story) == set()


def test_an_answer_is_somebodys_claim() -> None:
    answer = "<p>Wij zijn de grootste van Europa, met meer dan 18.000 mensen.</p>"
    assert kinds(article(NL, ("question", {"question": "Wie?", "answer": answer, "speaker": ""}))) == set()


def test_a_quote_keeps_its_spelling_with_a_warning() -> None:
    quote = {
        "text": "Het Leiden BioScience Park is uniek in de wereld.",
        "speaker": "Anna",
        "role": "",
        "organisation": "",
    }
    assert kinds(article(NL, ("quote", quote))) == {("names", WARNING)}


def test_a_quote_needs_a_speaker() -> None:
    quote = {"text": "Wij zijn er klaar voor.", "speaker": " ", "role": "", "organisation": ""}
    assert kinds(article(NL, ("quote", quote))) == {("quotes", ERROR)}


def test_one_paragraph_in_another_language_is_a_warning() -> None:
    dutch = "<p>Vandaag is de nieuwe werkplaats geopend, en wie wil kan er meteen aan de slag met het eigen plan.</p>"
    english = "<p>What they have built is for those who will use it.</p>"
    assert kinds(article(NL, ("text", dutch * 3 + english))) == {("language", WARNING)}


def test_a_record_has_each_language_in_its_own_field(db: None) -> None:
    organisation = OrganisationFactory(summary_nl="They make what others have only dreamt of.", summary_en="")
    assert kinds(organisation) == {("language", WARNING)}
    assert paths(organisation) == ["summary_nl"]


def test_links(site: dict[str, SiteTree]) -> None:
    news = site[NL][NewsIndexPage]
    draft = NewsStoryFactory(parent=news, live=False)
    addresses = {
        f'linktype="page" id="{news.pk}"': None,
        'linktype="page" id="999999"': ERROR,
        f'linktype="page" id="{draft.pk}"': WARNING,
        'linktype="document" id="999999"': ERROR,
        'href="/nl/nieuws/"': None,
        'href="/nl/nieuws?type=news"': None,
        'href="http://testserver/en/news/"': None,
        'href="/nl/bestaat-niet/"': WARNING,
        'href="http://testserver/en/news/no-such-story/"': WARNING,
        'href="/api/v1/openapi.json"': None,
        'href="https://elsewhere.example/bestaat-niet/"': None,
        'href="#"': WARNING,
    }
    for attributes, severity in addresses.items():
        story = article(NL, ("text", f"<p>Zie <a {attributes}>hier</a>.</p>"))
        assert kinds(story) == ({("links", severity)} if severity else set()), attributes


def at(days: int, hour: int, minute: int) -> datetime.datetime:
    day = timezone.localdate() + datetime.timedelta(days=days)
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour, minute)))


@pytest.mark.parametrize(
    ("until", "fields", "severity"),
    [
        ((3, 10, 0), {}, None),
        ((3, 0, 1), {}, None),
        ((3, 0, 0), {}, ERROR),
        ((500, 10, 0), {}, WARNING),
        ((-3, 10, 0), {}, ERROR),
        ((-3, 0, 0), {"live": True}, None),
        (None, {"lead": "EMBARGO tot vrijdag 10.00 uur"}, ERROR),
        ((3, 10, 0), {"lead": "Embargo tot vrijdag 10.00 uur"}, None),
        (None, {"lead": "Het embargo is voorbij."}, None),
    ],
)
def test_embargoes(until: tuple[int, int, int] | None, fields: dict[str, object], severity: Severity | None) -> None:
    story = article(NL, **{"live": False} | fields, embargo_until=at(*until) if until else None)
    assert kinds(story) == ({("embargo", severity)} if severity else set())


@pytest.mark.parametrize("field", ["number", "place", "contact_role", "contact_phone"])
def test_a_release_is_complete(site: dict[str, SiteTree], field: str) -> None:
    release = PressReleaseFactory.build(locale=site[EN].home.locale, **{field: ""})
    assert kinds(release) == {("missing", ERROR)}


def test_an_image_is_complete() -> None:
    image = ImageFactory(credit="", licence="", alt_nl="")
    (finding,) = found_in(article(NL, picture=image))
    assert finding.severity is ERROR
    assert all(word in finding.message for word in ("credit line", "licence", "alternative text in Dutch"))


def test_an_error_blocks_publishing_but_never_saving(site: dict[str, SiteTree]) -> None:
    story = NewsStoryFactory(parent=site[NL][NewsIndexPage], live=False, lead="Deze website maakt gebruik van cookies.")
    revision = story.save_revision()
    with pytest.raises(ValidationError):
        revision.publish()
    story.lead = "Bij Baseclear."
    story.save_revision().publish()
    story.refresh_from_db()
    assert story.live


def test_a_long_article_is_checked_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [RegisteredName(f"Organisatie Achter Deur {number}") for number in range(1000)]
    monkeypatch.setattr("parkportal.core.checks.names._providers", [lambda: REGISTERED + many])
    sentence = (
        "De directeur van BaseClear en Anna van Dijk van de Universiteit lopen door het Leiden Bio Science Park. "
    )
    story = article(NL, ("text", f"<p>{sentence * 5}</p>" * 50))  # 4,500 words
    begin = time.process_time()
    findings(story)
    assert time.process_time() - begin < 5


def test_the_directory_registers_its_names(site: dict[str, SiteTree], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    settings = ParkSettings.load()
    settings.name = "Leiden Bio Science Park"
    settings.save()
    company = OrganisationFactory(name_nl="BaseClear", name_en="BaseClear", legal_name="BaseClear Holding")
    company.names.add(OrganisationName(name="Bioclear", kind="misspelling"), OrganisationName(name="Basis Helder"))
    company.save()
    FacilityFactory(name_nl="NeCEN", name_en="NeCEN", operator=company)
    PersonFactory(given_name="Thijs", infix="de", family_name="Kleer")
    text = "Leiden Bio-Science Park; bioclear, Bioclear, BasisHelder, Baseclear Holding, NeCen; Thijs De Kleer"
    found = {finding.message for finding in found_in(article(NL, ("text", f"<p>{text}</p>")))}
    assert len(found) == 6
    assert "“Bioclear” is registered as “BaseClear”." in found


def test_a_name_is_known_without_its_abbreviation(site: dict[str, SiteTree], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    OrganisationFactory(name_nl="Academisch Ziekenhuis Zuid (AZZ)", name_en="Academic Hospital South (AZZ)")
    text = "Academisch Ziekenhuis Zuid en Academisch ziekenhuis zuid"
    messages = [finding.message for finding in found_in(article(NL, ("text", f"<p>{text}</p>")))]
    assert messages == ["“Academisch ziekenhuis zuid” is registered as “Academisch Ziekenhuis Zuid”."]
