"""A time that staff type is that of the park's clock; the two hours a year at which it is unclear are refused."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import translation

from news.models import NewsIndexPage
from parkportal.core.local_time import LocalDateTimeField
from tests.factories.news import PressReleaseFactory
from tests.factories.site import SiteTree


@pytest.mark.parametrize(
    ("typed", "utc"),
    [
        ("2026-03-29 01:59", "2026-03-29 00:59"),
        ("2026-03-29 03:00", "2026-03-29 01:00"),
        ("2026-10-25 01:59", "2026-10-24 23:59"),
        ("2026-10-25 03:00", "2026-10-25 02:00"),
        ("2026-11-26 10:00", "2026-11-26 09:00"),
    ],
)
def test_a_clear_time_is_taken(typed: str, utc: str) -> None:
    expected = datetime.datetime.fromisoformat(f"{utc}+00:00")
    assert LocalDateTimeField().clean(typed) == expected


@pytest.mark.parametrize(
    ("typed", "said"),
    [("2026-03-29 02:30", "02:30 does not exist"), ("2026-10-25 02:30", "02:30 comes twice")],
)
def test_an_unclear_time_is_refused_with_the_reason(typed: str, said: str) -> None:
    with translation.override("en"), pytest.raises(ValidationError, match=said):
        LocalDateTimeField().clean(typed)


def test_a_year_that_is_a_slip_is_refused() -> None:
    with translation.override("en"), pytest.raises(ValidationError, match="Check the year: 26"):
        LocalDateTimeField().clean("0026-11-26 10:00")


def test_what_is_no_time_is_refused_as_before() -> None:
    with translation.override("en"), pytest.raises(ValidationError, match="Enter a valid"):
        LocalDateTimeField().clean("tomorrow")


def test_the_forms_of_pages_name_the_zone(admin_client: Client, site: dict[str, SiteTree]) -> None:
    release = PressReleaseFactory(parent=site["nl"][NewsIndexPage])
    form = admin_client.get(f"/cms/pages/{release.pk}/edit/").context["form"]
    for name in ("embargo_until", "go_live_at", "expire_at"):
        assert isinstance(form.fields[name], LocalDateTimeField)
        assert "Europe/Amsterdam" in form.fields[name].help_text
