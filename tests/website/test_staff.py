"""What staff do in the admin: review, preview, history."""

from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group, User
from django.db import IntegrityError
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import Workflow

from news.models import Figure
from organisations.models import Building, Role
from parkportal.core.models import Term
from parkportal.website.models import Menu
from parkportal.website.roles import EDITORS, PUBLISHERS, WORKFLOW
from tests.factories.news import FigureFactory
from tests.factories.organisations import BuildingFactory, PersonFactory, RoleFactory
from tests.factories.site import SiteTree


@pytest.fixture
def review(site: dict[str, SiteTree]) -> Workflow:
    """The workflow that Wagtail's first migration makes, adopted by the park."""
    return Workflow.objects.get()


NO_ROWS = {f"{name}-{kind}_FORMS": 0 for name in ("states", "entrances") for kind in ("TOTAL", "INITIAL")}


def staff(group: str) -> Client:
    """Somebody of a group, logged in."""
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def address(thing: Any, action: str) -> str:
    return reverse(type(thing).snippet_viewset.get_url_name(action), args=[thing.pk])


def test_an_editor_submits_a_record_and_a_publisher_approves_it(review: Workflow) -> None:
    assert review.name == WORKFLOW
    building = BuildingFactory(live=False)
    form = {"name_nl": "Gebouw", "slug_nl": "gebouw", **NO_ROWS}
    staff(EDITORS).post(address(building, "edit"), form | {"action-submit": "action-submit"})
    building.refresh_from_db()
    assert building.current_workflow_state.workflow == review
    assert not building.live
    approval = form | {"action-workflow-action": "true", "workflow-action-name": "approve"}
    staff(PUBLISHERS).post(address(building, "edit"), approval)
    building.refresh_from_db()
    assert building.live


def test_an_editor_cannot_publish(review: Workflow) -> None:
    building = BuildingFactory(live=False)
    form = {"name_nl": "Gebouw", "slug_nl": "gebouw", **NO_ROWS}
    staff(EDITORS).post(address(building, "edit"), form | {"action-publish": "action-publish"})
    building.refresh_from_db()
    assert not building.live


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (FigureFactory, {"nl": "Banen", "en": "Jobs"}),
        (RoleFactory, {"nl": "Directeur", "en": "Director"}),
        (PersonFactory, {"nl": "Anna Jansen", "en": "Anna Jansen"}),
    ],
)
def test_a_draft_is_previewed_as_the_public_would_see_it(
    site: dict[str, SiteTree], thing: type, shown: dict[str, str], language: str
) -> None:
    draft = thing(live=False)
    response = draft.make_preview_request(RequestFactory().get("/"), language)
    assert response.status_code == 200
    assert shown[language] in response.content.decode()


@pytest.mark.parametrize("model", [Term, Menu])
def test_what_has_no_drafts_is_never_saved_by_itself(admin_client: Client, model: Any) -> None:
    page = admin_client.get(reverse(model.snippet_viewset.get_url_name("add")))
    assert page.status_code == 200
    assert "data-w-autosave-interval-value" not in page.content.decode()


def test_a_figure_without_a_key_is_named_after_its_dutch_label(db: None) -> None:
    first, second = (FigureFactory(key="", label_nl="Banen op het park") for _ in range(2))
    assert (first.key, second.key) == ("banen-op-het-park", "banen-op-het-park-2")


def test_of_two_entries_saved_at_once_the_second_gets_a_message(admin_client: Client) -> None:
    form = {"name_nl": "Gebouw", **NO_ROWS}
    with patch.object(Building, "save", side_effect=IntegrityError):
        page = admin_client.post(reverse(Building.snippet_viewset.get_url_name("add")), form)
    assert page.status_code < 500
    assert page.context["form"].non_field_errors()


def test_removal_from_public_view_is_offered_by_that_name(admin_client: Client) -> None:
    role = RoleFactory()
    text = "Remove from public view"
    pages = [address(role, "edit"), address(role, "unpublish"), reverse(Role.snippet_viewset.get_url_name("list"))]
    answers = [admin_client.get(url, headers={"Accept-Language": "en"}).content.decode() for url in pages]
    assert all(text in answer for answer in answers)
    admin_client.post(address(role, "unpublish"))
    assert not Role.objects.visible().exists()


def test_every_figure_has_a_history(admin_client: Client) -> None:
    figure: Figure = FigureFactory()  # type: ignore[assignment]
    figure.save_revision().publish()
    assert admin_client.get(address(figure, "history")).status_code == 200
