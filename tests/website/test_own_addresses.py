"""No page or entry gets an address at which the site itself answers: nobody would ever see it."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import Page

from education.models import Event
from news.models import NewsIndexPage, NewsStory, PressRoomPage
from organisations.models import Organisation
from parkportal.core.feeds import FEEDS
from parkportal.core.models import Record
from parkportal.website.models import HomePage, StandardPage
from tests.factories.site import SiteTree
from tests.factories.staff import ADMINISTRATORS, staff_user

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def in_english() -> Iterator[None]:
    """What is said is said in English."""
    with translation.override("en"):
        yield


def errors_of(parent: Page, model: type[Page], slug: str) -> Any:
    """What the admin's form says of a new page at an address."""
    form_class = model.get_edit_handler().get_form_class()
    user = staff_user(ADMINISTRATORS)
    data = {"title": "A page", "slug": slug, "body-count": "0"}
    form = form_class(data, instance=model(), parent_page=parent, for_user=user)
    form.full_clean()
    return form.errors.get("slug", [])


@pytest.mark.parametrize(
    ("language", "above", "model", "slug"),
    [
        ("nl", HomePage, StandardPage, "zoeken"),
        ("en", HomePage, StandardPage, "search"),
        ("nl", PressRoomPage, StandardPage, "berichten"),
        ("nl", NewsIndexPage, NewsStory, "feed"),
    ],
)
def test_a_page_can_not_stand_where_the_site_answers(
    site: dict[str, SiteTree], language: str, above: type[Page], model: type[Page], slug: str
) -> None:
    assert "Choose another" in str(errors_of(site[language][above], model, slug))


@pytest.mark.parametrize(("language", "slug"), [("nl", "search"), ("en", "zoeken"), ("nl", "feed-en-food")])
def test_other_addresses_are_free(site: dict[str, SiteTree], language: str, slug: str) -> None:
    assert not errors_of(site[language].home, StandardPage, slug)


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Organisation, {"name_nl": "Feed"}),
        (Organisation, {"name_nl": "Voer", "slug_nl": "voer", "slug_en": "feed"}),
        (Event, {"name_nl": "ICS"}),
    ],
)
@pytest.mark.django_db
def test_an_entry_can_not_stand_where_its_list_answers(model: type[Record], fields: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="Choose another"):
        model(**fields).clean()


@pytest.mark.django_db
def test_an_organisation_may_be_called_as_a_file_of_the_calendar() -> None:
    Organisation(name_nl="ICS").clean()


def test_every_feed_stands_at_a_step_that_is_kept_free() -> None:
    assert {path.split("/")[0] for path in FEEDS} == Record.steps_of_list
