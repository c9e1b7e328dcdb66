"""How PostgreSQL answers lists and searches among ten thousand organisations: by its indexes."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from organisations.models import Organisation
from parkportal.core.search.indexing import write_entries
from tests.factories.big_park import make_big_park
from tests.factories.site import SiteTree

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL explains itself like this"),
]
TOTAL = 10_000
INDEXED = 2_000


@pytest.fixture
def big_park(site: dict[str, SiteTree]) -> None:
    make_big_park(TOTAL)
    write_entries(Organisation.objects.for_profile().order_by("pk")[:INDEXED])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plan_of(path: str, sign: str) -> str:
    """The plan of the query on a page that holds a sign."""
    client = Client()
    client.get(path)
    with CaptureQueriesContext(connection) as captured:
        client.get(path)
    query = next(query["sql"] for query in captured.captured_queries if re.search(sign, query["sql"]))
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {query}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_lists_and_searches_use_their_indexes(big_park: None) -> None:
    rows = "_states_json"
    assert "organisation_name_nl" in plan_of("/nl/organisaties/", rows)
    assert "organisation_name_en" in plan_of("/en/organisations/", rows)
    deep = plan_of("/nl/organisaties/?page=200&after=groot-77", rows)
    assert re.search(r"organisation_name_nl.*\n\s+Index Cond", deep), deep
    filtered = plan_of("/nl/organisaties/?sector=space", rows)
    assert "organisations_organisation_sector_id" in filtered
    assert "Seq Scan on organisations_organisation " not in filtered
    rare = Organisation.objects.order_by("pk")[INDEXED - 1].summary_nl.split()[-1]
    search = plan_of(f"/nl/zoeken/?q={rare}", "core_searchentry")
    assert "search_entry_words" in search
    assert re.search(r"Limit .*\n(.*\n){0,3}.*Sort .*\n\s+Sort Key: found_0\w*\.tier", search), search
    assert "search_entry_words" in plan_of(f"/nl/organisaties/?q={rare}", rows)
