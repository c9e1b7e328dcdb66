"""What is due is published and withdrawn on time; what fails or was killed is neither lost nor in the way."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_published

from news.models import NewsIndexPage, NewsStory, PressRelease
from parkportal.core.models import PublishingFailure
from parkportal.core.publishing.due import publish_due
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.organisations import OrganisationFactory
from tests.factories.site import SiteTree

HOUR = datetime.timedelta(hours=1)


def planned(site: dict[str, SiteTree], language: str = "nl", **fields: Any) -> PressRelease:
    """A release that goes live in an hour."""
    release = PressReleaseFactory(
        parent=site[language][NewsIndexPage], live=False, embargo_until=timezone.now() + HOUR, **fields
    )
    release.save_revision().publish()
    return release


def is_live(thing: Any) -> bool:
    thing.refresh_from_db()
    return bool(thing.live)


def later(hours: float = 2) -> Any:
    return time_machine.travel(timezone.now() + hours * HOUR)


def test_both_languages_go_live_in_one_run_and_not_before(site: dict[str, SiteTree]) -> None:
    releases = [planned(site, language, slug="news") for language in site]
    assert publish_due().done == []
    assert [is_live(release) for release in releases] == [False, False]
    with later():
        done = publish_due().done
        assert [name for name, _late in done] == [str(release) for release in releases]
        assert {round(late / HOUR) for _name, late in done} == {1}
        assert [is_live(release) for release in releases] == [True, True]
        assert publish_due().done == []


def test_records_go_live_and_expire_too(db: None) -> None:
    organisation = OrganisationFactory(live=False, go_live_at=timezone.now() + HOUR)
    organisation.save_revision().publish()
    gone = OrganisationFactory(expire_at=timezone.now() + HOUR)
    assert not is_live(organisation)
    with later():
        publish_due()
        assert is_live(organisation)
        assert not is_live(gone)
        assert gone.expired


def test_an_expired_page_is_withdrawn(site: dict[str, SiteTree]) -> None:
    story = NewsStoryFactory(parent=site["en"][NewsIndexPage], expire_at=timezone.now() + HOUR)
    with later():
        publish_due()
    assert not is_live(story)
    assert story.expired


@pytest.fixture
def broken() -> Any:
    """A receiver that fails for articles with the title “Broken”."""

    def fail(instance: Any, **kwargs: Any) -> None:
        if instance.live and instance.title == "Broken":
            raise RuntimeError("no such thing")

    page_published.connect(fail)
    yield fail
    page_published.disconnect(fail)


def test_an_item_that_fails_is_noted_and_holds_nothing_up(site: dict[str, SiteTree], broken: Any) -> None:
    bad, good = planned(site, title="Broken"), planned(site, title="Good")
    with later():
        assert len(publish_due().failed) == 1
        assert is_live(good)
        assert not is_live(bad)
        publish_due()
        failure = PublishingFailure.objects.get()
        assert (failure.title, failure.attempts, failure.message) == ("Broken", 2, "RuntimeError: no such thing")
        page_published.disconnect(broken)
        publish_due()
        assert is_live(bad)
        assert not PublishingFailure.objects.exists()


def test_a_failure_that_is_no_longer_due_is_forgotten(site: dict[str, SiteTree], broken: Any) -> None:
    bad = planned(site, title="Broken")
    with later():
        publish_due()
        bad.scheduled_revision.delete()
        publish_due()
        assert PublishingFailure.objects.exists()
    with later(3):
        publish_due()
        assert not PublishingFailure.objects.exists()


def test_a_plan_that_was_lost_is_restored(site: dict[str, SiteTree]) -> None:
    release = planned(site)
    organisation = OrganisationFactory(live=False, go_live_at=timezone.now() + HOUR)
    organisation.save_revision().publish()
    Revision.objects.update(approved_go_live_at=None)
    with later():
        assert publish_due().repaired == 2
        assert is_live(release)
        assert is_live(organisation)


def test_a_plan_that_was_cancelled_is_not_restored(site: dict[str, SiteTree]) -> None:
    release = planned(site)
    revision = release.scheduled_revision
    revision.approved_go_live_at = None
    revision.save(update_fields=["approved_go_live_at"])
    with later():
        assert publish_due().repaired == 0
        assert not is_live(release)


def test_a_plan_left_on_what_went_live_since_is_only_removed(site: dict[str, SiteTree]) -> None:
    release = planned(site)
    plan = release.scheduled_revision
    moment = plan.approved_go_live_at
    with later():
        publish_due()
        release = PressRelease.objects.get(pk=release.pk)
        release.title = "Newer"
        release.save_revision().publish()
        Revision.objects.filter(pk=plan.pk).update(approved_go_live_at=moment)
        assert publish_due().done == []
        assert PressRelease.objects.get(pk=release.pk).title == "Newer"
        assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize(
    ("planned_for", "shown"),
    [
        (datetime.datetime(2026, 3, 29, 1, 30, tzinfo=datetime.UTC), "03:30"),  # The clock goes forward at 01:00 UTC.
        (datetime.datetime(2026, 10, 25, 0, 30, tzinfo=datetime.UTC), "02:30"),  # Half past two comes twice:
        (datetime.datetime(2026, 10, 25, 1, 30, tzinfo=datetime.UTC), "02:30"),  # this is the second.
    ],
)
def test_on_nights_when_the_clock_changes_it_is_the_very_moment(
    site: dict[str, SiteTree], planned_for: datetime.datetime, shown: str
) -> None:
    with time_machine.travel(planned_for - 12 * HOUR, tick=False):
        story = NewsStoryFactory(parent=site["nl"][NewsIndexPage], live=False, go_live_at=planned_for)
        story.save_revision().publish()
    assert f"{timezone.localtime(planned_for):%H:%M}" == shown
    with time_machine.travel(planned_for - datetime.timedelta(seconds=1), tick=False):
        publish_due()
        assert not NewsStory.objects.visible().exists()
    with time_machine.travel(planned_for, tick=False):
        call_command("publish_due")
        assert NewsStory.objects.visible().get() == story


def test_staff_see_what_is_late_or_failed(site: dict[str, SiteTree], admin_client: Any, broken: Any) -> None:
    planned(site, title="Broken")
    planned(site, title="Nobody tried")
    with later(1.5):
        assert "Nobody tried" in admin_client.get("/cms/reports/late-and-failed/").content.decode()
        publish_due()
        report = admin_client.get("/cms/reports/late-and-failed/").content.decode()
        assert "Broken" in report
        assert "no such thing" in report
        assert "Nobody tried" not in report
        assert "/cms/reports/late-and-failed/" in admin_client.get("/cms/").content.decode()
