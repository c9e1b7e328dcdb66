"""Every kind of facility and every sector that comes with the software has a pictogram."""

import re
import tomllib
from pathlib import Path

import pytest
from django.conf import settings

from organisations.pictograms import FACILITY_KINDS
from parkportal.core.models import Vocabulary
from parkportal.core.vocabulary_loader import FOLDER
from tests.factories.core import term
from tests.factories.organisations import FacilityFactory

ICONS = Path(settings.BASE_DIR) / "static" / "icons"


def drawn(sprite: str) -> set[str]:
    return set(re.findall(r'<symbol id="([^"]+)"', (ICONS / f"{sprite}.svg").read_text()))


@pytest.mark.parametrize(("sprite", "vocabulary"), [("facilities", "facility-kind"), ("sectors", "sector")])
def test_every_term_is_drawn(sprite: str, vocabulary: str) -> None:
    terms = tomllib.loads((FOLDER / f"{vocabulary}.toml").read_text())["term"]
    assert drawn(sprite) == {entry["identifier"] for entry in terms}


def test_the_kinds_that_are_known_are_those_that_are_drawn() -> None:
    assert drawn("facilities") == FACILITY_KINDS


@pytest.mark.django_db
def test_a_facility_shows_its_first_kind_that_is_drawn() -> None:
    facility = FacilityFactory()
    assert facility.drawn_kind == ""
    facility.kinds.add(term(Vocabulary.FACILITY_KIND, "workshop"))
    assert facility.drawn_kind == "workshop"
