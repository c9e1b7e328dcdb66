"""Proposing news: nothing for the public, a draft for the editors once they accept it."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from news.models import NewsIndexPage, NewsStory
from parkportal.core.models import Proposal
from parkportal.core.proposals import open_proposals
from parkportal.website.roles import DIRECTORY_MANAGERS, PUBLISHERS, make_roles
from tests.factories.site import SiteTree
from tests.public_forms import send

FORM = {"nl": "/nl/nieuws-voorstellen/", "en": "/en/propose-news/"}


def news(**changes: Any) -> dict[str, Any]:
    return {
        "title": "A second cleanroom",
        "lead": "Example opens it in May.",
        "text": "First <b>this</b>.\n\n- one\n- two",
        "organisation": "Example bv",
        "contact_name": "Anna Jansen",
        "contact_email": "anna@example.org",
    } | changes


def member_of(group: str) -> User:
    make_roles()
    user = User.objects.create_user(group, f"{group[:5].lower()}@example.org")
    user.groups.add(Group.objects.get(name=group))
    return user


def test_what_the_editors_accept_is_a_draft_in_its_language(
    client: Client, site: dict[str, SiteTree], language: str
) -> None:
    assert send(client, FORM[language], news()).status_code == 302
    assert not NewsStory.objects.exists()
    publisher, proposal = member_of(PUBLISHERS), Proposal.objects.get()
    staff = Client()
    staff.force_login(publisher)
    path = reverse("proposal", args=[proposal.pk])
    choices = {f"decision-{value.pk}": "accepted" for value in proposal.values.all()}
    answer = staff.post(path, {"seen": staff.get(path).context["seen"]} | choices)

    story = NewsStory.objects.get()
    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert (story.live, story.title, story.locale.language_code) == (False, "A second cleanroom", language)
    assert "&lt;b&gt;this" in str(story.body[0].value)
    assert client.get(f"/{language}/nieuws/a-second-cleanroom/").status_code == 404


def test_the_list_of_news_leads_to_the_form(client: Client, site: dict[str, SiteTree], language: str) -> None:
    page = client.get(site[language][NewsIndexPage].url).content.decode()
    assert f'href="{FORM[language]}"' in page


def test_who_keeps_the_directory_does_not_decide_on_news(client: Client, site: dict[str, SiteTree]) -> None:
    send(client, FORM["en"], news())
    manager, proposal = member_of(DIRECTORY_MANAGERS), Proposal.objects.get()
    staff = Client()
    staff.force_login(manager)
    path = reverse("proposal", args=[proposal.pk])
    page = staff.get(path)

    assert not page.context["may_decide"]
    choices = {f"decision-{value.pk}": "accepted" for value in proposal.values.all()}
    staff.post(path, {"seen": page.context["seen"]} | choices)
    assert not NewsStory.objects.exists()
    assert open_proposals(manager).count() == 0
    assert open_proposals().count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"title": ""},
        {"lead": "x" * 161},
        {"text": "x" * 6001},
        {"source_url": "javascript:alert(1)"},
        {"contact_email": "anna@example.org\nBcc: all@example.org"},
    ],
)
def test_what_is_wrong_is_said_and_kept(client: Client, site: dict[str, SiteTree], changes: dict[str, Any]) -> None:
    answer = send(client, FORM["en"], news(**changes))
    assert answer.status_code == 422
    assert "Example bv" in answer.content.decode()
    assert not Proposal.objects.exists()
