"""What each role may do in the admin, and what it may not."""

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from news.models import NewsIndexPage, NewsStory, PressRelease
from organisations.models import Building, OrganisationIndexPage
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import BuildingFactory, OrganisationFactory
from tests.factories.site import SiteTree
from tests.factories.staff import ADMINISTRATORS, as_role, logged_in, staff_user
from tests.forms import form_data

EDITORS, PUBLISHERS, TRANSLATORS = "Editors", "Publishers", "Translators"
PRESS_OFFICERS, DIRECTORY_MANAGERS = "Press officers", "Directory managers"
TITLE = "Geheim nieuws"


def edit_url(thing: Any) -> str:
    if isinstance(thing, Page):
        return reverse("wagtailadmin_pages:edit", args=[thing.pk])
    return reverse(type(thing).snippet_viewset.get_url_name("edit"), args=[thing.pk])


def filled_in(client: Client, thing: Any) -> dict[str, Any]:
    """The form of something as the browser would send it."""
    page = client.get(edit_url(thing))
    assert page.status_code == 200
    return form_data(page)


def latest(thing: Any) -> Any:
    """As it was last saved."""
    return type(thing)._base_manager.get(pk=thing.pk).get_latest_revision_as_object()


def opens(client: Client, url: str) -> bool:
    return client.get(url).status_code == 200


def release_under_embargo(site: dict[str, SiteTree], owner: Any = None) -> PressRelease:
    release: Any = PressReleaseFactory(
        parent=site["nl"][NewsIndexPage],
        title=TITLE,
        slug="geheim",
        live=False,
        owner=owner,
        embargo_until=timezone.now() + datetime.timedelta(days=2),
    )
    release.save_revision()
    return release


@pytest.mark.parametrize("role", [EDITORS, TRANSLATORS, DIRECTORY_MANAGERS])
def test_who_may_not_publish_a_story_saves_a_draft_at_most(site: dict[str, SiteTree], role: str) -> None:
    story: Any = NewsStoryFactory(parent=site["en"][NewsIndexPage], title="Before", live=False)
    client = as_role(role)
    form = filled_in(logged_in(staff_user(ADMINISTRATORS)), story)
    client.post(edit_url(story), form | {"title": "After", "action-publish": "action-publish"})
    client.post(reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]) + f"?id={story.pk}&next=/cms/")
    story.refresh_from_db()
    assert not story.live


@pytest.mark.parametrize("role", [PUBLISHERS, PRESS_OFFICERS])
def test_publishers_and_press_officers_publish_news(site: dict[str, SiteTree], role: str) -> None:
    story: Any = NewsStoryFactory(parent=site["en"][NewsIndexPage], title="Before", live=False)
    client = as_role(role)
    answer = client.post(edit_url(story), filled_in(client, story) | {"action-publish": "action-publish"})
    assert answer.status_code == 302
    assert NewsStory.objects.get(pk=story.pk).live


def test_a_translator_writes_the_translation_but_does_not_touch_the_original(site: dict[str, SiteTree]) -> None:
    original: Any = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Origineel")
    translation: Any = NewsStoryFactory(parent=site["en"][NewsIndexPage], title="x", original_language="nl")
    written_in_english: Any = NewsStoryFactory(parent=site["en"][NewsIndexPage], title="Ours", original_language="en")
    client = as_role(TRANSLATORS)
    assert not opens(client, edit_url(original))
    assert not opens(client, edit_url(written_in_english))
    form = filled_in(client, translation)
    client.post(edit_url(translation), form | {"title": "Translated"})
    assert latest(translation).title == "Translated"
    delete = reverse("wagtailadmin_pages:delete", args=[translation.pk])
    client.post(delete)
    assert Page.objects.filter(pk=translation.pk).exists()
    assert not opens(client, reverse("wagtailadmin_pages:copy", args=[original.pk]))


def test_a_translator_finds_what_is_to_be_translated(site: dict[str, SiteTree]) -> None:
    NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Origineel")
    listing = as_role(TRANSLATORS).get(reverse("wagtailadmin_explore", args=[site["nl"][NewsIndexPage].pk]))
    assert "Origineel" in listing.content.decode()


def test_a_translator_changes_only_the_other_language_of_a_record(site: dict[str, SiteTree]) -> None:
    building: Any = BuildingFactory(name_nl="Toren", name_en="", town="Leiden", live=False)
    client = as_role(TRANSLATORS)
    form = filled_in(client, building) | {"name_nl": "Anders", "name_en": "Tower", "town": "Delft"}
    assert client.post(edit_url(building), form).status_code == 302
    draft = latest(building)
    assert (draft.name_nl, draft.name_en, draft.town) == ("Toren", "Tower", "Leiden")


def test_a_translator_adds_and_removes_no_rows(site: dict[str, SiteTree]) -> None:
    organisation: Any = OrganisationFactory(name_nl="Bedrijf", live=False)
    client = as_role(TRANSLATORS)
    form = filled_in(client, organisation) | {"name_en": "Company", "contacts-TOTAL_FORMS": "1"}
    answer = client.post(edit_url(organisation), form | {"contacts-0-email": "new@example.org", "contacts-0-ORDER": 1})
    assert answer.status_code == 200
    assert "You translate" in answer.content.decode()
    assert latest(organisation).name_en != "Company"


def test_an_editor_changes_facts_and_originals(site: dict[str, SiteTree]) -> None:
    building: Any = BuildingFactory(name_nl="Toren", town="Leiden", live=False)
    client = as_role(EDITORS)
    client.post(edit_url(building), filled_in(client, building) | {"name_nl": "Anders", "town": "Delft"})
    draft = latest(building)
    assert (draft.name_nl, draft.town) == ("Anders", "Delft")
    assert not Building.objects.get(pk=building.pk).live


def doors(release: PressRelease) -> list[str]:
    """Where the admin would name an article or show it."""
    lists = [
        reverse("wagtailadmin_explore", args=[release.get_parent().pk]),
        reverse("wagtailadmin_pages:search") + "?q=Geheim",
        reverse("wagtailadmin_choose_page_child", args=[release.get_parent().pk]),
        reverse("wagtailadmin_choose_page_search") + "?q=Geheim",
        reverse("wagtailadmin_choose_page_chosen_multiple") + f"?id={release.pk}",
        reverse("press-releases:index"),
        reverse("wagtailadmin_reports:site_history"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_home"),
        "/cms/api/main/pages/?search=Geheim",
        "/cms/api/main/pages/?for_explorer=1&limit=50",
        f"/cms/api/main/pages/{release.pk}/",
    ]
    delete_several = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    views = ("edit", "history", "usage", "view_draft", "workflow_history", "unpublish", "copy", "move", "delete")
    own = [reverse(f"wagtailadmin_pages:{name}", args=[release.pk]) for name in views]
    revision = [release.pk, release.latest_revision_id]
    return [
        *lists,
        *own,
        f"{delete_several}?id={release.pk}&next=/cms/",
        f"{delete_several}?id=all&childOf={release.get_parent().pk}&next=/cms/",
        reverse("wagtailadmin_pages:revisions_view", args=revision),
        reverse("wagtailadmin_pages:revisions_revert", args=revision),
        reverse("wagtailadmin_pages:revisions_compare", args=[release.pk, "earliest", "latest"]),
        reverse("journalist_links", args=[release.pk]),
        reverse("wagtailadmin_pages:move_confirm", args=[release.pk, release.get_parent().get_parent().pk]),
        reverse("findings_of_draft", args=["news.PressRelease", release.pk]),
        reverse("make_version", args=[release.pk, "en"]),
    ]


def naming(client: Client, release: PressRelease) -> list[str]:
    """The doors at which somebody reads of the release."""
    return [url for url in doors(release) if TITLE in client.get(url, follow=True).content.decode()]


@pytest.mark.matrix
@pytest.mark.parametrize("role", [DIRECTORY_MANAGERS, EDITORS])
def test_what_is_under_embargo_shows_at_no_door_of_the_admin(site: dict[str, SiteTree], role: str) -> None:
    assert naming(as_role(role), release_under_embargo(site)) == []


@pytest.mark.parametrize("role", [PRESS_OFFICERS, PUBLISHERS, ADMINISTRATORS])
def test_press_officers_and_publishers_see_what_is_under_embargo(site: dict[str, SiteTree], role: str) -> None:
    release = release_under_embargo(site)
    seen = naming(as_role(role), release)
    assert edit_url(release) in seen
    assert doors(release)[0] in seen


def test_translators_see_it_and_so_does_who_wrote_it(site: dict[str, SiteTree]) -> None:
    author = staff_user(EDITORS)
    release = release_under_embargo(site, owner=author)
    assert opens(logged_in(author), edit_url(release))
    assert TITLE in as_role(TRANSLATORS).get(doors(release)[0]).content.decode()


def test_a_draft_is_hidden_as_soon_as_its_embargo_is_saved(site: dict[str, SiteTree]) -> None:
    release: Any = PressReleaseFactory(parent=site["nl"][NewsIndexPage], live=False)
    colleague = as_role(EDITORS)
    assert opens(colleague, edit_url(release))
    release.embargo_until = timezone.now() + datetime.timedelta(days=2)
    release.save_revision()
    assert not opens(colleague, edit_url(release))


def test_a_directory_manager_writes_stories_of_the_directory_but_no_news(site: dict[str, SiteTree]) -> None:
    story: Any = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    client = as_role(DIRECTORY_MANAGERS)
    assert not opens(client, edit_url(story))
    assert opens(client, edit_url(site["nl"][OrganisationIndexPage]))


def test_a_press_officer_writes_news_but_no_records_and_no_other_pages(site: dict[str, SiteTree]) -> None:
    building = BuildingFactory()
    client = as_role(PRESS_OFFICERS)
    assert opens(client, reverse("wagtailadmin_pages:add", args=["news", "pressrelease", site["nl"][NewsIndexPage].pk]))
    assert not opens(client, edit_url(site["nl"].home))
    assert not opens(client, edit_url(building))
    client.post(edit_url(building), {"name_nl": "Anders"})
    assert Building.objects.get(pk=building.pk).name_nl == building.name_nl


@pytest.mark.parametrize("role", [EDITORS, PUBLISHERS, TRANSLATORS, PRESS_OFFICERS, DIRECTORY_MANAGERS])
def test_only_administrators_manage_accounts(site: dict[str, SiteTree], role: str) -> None:
    client = as_role(role)
    for name in ("wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"):
        assert not opens(client, reverse(name))
