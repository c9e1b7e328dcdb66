"""What the calendar costs with many runs: the queries of ten, and an index for the month."""

import re

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories.many import many_runs
from tests.factories.site import SiteTree

pytestmark = pytest.mark.django_db
CALENDAR_QUERIES = 14
FILES_OF_A_MONTH = 16


def queries(path: str) -> list[str]:
    """The queries of a warm page."""
    client = Client()
    with time_machine.travel(timezone.now(), tick=False):  # Nothing leaves a cache between the two visits.
        assert client.get(path).status_code == 200, path
        with CaptureQueriesContext(connection) as captured:
            client.get(path)
    return [query["sql"] for query in captured.captured_queries]


@pytest.mark.parametrize("total", [500, pytest.param(5000, marks=pytest.mark.thousands)])
def test_the_calendar_costs_the_same_with_ten_runs_and_with_many(site: dict[str, SiteTree], total: int) -> None:
    month = f"{timezone.localdate():%Y-%m}"
    budgets = {
        "/nl/agenda/": CALENDAR_QUERIES,
        "/en/events/?language=nl": CALENDAR_QUERIES,
        f"/nl/agenda/?month={month}": CALENDAR_QUERIES,
        f"/nl/agenda/?month={month}&language=nl&q=name": CALENDAR_QUERIES,
        f"/nl/agenda/?month={month}&format=ics": FILES_OF_A_MONTH,
        "/nl/agenda/feed/atom/": CALENDAR_QUERIES,
        "/nl/onderwijs/cursussen/": CALENDAR_QUERIES,
    }
    many_runs(10, days=20)
    few = {path: len(queries(path)) for path in budgets}
    many_runs(total)
    many = {path: len(queries(path)) for path in budgets}

    assert {path: cost for path, cost in many.items() if cost > budgets[path]} == {}
    assert {path: (few[path], cost) for path, cost in many.items() if cost != few[path]} == {}


@pytest.mark.thousands
@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL explains itself like this")
def test_a_month_is_found_by_the_index_of_its_sessions(site: dict[str, SiteTree]) -> None:
    many_runs(5000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    asked = queries(f"/nl/agenda/?month={timezone.localdate():%Y-%m}")
    plans = []
    with connection.cursor() as cursor:
        for sql in asked:
            if '"education_runsession"' in sql:
                cursor.execute(f"EXPLAIN {sql}")
                plans.append("\n".join(line for (line,) in cursor.fetchall()))

    assert any(re.search(r"education_runsession_starts\w*", plan) for plan in plans), plans
