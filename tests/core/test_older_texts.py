"""A text of a record that changed in one language only is named in the tab of the other."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.urls import reverse

from organisations.models import Organisation
from parkportal.core.confirming import confirm
from parkportal.core.models.record import ConfirmedBy
from parkportal.core.translating.older import older_in
from tests.factories.organisations import OrganisationFactory
from tests.factories.staff import as_role

BEGIN, LATER, TODAY = "2027-01-01 12:00Z", "2027-02-01 12:00Z", "2027-03-01 12:00Z"
NOTE = "Does the text here still say the same?"


@pytest.fixture
def organisation(site: Any) -> Iterator[Organisation]:
    """Published in both languages; its Dutch summary changed a month later."""
    made: Any = OrganisationFactory(summary_nl="Wij meten.", summary_en="We measure.")
    with time_machine.travel(BEGIN, tick=False):
        made.save_revision().publish()
    with time_machine.travel(LATER, tick=False):
        made = Organisation.objects.get()
        made.summary_nl = "Wij meten en wegen."
        made.save_revision().publish()
    with time_machine.travel(TODAY, tick=False):
        yield made


def test_the_language_that_stayed_behind_says_so_and_the_other_does_not(organisation: Organisation) -> None:
    assert older_in(organisation, "nl") == []
    assert [older.changed_on for older in older_in(organisation, "en")] == [datetime.date(2027, 2, 1)]
    path = reverse(Organisation.snippet_viewset.get_url_name("edit"), args=[organisation.pk])
    form = as_role("Directory managers").get(path).content.decode()
    assert form.count(NOTE) == 1


def test_who_confirms_the_entry_has_read_both(organisation: Organisation) -> None:
    confirm(organisation, by=ConfirmedBy.STAFF)
    organisation.refresh_from_db()
    assert older_in(organisation, "en") == []


def test_what_was_never_published_says_nothing(site: Any) -> None:
    assert older_in(OrganisationFactory(), "en") == []
