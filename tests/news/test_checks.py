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

NL, EN = "nl", "en"
ERROR, WARNING = Severity.ERROR, Severity.WARNING
FINE = None

# The language, a paragraph, what is found (a rule and how bad it is), what the message names.
PARAGRAPHS = {
    # Names
    "park-joined": (NL, "Het Leiden BioScience Park groeit door.", ("names", ERROR), "Leiden Bio Science Park"),
    "park-capitals": (NL, "Bij het Leiden Bioscience park is ruimte.", ("names", ERROR), "Leiden Bioscience park"),
    "park-typed": (EN, "Rooms at Leiden Bio Sciene Park are let fast.", ("names", ERROR), "Leiden Bio Sciene Park"),
    "park-hyphen": (EN, "Rooms at Leiden Bio-Science Park are let fast.", ("names", ERROR), "Leiden Bio-Science Park"),
    "park-right": (NL, "Het Leiden Bio Science Park, of LBSP, groeit door.", FINE, ""),
    "company-capitals": (NL, "De directeur van Baseclear kwam langs.", ("names", WARNING), "BaseClear"),
    "company-lower": (EN, "A visit to baseclear took an hour.", ("names", WARNING), "BaseClear"),
    "company-genitive": (EN, "It was BaseClear's idea, and BaseClear’s money.", FINE, ""),
    "company-dutch-genitive": (NL, "Dat was BaseClears eigen plan.", FINE, ""),
    "company-in-an-address": (NL, "Schrijf naar pers@baseclear.example of zie www.baseclear.com.", FINE, ""),
    "facility-capitals": (NL, "De microscopen van NeCen staan er al.", ("names", WARNING), "NeCEN"),
    "institution-capitals": (NL, "Het Leids Universitair Medisch centrum doet mee.", ("names", WARNING), "Centrum"),
    "museum-typed": (EN, "We met at Naturalis Biodiverstity Center last week.", ("names", WARNING), "Biodiversity"),
    "centre-spelling": (EN, "The Center for Human Drug Research moved.", ("names", WARNING), "Centre for Human"),
    "person-capitals": (EN, "A talk by Thijs De Kleer followed.", ("names", WARNING), "Thijs de Kleer"),
    "person-lower": (NL, "Ook thijs de kleer was er.", ("names", WARNING), "Thijs de Kleer"),
    "person-typed": (NL, "Ook Thijs de Klaer was er.", ("names", WARNING), "Thijs de Kleer"),
    "known-mistake": (EN, "A cell lab of Bioclear opened.", ("names", ERROR), "BaseClear"),
    "noun-first": (NL, "Samen met de gemeente Leiden en de stichting zelf.", FINE, ""),
    "a-word-too": (NL, "Het menselijk corpus telt ruim tweehonderd botten.", FINE, ""),
    "a-word-at-the-start": (EN, "Charming rooms are for rent at Pharming.", FINE, ""),
    "numbers-differ": (NL, "Naast BioPartner 4 komt BioPartner 5.", FINE, ""),
    "longer-name": (NL, "De Ondernemersvereniging Bio Science Park vergadert.", FINE, ""),
    "longer-name-wrong": (NL, "De Ondernemersvereniging  BioScience Park vergadert.", ("names", WARNING), "BioScience"),
    "headline-in-capitals": (EN, "NEWS FROM BASECLEAR AND THE LEIDEN BIO SCIENCE PARK", FINE, ""),
    # Letters
    "bold-symbols": (EN, "This is 𝗯𝗿𝗮𝗻𝗱 𝗻𝗲𝘄 for us.", ("letters", ERROR), "brand new"),
    "script-symbols": (NL, "Welkom bij ons 𝓯𝓮𝓮𝓼𝓽 morgen.", ("letters", ERROR), "feest"),
    "full-width": (NL, "Nu met ＧＭＰ erbij.", ("letters", ERROR), "GMP"),
    "circled": (EN, "Come to the ⓞⓟⓔⓝ day.", ("letters", ERROR), "open"),
    "a-formula": (EN, "At 37 °C the rate 𝛼 is 2 µm² per second, with H₂O.", FINE, ""),
    "accents": (NL, "Daniëlle’s café, één straat verder, vóór de brug.", FINE, ""),
    "misread": (NL, "De patiÃ«nt komt terug.", ("letters", WARNING), "Ã«"),
    # Claims
    "unique-nl": (NL, "Het oefenlab is uniek in de wereld.", ("claims", WARNING), "uniek in de wereld"),
    "first-nl": (NL, "Dit is het eerste centrum voor bioproductie in Nederland.", ("claims", WARNING), "eerste"),
    "only-nl": (NL, "De enige school van Europa met zo’n werkplaats.", ("claims", WARNING), "enige"),
    "worlds-nl": (NL, "Hier staat ’s werelds grootste microscoop.", ("claims", WARNING), "werelds grootste"),
    "unique-en": (EN, "The practice lab is unique in the world.", ("claims", WARNING), "unique in the world"),
    "first-en": (EN, "It is the first training lab of its kind in the Netherlands.", ("claims", WARNING), "first"),
    "largest-en": (EN, "The largest life-science cluster in the country grows on.", ("claims", WARNING), "largest"),
    "with-source-nl": (NL, "Volgens de minister is het lab uniek in de wereld.", FINE, ""),
    "with-source-en": (EN, "According to its director it is the first in Europe.", FINE, ""),
    "with-link": (EN, '<p>It is the <a href="https://example.org/list">largest cluster in Europe</a>.</p>', FINE, ""),
    "not-a-claim-nl": (NL, "De eerste cursus begint in maart, de grootste zaal is vol.", FINE, ""),
    "not-a-claim-en": (EN, "The first course starts in March, in the largest room.", FINE, ""),
    "a-unique-room": (NL, "Elke deelnemer krijgt een uniek nummer.", FINE, ""),
    # Figures
    "more-than-nl": (NL, "Er werken meer dan 18.000 mensen.", ("figures", WARNING), "18.000"),
    "companies-nl": (NL, "Op het terrein zitten ruim 100 bedrijven.", ("figures", WARNING), "100"),
    "companies-en": (EN, "The park is home to over 85 companies.", ("figures", WARNING), "85"),
    "money-en": (EN, "They raised 17.5 million euros this spring.", ("figures", WARNING), "17.5 million"),
    "share-nl": (NL, "Van de studenten vindt 92% meteen werk.", ("figures", WARNING), "92%"),
    "figure-with-source": (NL, "Volgens de gemeente werken er meer dan 18.000 mensen.", FINE, ""),
    "a-day": (NL, "Op 8 februari 2016 om 14.30 uur ging zaal 3 open.", FINE, ""),
    "a-phone": (EN, "Call +31 71 000 01 23 or walk to 12 Archimedesweg, 2333 CN Leiden.", FINE, ""),
    # Quotes in the text
    "nobody-says-nl": (
        NL,
        "“Wij gaan hier met z’n allen hard aan werken.” De zaal klapte.",
        ("quotes", WARNING),
        "Wij gaan",
    ),
    "nobody-says-en": (EN, "“This is what the region has waited for.” People cheered.", ("quotes", WARNING), "This is"),
    "somebody-says-nl": (NL, "“Wij gaan hier met z’n allen hard aan werken”, zegt de wethouder.", FINE, ""),
    "somebody-says-en": (EN, "The mayor said: “This is what the region has waited for.”", FINE, ""),
    "a-title": (NL, "Het boek “Leven in de cel” ligt klaar.", FINE, ""),
    # Language
    "english-in-dutch": (
        NL,
        "The opening was attended by those who have worked for it from the very start.",
        ("language", ERROR),
        "",
    ),
    "dutch-in-english": (
        EN,
        "De opening werd bijgewoond door wie er vanaf het begin aan heeft gewerkt.",
        ("language", ERROR),
        "",
    ),
    "english-name-in-dutch": (NL, "De cursus ‘The Appliance of Science’ wordt ook dit jaar gegeven.", FINE, ""),
    "dutch-name-in-english": (
        EN,
        "The Vereniging van Ondernemers in de Regio met Hart was there with its board.",
        FINE,
        "",
    ),
    "terms-only": (NL, "Cleanroom, cryo-EM, mass spectrometry, flow cytometry, gene therapy.", FINE, ""),
    # Furniture
    "cookies-nl": (NL, "Deze website maakt gebruik van cookies.  Meer informatie.", ("furniture", ERROR), "cookies"),
    "cookies-en": (EN, "This site uses cookies.", ("furniture", ERROR), "cookies"),
    "switch": (NL, "nl en", ("furniture", ERROR), "nl en"),
    "switch-words": (EN, "Nederlands | English", ("furniture", ERROR), ""),
    "share-row": (EN, "Share this: Facebook Twitter LinkedIn", ("furniture", ERROR), ""),
    "share-line": (NL, "Deel dit artikel", ("furniture", ERROR), ""),
    "click-here": (EN, "Click here to read more articles and interviews.", ("furniture", WARNING), ""),
    "read-more": (NL, "Lees verder »", ("furniture", WARNING), ""),
    "back": (NL, "Terug naar overzicht", ("furniture", ERROR), ""),
    "markdown": (EN, "Tags: [pharma](#), [biotech](#)", ("furniture", WARNING), ""),
    "about-cookies": (NL, "De site van het park plaatst geen cookies, want niemand hoeft gevolgd te worden.", FINE, ""),
    "about-sharing": (NL, "Deel je vraag met ons, dan zoeken we het uit.", FINE, ""),
    "more-information": (NL, "Meer informatie geeft de persvoorlichter.", FINE, ""),
}


REGISTERED = [
    RegisteredName("Leiden Bio Science Park", strict=True),
    RegisteredName("LBSP"),
    RegisteredName("BaseClear", instead_of=("Bioclear",)),
    RegisteredName("Leids Universitair Medisch Centrum"),
    *map(RegisteredName, ("Gemeente Leiden", "Ondernemersvereniging Bio Science Park", "CORPUS", "Pharming", "NeCEN")),
    *map(RegisteredName, ("Naturalis Biodiversity Center", "Centre for Human Drug Research", "Thijs de Kleer")),
    *map(RegisteredName, ("BioPartner 4", "BioPartner 5")),
]


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
