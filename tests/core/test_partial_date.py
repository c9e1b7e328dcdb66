import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from organisations.models import Organisation
from parkportal.core.partial_date import format_partial_date, has_passed, validate_partial_date


@pytest.mark.parametrize("value", ["2016", "2016-02", "2016-02-08", "1575"])
def test_a_year_a_month_and_a_day_are_dates(value: str) -> None:
    validate_partial_date(value)


@pytest.mark.parametrize(
    "value",
    ["16", "2016-13", "2016-02-30", "2016/02/08", "februari 2016", "2016-2", "2016\n", "\u0662\u0660\u0661\u0666"],
)
def test_what_is_not_a_date_is_refused(value: str) -> None:
    with pytest.raises(ValidationError):
        validate_partial_date(value)


@pytest.mark.parametrize(
    ("value", "language", "words"),
    [
        ("2016", "nl", "2016"),
        ("2016-02", "nl", "februari 2016"),
        ("2016-02-08", "nl", "8 februari 2016"),
        ("2016-02", "en", "February 2016"),
        ("2016-02-08", "en", "8 February 2016"),
    ],
)
def test_dates_are_written_as_the_language_does(value: str, language: str, words: str) -> None:
    with translation.override(language):
        assert format_partial_date(value) == words


@pytest.mark.parametrize(
    ("value", "passed"),
    [("2016", True), ("2016-02", True), ("2016-02-08", True), ("2016-02-09", False), ("2017", False)],
)
def test_a_date_has_passed_from_its_first_day_on(value: str, passed: bool) -> None:
    assert has_passed(value, datetime.date(2016, 2, 8)) is passed


@pytest.mark.parametrize(
    ("founded", "dissolved", "fits"),
    [
        ("1984", "1984-03", True),
        ("1984-03-02", "1984", True),
        ("", "1900", True),
        ("1984", "", True),
        ("1984", "1983", False),
        ("1984-03-02", "1984-03-01", False),
        ("1984-03", "1984-02-28", False),
    ],
)
def test_an_end_does_not_lie_before_its_beginning(founded: str, dissolved: str, fits: bool) -> None:
    organisation = Organisation(name_nl="Huis", founded=founded, dissolved=dissolved)
    field = Organisation._meta.get_field("dissolved")
    if fits:
        assert field.clean(dissolved, organisation) == dissolved
    else:
        with translation.override("en"), pytest.raises(ValidationError, match=r"before the beginning, .*1984"):
            field.clean(dissolved, organisation)
