"""A mailing outlives its worker: no reader gets a mail twice, and what nobody can know is told.

A mail is in doubt if the worker was killed between writing down that it goes and reading the server's answer: at most
one for each kill. Everybody else gets exactly one.
"""

from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from news.alerts.mailing import make_mailing
from news.models import AlertDelivery, NewsIndexPage
from parkportal.website.models import HomePage
from tests.factories.alerts import many_subscriptions
from tests.factories.news import NewsStoryFactory
from tests.factories.site import make_site

from .sender import assert_once_each, environment, send_with_kills
from .sink import Sink

KILLS = 2


def without_waiting_for_the_disk() -> None:
    """A killed worker loses no commit of the server's, and this test no minutes."""
    with connection.cursor() as cursor:
        cursor.execute(f'ALTER DATABASE "{connection.settings_dict["NAME"]}" SET synchronous_commit = off')


@pytest.mark.parametrize("total", [300, pytest.param(10_000, marks=pytest.mark.thousands)])
@pytest.mark.skipif(connection.vendor != "postgresql", reason="another process can't see the tests' SQLite database")
@pytest.mark.django_db(transaction=True)
def test_a_mailing_goes_out_once_each_though_its_worker_is_killed(
    tmp_path: Path, settings: Settings, total: int
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.dummy.DummyBackend"}}
    if not HomePage.objects.exists():
        make_site()
    without_waiting_for_the_disk()
    many_subscriptions(total)
    make_mailing(NewsStoryFactory(parent=NewsIndexPage.objects.get(locale__language_code="nl")))
    database = connection.settings_dict
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    with Sink() as sink:
        send_with_kills(environment(url, sink, tmp_path), sink, total, KILLS)
        deliveries = AlertDelivery.objects.values_list("subscription__address", "state")
        assert_once_each(sink.received, dict(deliveries), KILLS)
