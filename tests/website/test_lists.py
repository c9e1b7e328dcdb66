"""The lists and forms of records: filters, bulk changes, downloads, tabs, and what a form says of the record."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ReferenceIndex

from organisations.models import Organisation
from organisations.models.organisation import OrganisationState
from parkportal.core.models import Vocabulary
from parkportal.website.roles import EDITORS, make_roles
from tests.factories.core import term
from tests.factories.many import many_organisations
from tests.factories.organisations import FacilityFactory, OrganisationFactory

CLOSED = (Vocabulary.ORGANISATION_STATE, "closed")
OLD = timezone.localdate() - datetime.timedelta(days=500)


def url(action: str, *args: Any) -> str:
    return reverse(Organisation.snippet_viewset.get_url_name(action), args=args)


def listed(client: Client, **filters: str) -> set[str]:
    page: Any = client.get(url("list"), filters)
    return {str(each) for each in page.context_data["object_list"]}


def bulk(client: Client, action: str, *records: Organisation, **data: Any) -> Any:
    path = reverse("wagtail_bulk_action", args=["organisations", "organisation", action])
    return client.post(path + "?next=/cms/&" + "&".join(f"id={each.pk}" for each in records), data)


def test_records_are_found_by_confirmation_texts_and_the_state_that_holds_today(admin_client: Client) -> None:
    old = OrganisationFactory(confirmed_on=OLD, summary_nl="Maakt iets.", summary_en="")
    new = OrganisationFactory(confirmed_on=timezone.localdate(), summary_nl="", summary_en="")
    closed = term(*CLOSED)
    new.states.add(OrganisationState(state=closed, since="2020"))
    new.save()
    assert listed(admin_client, confirmed="old") == {str(old)}
    assert listed(admin_client, texts="missing") == {str(old)}
    assert listed(admin_client, state=str(closed.pk)) == {str(new)}


def test_a_term_and_a_state_are_given_to_several_at_once_in_public_and_with_a_history(admin_client: Client) -> None:
    two = [OrganisationFactory() for _ in range(2)]
    drafted = OrganisationFactory(summary_nl="Openbaar.")
    drafted.summary_nl = "Concept."
    drafted.save_revision()
    sector = term(Vocabulary.SECTOR, "diagnostics")
    assert bulk(admin_client, "assign_term", *two, drafted, term=f"sector {sector.pk}").status_code == 302
    state = {"state": term(*CLOSED).pk, "since": "2026-01"}
    assert bulk(admin_client, "change_state", *two, **state).status_code == 302
    for each in two:
        each = Organisation.objects.get(pk=each.pk)
        assert each.sector == sector
        assert each.current_state.state == term(*CLOSED)
        assert each.revisions.count() == 2
    drafted.refresh_from_db()
    assert (drafted.summary_nl, drafted.sector == sector) == ("Openbaar.", False)
    assert drafted.get_latest_revision_as_object().sector == sector


def test_bad_input_to_a_bulk_change_gets_a_message_and_changes_nothing(admin_client: Client) -> None:
    one = OrganisationFactory()
    for action, data in (("change_state", {"state": "x", "since": "soon"}), ("assign_term", {"term": "slug 1"})):
        assert bulk(admin_client, action, one, **data).status_code == 200
    assert not one.revisions.exists()


def test_who_may_not_publish_changes_nothing_in_bulk(client: Client, db: None) -> None:
    make_roles()
    user = User.objects.create_user("eva")
    user.groups.add(Group.objects.get(name=EDITORS))
    client.force_login(user)
    one = OrganisationFactory(confirmed_on=OLD)
    bulk(client, "confirm", one)
    one.refresh_from_db()
    assert one.confirmed_on == OLD


def test_a_list_costs_no_more_queries_with_more_rows(admin_client: Client) -> None:
    costs = []
    for _turn in range(2):
        many_organisations(15)
        admin_client.get(url("list"))
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(url("list"))
        costs.append(len(captured))
    assert costs[0] == costs[1]


def test_a_download_has_the_filtered_rows_and_no_formula(admin_client: Client) -> None:
    OrganisationFactory(confirmed_on=OLD, summary_nl="=1+1")
    OrganisationFactory(name_nl="Nieuw", confirmed_on=timezone.localdate())
    answer: Any = admin_client.get(url("list"), {"export": "csv", "confirmed": "old"})
    text = b"".join(answer.streaming_content).decode()
    assert "'=1+1" in text
    assert "Nieuw" not in text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_form_has_a_tab_for_each_language_facts_and_history(admin_client: Client, language: str) -> None:
    organisation = OrganisationFactory(summary_nl="Maakt iets.", summary_en="")
    FacilityFactory(operator=organisation)
    organisation.save_revision(log_action=True)
    page = admin_client.get(url("edit", organisation.pk), headers={"Accept-Language": language}).content.decode()
    headings = {"nl": ("Feiten", "Geschiedenis"), "en": ("Facts", "History")}[language]
    assert all(f'href="#tab-{name}"' in page for name in ("nederlands", "english"))
    assert all(heading in page for heading in headings)
    missing = {"nl": "omdat deze tekst ontbreekt", "en": "because this text is missing"}[language]
    assert page.count(missing) == 1
    assert f'href="{url("usage", organisation.pk)}"' in page


def test_a_draft_is_saved_by_itself_and_says_who_else_is_editing(admin_client: Client) -> None:
    page = admin_client.get(url("edit", OrganisationFactory().pk)).content.decode()
    assert "w-autosave" in page
    assert 'data-controller="w-swap w-action w-session"' in page


def test_where_a_record_is_used_is_told(admin_client: Client) -> None:
    organisation = OrganisationFactory()
    facility = FacilityFactory(operator=organisation)
    ReferenceIndex.create_or_update_for_object(facility)
    assert str(facility) in admin_client.get(url("usage", organisation.pk)).content.decode()
