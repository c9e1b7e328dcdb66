"""What a visitor means is found: queries to the demo, and the record that must come first or nearly so."""

import json
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

PATHS = {"nl": "/nl/zoeken/", "en": "/en/search/"}
FIRST, NEAR = 1, 3  # Among so many hits of its kind.

# Language, query, kind, what must be found, and among how many.
TABLE = [
    # By name, whole, begun, inside, and without its spaces or hyphens.
    ("nl", "NecstGen", "organisations", "NecstGen", FIRST),
    ("en", "necst", "organisations", "NecstGen", FIRST),
    ("nl", "mimetas", "organisations", "MIMETAS", FIRST),
    ("en", "pharm", "organisations", "Pharming", FIRST),
    ("nl", "mbo Rijnland", "organisations", "mboRijnland", FIRST),
    ("en", "leiden bioscience park", "organisations", "Leiden Bio Science Park foundation", FIRST),
    ("nl", "probe microscopy", "organisations", "Leiden Probe Microscopy", FIRST),
    ("en", "bristol myers", "organisations", "Bristol Myers Squibb Leiden", FIRST),
    ("nl", "partner 5", "facilities", "Labs in BioPartner 5", FIRST),
    ("en", "titan krios", "facilities", "Netherlands Centre for Electron Nanoscopy", FIRST),
    # By former name, brand, abbreviation, ticker and misspelling on record.
    ("nl", "Crucell", "organisations", "Janssen Vaccines", FIRST),
    ("en", "IntroGene", "organisations", "Janssen Vaccines", FIRST),
    ("en", "Prosensa", "organisations", "Prosensa", FIRST),
    ("nl", "Centocor", "organisations", "Janssen Biologics", FIRST),
    ("en", "Dutch Space", "organisations", "Airbus Netherlands", FIRST),
    ("nl", "ROC Leiden", "organisations", "mboRijnland", FIRST),
    ("en", "Proxy Laboratories", "organisations", "Eurofins Proxy Laboratories", FIRST),
    ("nl", "Academisch Ziekenhuis Leiden", "organisations", "Leids Universitair Medisch Centrum (LUMC)", FIRST),
    ("en", "OrganoPlate", "organisations", "MIMETAS", FIRST),
    ("nl", "LBSP", "organisations", "Stichting Leiden Bio Science Park", FIRST),
    ("en", "LUMC", "organisations", "Leiden University Medical Center (LUMC)", FIRST),
    ("nl", "BTF", "facilities", "Biotech Training Facility", FIRST),
    ("en", "NeCEN", "facilities", "Netherlands Centre for Electron Nanoscopy", FIRST),
    ("nl", "CIV", "partnerships", "Centrum voor Innovatief Vakmanschap Bio Sciences", FIRST),
    ("en", "PHAR", "organisations", "Pharming", FIRST),
    ("nl", "NextGen", "organisations", "NecstGen", FIRST),
    # In the other language.
    ("en", "Universiteit Leiden", "organisations", "Leiden University", FIRST),
    ("nl", "Leiden University", "organisations", "Universiteit Leiden", NEAR),
    ("en", "Gemeente Oegstgeest", "organisations", "Municipality of Oegstgeest", FIRST),
    ("nl", "cell culture", "facilities", "Proeffabriek van Meatable", NEAR),
    ("en", "celtherapie", "facilities", "Bristol Myers Squibb cell-therapy facility", FIRST),
    ("nl", "vaccines", "organisations", "Janssen Vaccines", FIRST),
    ("en", "vaccins", "organisations", "Janssen Vaccines", FIRST),
    ("nl", "hospital pharmacists", "courses", "GMP voor ziekenhuisapothekers", NEAR),
    # By stem, by part of a word, with and without accents and hyphens.
    ("en", "vaccine", "organisations", "Janssen Vaccines", FIRST),
    ("nl", "elektronenmicroscopen", "facilities", "Netherlands Centre for Electron Nanoscopy", FIRST),
    ("nl", "cryo-EM", "facilities", "Netherlands Centre for Electron Nanoscopy", FIRST),
    ("en", "cryo EM", "facilities", "Netherlands Centre for Electron Nanoscopy", FIRST),
    ("nl", "cryoEM", "facilities", "Netherlands Centre for Electron Nanoscopy", FIRST),
    ("en", "instrument makers", "programmes", "Research instrument maker", FIRST),
    ("nl", "geavanceerde therapieen", "organisations", "Batavia Biosciences", NEAR),
    # By synonym and abbreviation of the field.
    ("nl", "schone ruimte", "facilities", "Cleanrooms van SRON", FIRST),
    ("nl", "stofarme ruimte", "courses", "Werken in een cleanroom", NEAR),
    ("en", "clean room", "facilities", "SRON cleanrooms", FIRST),
    ("en", "cleanroom", "courses", "Working in a cleanroom", NEAR),
    ("nl", "ATMP", "organisations", "Batavia Biosciences", NEAR),
    ("en", "advanced therapy medicinal product", "organisations", "NecstGen", 6),
    ("en", "CDMO", "organisations", "HALIX", NEAR),
    ("nl", "contractproducent", "organisations", "NecstGen", NEAR),
    ("en", "contract research organization", "organisations", "Eurofins Proxy Laboratories", NEAR),
    ("nl", "steriel", "courses", "Aseptisch werken", FIRST),
    ("en", "sterile", "courses", "Aseptic working", FIRST),
    ("en", "vocational education", "programmes", "Laboratory education (MLO)", NEAR),
    ("nl", "CAR-T", "facilities", "Celtherapiefabriek van Bristol Myers Squibb", FIRST),
    ("nl", "hooikoorts", "organisations", "HAL Allergy", FIRST),
    ("nl", "proefpersonen", "organisations", "Centre for Human Drug Research (CHDR)", FIRST),
    ("en", "cultured meat", "facilities", "Meatable pilot facility", FIRST),
    ("en", "satellites", "organisations", "Airbus Netherlands", NEAR),
    ("nl", "reinruimte", "facilities", "Cleanrooms van SRON", FIRST),
    ("en", "good manufacturing practice", "courses", "GMP documentation", 8),
    ("nl", "DNA-analyse", "facilities", "Sequencing bij BaseClear", NEAR),
    # With a mistake or two.
    ("nl", "cleanrom", "facilities", "Cleanrooms van SRON", FIRST),
    ("en", "galapgos", "organisations", "Galapagos, Leiden site", FIRST),
    ("en", "vacine", "organisations", "Janssen Vaccines", FIRST),
    ("nl", "naturallis", "organisations", "Naturalis Biodiversity Center", FIRST),
    ("en", "crucel", "organisations", "Janssen Vaccines", FIRST),
    ("nl", "biotech trainign facility", "facilities", "Biotech Training Facility", FIRST),
    # People, news and pages.
    ("nl", "Thijs de Kleer", "people", "Thijs de Kleer", FIRST),
    ("en", "van Laake", "people", "Jan van Laake", FIRST),
    ("nl", "practor", "people", "Rianne Veldt-Meijer", FIRST),
    ("nl", "koning nieuwe vleugel", "news", "Koning opent nieuwe vleugel van de instrumentmakersschool", FIRST),
    ("en", "opening training facility", "news", "Biotech Training Facility opens its cleanrooms to trainees", FIRST),
    ("nl", "toegankelijkheid", "pages", "Toegankelijkheid", FIRST),
    ("en", "contact", "pages", "Contact", FIRST),
]  # fmt: skip


def ask(base_url: str, language: str, query: str) -> Any:
    with urlopen(f"{base_url}{PATHS[language]}?{urlencode({'q': query, 'format': 'json'})}", timeout=60) as answer:
        return json.load(answer)


def names(found: Any, kind: str) -> list[str]:
    return [hit["name"] for hits in found["kinds"] if hits["kind"] == kind for hit in hits["hits"]]


@pytest.mark.parametrize(("language", "query", "kind", "name", "among"), TABLE)
def test_what_is_meant_is_found(base_url: str, language: str, query: str, kind: str, name: str, among: int) -> None:
    assert name in names(ask(base_url, language, query), kind)[:among]


@pytest.mark.parametrize(
    ("language", "query", "kind"), [("nl", "Crucell", "organisations"), ("en", "contact", "pages")]
)
def test_the_kind_of_the_best_hit_comes_first(base_url: str, language: str, query: str, kind: str) -> None:
    assert ask(base_url, language, query)["kinds"][0]["kind"] == kind


def test_a_correction_is_said_and_can_be_refused(base_url: str) -> None:
    assert ask(base_url, "en", "cleanrom")["corrected"] == "cleanroom"
    with urlopen(f"{base_url}/en/search/?q=cleanrom&literally=&format=json", timeout=60) as answer:
        assert json.load(answer)["kinds"] == []
