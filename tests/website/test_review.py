"""From draft to public: who is asked, who is told, in which language, and what was said about it."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from news.models import NewsIndexPage, NewsStory
from parkportal.core.models import OutboxEntry
from parkportal.core.outbox import carry_out_due
from parkportal.website.roles import EDITORS, PUBLISHERS
from tests.factories.news import NewsStoryFactory
from tests.factories.site import SiteTree


def person(name: str, group: str, language: str) -> User:
    user = User.objects.create_user(name, email=f"{name}@example.org")
    user.groups.add(Group.objects.get(name=group))
    UserProfile.objects.create(user=user, preferred_language=language)
    return user


@pytest.fixture
def staff(site: dict[str, SiteTree]) -> dict[str, User]:
    """An editor, and publishers who read Dutch and English; somebody else who is not to be bothered."""
    return {
        "eva": person("eva", EDITORS, "nl"),
        "pieter": person("pieter", PUBLISHERS, "nl"),
        "paula": person("paula", PUBLISHERS, "en"),
        "erik": person("erik", EDITORS, "en"),
    }


@pytest.fixture
def story(site: dict[str, SiteTree], staff: dict[str, User]) -> NewsStory:
    """A draft that the editor has sent in."""
    story: Any = NewsStoryFactory(parent=site["nl"][NewsIndexPage], title="Een huis", live=False, owner=staff["eva"])
    story.save_revision(user=staff["eva"])
    story.get_workflow().start(story, staff["eva"])
    return story


def sent() -> dict[str, Any]:
    """The mails by recipient, once the worker has carried out what was written down."""
    carry_out_due()
    return {message.to[0].partition("@")[0]: message for message in mail.outbox}


def act(user: User, story: NewsStory, action: str, **data: str) -> Any:
    client = Client()
    client.force_login(user)
    state = story.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, action, state.pk])
    return client.post(url, data)


def test_those_who_may_approve_are_asked_each_in_their_language(story: NewsStory) -> None:
    assert not mail.outbox
    asked = sent()
    assert OutboxEntry.objects.waiting().count() == 0
    assert set(asked) == {"pieter", "paula"}
    assert "Een huis" in asked["pieter"].subject
    assert asked["pieter"].subject != asked["paula"].subject
    for message in asked.values():
        form = f"http://testserver/cms/pages/{story.pk}/edit/"
        assert form in message.body
        (html,) = message.alternatives
        assert f'href="{form}"' in html.content
        assert 'src="http://testserver/static/brand/mark-180' in html.content


def test_a_draft_that_is_sent_back_brings_the_comment_to_who_sent_it_in(
    story: NewsStory, staff: dict[str, User]
) -> None:
    sent()
    mail.outbox.clear()
    act(staff["pieter"], story, "reject", comment="Noem de architect.")
    told = sent()
    assert set(told) == {"eva"}
    assert "Noem de architect." in told["eva"].body
    story.refresh_from_db()
    assert not story.live


def test_approval_publishes_and_is_told_to_who_sent_it_in(story: NewsStory, staff: dict[str, User]) -> None:
    sent()
    mail.outbox.clear()
    act(staff["paula"], story, "approve")
    assert "eva" in sent()
    assert set(sent()) <= {"eva", "pieter"}
    story.refresh_from_db()
    assert story.live


def test_who_may_not_approve_cannot(story: NewsStory, staff: dict[str, User]) -> None:
    act(staff["erik"], story, "approve")
    story.refresh_from_db()
    assert not story.live


@pytest.mark.parametrize("name", ["eva", "pieter"])
def test_the_first_page_counts_reviews_for_who_may_approve(story: NewsStory, staff: dict[str, User], name: str) -> None:
    client = Client()
    client.force_login(staff[name])
    listed = client.get("/cms/needs/review/")
    assert (listed.status_code == 200 and "Een huis" in listed.content.decode()) is (name == "pieter")
