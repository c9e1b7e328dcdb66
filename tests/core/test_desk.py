"""The first page of the admin counts what needs somebody; each count opens the list of exactly those things."""

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Page

from news.models import NewsIndexPage
from organisations.models import Organisation
from parkportal.core.broken_links import look_at_everything
from parkportal.core.desk.counting import counts
from parkportal.core.desk.lines import Lines
from parkportal.core.desk.needs import need_named
from parkportal.core.models import Proposal, PublishingFailure
from parkportal.core.models.publishing_failure import Step
from parkportal.core.publishing.report import late_and_failed
from parkportal.website.roles import DIRECTORY_MANAGERS, EDITORS, make_roles
from tests.factories.core import ImageFactory
from tests.factories.education import EventFactory
from tests.factories.many import many_copies, many_organisations
from tests.factories.news import FigureFactory, NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

LONG_AGO = timezone.localdate() - datetime.timedelta(days=400)
MOST_QUERIES = 25


def person(group: str = "") -> Any:
    """Somebody of a group, or an administrator."""
    if not group:
        return User.objects.create_superuser("admin")
    make_roles()
    user = User.objects.create_user(group.lower())
    user.groups.add(Group.objects.get(name=group))
    return user


def number(name: str, user: Any) -> int:
    return next(count.number for count in counts(user) if count.need.name == name)


def listed(name: str, user: Any) -> list[str]:
    need = need_named(name)
    assert need is not None
    return [line.title for line in Lines(need, list(need.sources(user)), user).page(1)]


def old_entry() -> str:
    OrganisationFactory(confirmed_on=timezone.localdate())
    OrganisationFactory(confirmed_on=None, live=False)
    return str(OrganisationFactory(confirmed_on=LONG_AGO))


def half_translated() -> str:
    OrganisationFactory(summary_nl="Maakt iets.", summary_en="Makes something.")
    OrganisationFactory(summary_nl="", summary_en="", description_nl='<p data-block-key="a1"></p>')
    return str(OrganisationFactory(summary_nl="Maakt iets.", summary_en=""))


def old_figure() -> str:
    newer = FigureFactory(as_of=str(timezone.localdate())[:7])
    FigureFactory(as_of=str(timezone.localdate().year - 1), live=False)
    old = FigureFactory(as_of=str(LONG_AGO))
    FigureFactory(as_of="2019", label_nl="Vervangen").replaced_by.add(newer)
    return str(old)


def incomplete_image() -> str:
    ImageFactory()
    return ImageFactory(title="Bare", alt_en="").title


def embargo() -> str:
    parent = Page.objects.type(NewsIndexPage).get(locale__language_code="nl").specific
    soon, later = (timezone.now() + datetime.timedelta(days=days) for days in (2, 30))
    PressReleaseFactory(parent=parent, embargo_until=later, live=False)
    return PressReleaseFactory(parent=parent, title="Soon", embargo_until=soon, live=False).title


def one_language() -> str:
    parents = {page.locale.language_code: page for page in Page.objects.type(NewsIndexPage).specific()}
    both = NewsStoryFactory(parent=parents["nl"])
    NewsStoryFactory(parent=parents["en"], translation_key=both.translation_key, live=False)
    return NewsStoryFactory(parent=parents["nl"], title="Alleen Nederlands").title


def planned() -> str:
    event = EventFactory(live=False, go_live_at=timezone.now() + datetime.timedelta(days=3))
    event.save_revision().publish()
    return str(event)


def broken_link() -> str:
    OrganisationFactory(description_nl='<p><a href="/nl/">Goed</a></p>')
    made = OrganisationFactory(description_nl='<p><a linktype="page" id="999">Weg</a></p>')
    assert look_at_everything() == look_at_everything() == 1
    return str(made)


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("unconfirmed", old_entry),
        ("missing-texts", half_translated),
        ("old-figures", old_figure),
        ("images", incomplete_image),
        ("embargoes", embargo),
        ("untranslated", one_language),
        ("scheduled", planned),
        ("broken-links", broken_link),
    ],
)
def test_a_count_opens_the_list_of_exactly_those_things(
    site: dict[str, SiteTree], name: str, make: Any, client: Client
) -> None:
    user = person()
    before = number(name, user)
    title = make()
    assert number(name, user) == before + 1 == len(listed(name, user))
    assert title in listed(name, user)
    client.force_login(user)
    assert f'href="/cms/needs/{name}/"' in client.get("/cms/").content.decode()
    assert title.split(":")[0] in client.get(f"/cms/needs/{name}/").content.decode()


def test_the_report_of_what_is_late_has_as_many_rows_as_its_count_says(site: dict[str, SiteTree]) -> None:
    past = timezone.now() - datetime.timedelta(hours=1)
    for _turn in range(2):
        event = EventFactory(live=False)
        event.save_revision(approved_go_live_at=past)
    PublishingFailure.objects.note(Step.PUBLISH, event, past, ValueError("no"))
    OrganisationFactory(expire_at=past)
    report = late_and_failed()
    assert number("late", person()) == report.shown == report.total == 3


def test_a_report_of_what_is_late_that_is_too_long_says_how_long(
    site: dict[str, SiteTree], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parkportal.core.publishing.report.SHOWN", 1)
    for _turn in range(3):
        EventFactory(live=False).save_revision(approved_go_live_at=timezone.now() - datetime.timedelta(hours=1))
    client.force_login(person())
    answer = client.get("/cms/reports/late-and-failed/", headers={"accept-language": "en"})
    assert "Shown are the first 1 of 3." in answer.content.decode()


def test_the_oldest_confirmation_comes_first_and_none_at_all_before_it(db: None) -> None:
    days = [LONG_AGO, None, LONG_AGO - datetime.timedelta(days=9)]
    names = [str(OrganisationFactory(confirmed_on=day)) for day in days]
    assert listed("unconfirmed", person()) == [names[1], names[2], names[0]]


def test_several_entries_are_confirmed_at_once_in_public_and_in_the_draft(client: Client, db: None) -> None:
    user = person(DIRECTORY_MANAGERS)
    chosen, left = OrganisationFactory(confirmed_on=LONG_AGO), OrganisationFactory(confirmed_on=LONG_AGO)
    chosen.summary_nl = "Alleen in het concept."
    chosen.save_revision()
    client.force_login(user)
    need = need_named("unconfirmed")
    assert need is not None
    lines = Lines(need, list(need.sources(user)), user).page(1)
    key = next(line.key for line in lines if line.title == str(chosen))
    client.post("/cms/needs/unconfirmed/", {"thing": [key, "0-999999", "x"]})
    assert listed("unconfirmed", user) == [str(left)]
    draft = Organisation.objects.get(pk=chosen.pk).get_latest_revision_as_object()
    assert (draft.confirmed_on, draft.summary_nl) == (timezone.localdate(), "Alleen in het concept.")
    history = client.get(reverse(Organisation.snippet_viewset.get_url_name("history"), args=[chosen.pk]))
    assert "Bevestigd" in history.content.decode()


def test_who_may_not_publish_confirms_nothing(client: Client, db: None) -> None:
    entry = OrganisationFactory(confirmed_on=LONG_AGO)
    client.force_login(person(EDITORS))
    client.post("/cms/needs/unconfirmed/", {"thing": [f"{place}-{entry.pk}" for place in range(12)]})
    entry.refresh_from_db()
    assert entry.confirmed_on == LONG_AGO


def test_a_need_is_shown_to_nobody_who_cannot_see_its_things(client: Client, db: None) -> None:
    user = person(EDITORS)
    assert "proposals" not in [count.need.name for count in counts(user)]
    client.force_login(user)
    assert client.get("/cms/proposals/").status_code in (302, 403)
    assert client.get("/cms/needs/nothing-of-the-kind/").status_code == 404


def test_the_list_of_proposals_holds_those_that_somebody_decides_on(client: Client, db: None) -> None:
    user = person(DIRECTORY_MANAGERS)
    for kind in ("event", "organisation", "news"):
        Proposal.objects.create(kind=kind, title=kind, origin="visitor", language="nl")
    client.force_login(user)
    shown = client.get("/cms/open-proposals/", follow=True).context["object_list"]
    assert {proposal.kind for proposal in shown} == {"event", "organisation"}
    assert number("proposals", user) == 2


@pytest.mark.parametrize("group", ["", EDITORS])
@pytest.mark.parametrize(("organisations", "pages"), [(30, 20), pytest.param(2500, 1000, marks=pytest.mark.thousands)])
def test_the_first_page_costs_no_more_queries_with_many_things(
    site: dict[str, SiteTree],
    client: Client,
    group: str,
    organisations: int,
    pages: int,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client.force_login(person(group))
    story = NewsStoryFactory(parent=site["nl"][NewsIndexPage])
    for _turn in range(2):
        many_organisations(organisations)
        many_copies(story, pages)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get("/cms/").status_code == 200
