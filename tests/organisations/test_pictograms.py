"""Every kind of facility and every sector that comes with the software has a pictogram."""

import tomllib

import pytest

from parkportal.core.models import Vocabulary
from parkportal.core.pictograms import drawn
from parkportal.core.vocabulary_loader import FOLDER
from tests.factories.core import term
from tests.factories.organisations import FacilityFactory


@pytest.mark.parametrize(("family", "vocabulary"), [("facilities", "facility-kind"), ("sectors", "sector")])
def test_every_term_is_drawn(family: str, vocabulary: str) -> None:
    terms = tomllib.loads((FOLDER / f"{vocabulary}.toml").read_text())["term"]
    assert drawn(family).keys() == {entry["identifier"] for entry in terms}


@pytest.mark.django_db
def test_a_facility_shows_its_first_kind_that_is_drawn() -> None:
    facility = FacilityFactory()
    assert facility.drawn_kind == ""
    facility.kinds.add(term(Vocabulary.FACILITY_KIND, "workshop"))
    assert facility.drawn_kind == "workshop"
