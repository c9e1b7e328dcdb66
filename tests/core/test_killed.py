"""A process that publishes is killed after each of its statements: nothing is lost and nothing half done.

Statements that only read leave the database as it was, so the process is killed after each of those that write.
"""

import datetime
from typing import Any

import pytest
import time_machine
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from news.going_public import ARTICLE_PUBLISHED
from news.models import NewsIndexPage
from parkportal.core.models import OutboxEntry
from parkportal.core.publishing.due import publish_due
from parkportal.website.models import HomePage
from tests.core.killing import killed_after
from tests.factories.news import NewsStoryFactory, PressReleaseFactory
from tests.factories.site import make_site, read_site

HOUR = datetime.timedelta(hours=1)
MOST = 300

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL: SQLite has one writer"),
]


STATE = """
SELECT p.slug, p.live, p.expired, p.has_unpublished_changes, p.first_published_at IS NULL, p.live_revision_id IS NULL,
    (SELECT count(*) FROM wagtailcore_revision r
        WHERE r.object_id = p.id::text AND r.base_content_type_id = %s AND r.approved_go_live_at IS NOT NULL),
    (SELECT count(*) FROM core_outboxentry o WHERE o.kind = %s AND o.key = p.id::text),
    (SELECT string_agg(l.action, ' ' ORDER BY l.id) FROM wagtailcore_pagelogentry l WHERE l.page_id = p.id)
FROM wagtailcore_page p WHERE p.id = ANY(%s)
"""  # Everything that publishing changes of a page, in all tables.


@pytest.fixture
def pages(settings: Any) -> list[int]:
    """A release that is planned and a story that expires."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    settings.CACHE_REFRESH_URL = "http://127.0.0.1:1"
    if not HomePage.objects.exists():
        make_site()
    parent = read_site()["nl"][NewsIndexPage]
    moment = timezone.now() + HOUR
    release = PressReleaseFactory(parent=parent, live=False, slug="planned", embargo_until=moment)
    release.save_revision().publish()
    return [release.pk, NewsStoryFactory(parent=parent, slug="expiring", expire_at=moment).pk]


def state_of(pages: list[int]) -> dict[str, Any]:
    """What is in the database about each page."""
    kind = ContentType.objects.get_for_model(Page).pk
    with connection.cursor() as cursor:
        cursor.execute(STATE, [kind, ARTICLE_PUBLISHED, pages])
        return {row[0]: row for row in cursor.fetchall()}


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_killed_after_any_statement_nothing_is_lost_or_half_done(pages: list[int]) -> None:
    with time_machine.travel(timezone.now() + 2 * HOUR):
        before = state_of(pages)
        seen = {name: {state} for name, state in before.items()}
        for statement in range(1, MOST):
            was_killed = killed_after(statement, publish_due)
            for name, state in state_of(pages).items():
                seen[name].add(state)
            if not was_killed:
                break
        assert 10 < statement < MOST - 1
        publish_due()
        after = state_of(pages)
    assert seen == {name: {before[name], after[name]} for name in before}
    assert {name: state[1] for name, state in after.items()} == {"planned": True, "expiring": False}
    assert OutboxEntry.objects.filter(kind=ARTICLE_PUBLISHED).count() == 1
