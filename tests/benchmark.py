"""What lists and search cost in a park of any size: ``uv run python -m tests.benchmark [--organisations 10000]``.

Makes a database of its own on DATABASE_URL's server (SQLite without one), measures, and deletes it. Times are only good
for comparing within one run; docs/performance.md holds the ratios and query counts of one.
"""

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.db import connection
from django.test import Client
from modelsearch import index
from modelsearch.abstract_models import TextIDGenericRelation
from modelsearch.backends import get_search_backend
from wagtail.search.models import IndexEntry

from organisations.models import Organisation
from parkportal.core.search.indexing import write_entries
from tests.factories.big_park import MEDIUM_WORDS, make_big_park
from tests.factories.site import make_site

REPEATS = 9
BATCH = 2_000
PAGES = {
    "list": "/nl/organisaties/",
    "list, one filter": "/nl/organisaties/?type=company",
    "list, two filters": "/nl/organisaties/?type=company&sector=drug-development",
    "list, a filter, newest first": "/nl/organisaties/?sector=vaccines&sort=newest",
    "list, page 2": "/nl/organisaties/?page=2&after=groot-7",
    "list, a page in the middle": "/nl/organisaties/?page={middle}&after=groot-7",
    "list, newest first": "/nl/organisaties/?sort=newest",
    "list, newest first, a page in the middle": "/nl/organisaties/?sort=newest&page={middle}&after=groot-7",
    "list, recently confirmed": "/nl/organisaties/?sort=confirmed",
    "list, recently confirmed, a page in the middle": "/nl/organisaties/?sort=confirmed&page={middle}&after=groot-7",
    "list, one filter, a page in the middle": "/nl/organisaties/?type=company&page={some}&after=groot-7",
    "list, best match": "/nl/organisaties/?q=biotech",
    "list, best match, a page in the middle": "/nl/organisaties/?q=biotech&page={some}",
    "search, rare word": "/nl/zoeken/?q={rare}",
    "search, medium word": f"/nl/zoeken/?q={MEDIUM_WORDS[-1]}",
    "search, a word of every sixth organisation": "/nl/zoeken/?q=biotech",
    "search, a word of every organisation": "/nl/zoeken/?q=laboratorium",
    "search, part of a name": "/nl/zoeken/?q=leydeth",
    "search, a typo": "/nl/zoeken/?q=laboratroium",
}


class StockOrganisation(index.Indexed, Organisation):
    """An organisation as Wagtail's own search would have it."""

    search_fields = [index.SearchField("name_nl"), index.SearchField("summary_nl")]

    class Meta:
        proxy = True
        app_label = "organisations"


def main() -> None:
    """Make the park, measure, print a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--organisations", type=int, default=10_000)
    parser.add_argument("--without-stock", action="store_true", help="leave out Wagtail's own search")
    options = parser.parse_args()
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        make_site()
        make_big_park(options.organisations)
        in_batches(Organisation.objects.for_profile().order_by("pk"), write_entries)
        analyse()
        print_pages(options.organisations)
        if connection.vendor == "postgresql" and not options.without_stock:
            print_stock()
    finally:
        connection.creation.destroy_test_db(connection.settings_dict["NAME"], verbosity=0)


def print_pages(total: int) -> None:
    """Queries and database time of every page."""
    print(f"{total} organisations, {connection.vendor}\n")
    print("| page | queries | ms in the database | against the list |\n|---|---|---|---|")
    client, rare, first = Client(), rare_word(), 0.0
    for name, path in PAGES.items():
        address = path.format(middle=total // 60, some=total // 400, rare=rare)
        queries, milliseconds = cost(lambda address=address: client.get(address))
        first = first or milliseconds
        print(f"| {name} | {queries} | {milliseconds:.0f} | {milliseconds / first:.2f} |")


def print_stock() -> None:
    """Our search and Wagtail's own for the same rare word."""
    TextIDGenericRelation(IndexEntry).contribute_to_class(StockOrganisation, "index_entries")
    backend = get_search_backend()
    stock = backend.get_index_for_model(StockOrganisation)
    in_batches(StockOrganisation.objects.order_by("pk"), lambda found: stock.add_items(StockOrganisation, found))
    analyse()
    word = rare_word()
    _queries, theirs = cost(lambda: list(backend.search(word, StockOrganisation.objects.all())[:10]))
    _queries, ours = cost(lambda: list(Organisation.objects.visible().matching(word).by_relevance(word)[:10]))
    print(f"\nA rare word among the organisations: Wagtail's own search takes {theirs / ours:.0f} times as long.")


def rare_word() -> str:
    """A word that few organisations have, and one surely."""
    return str(Organisation.objects.order_by("pk")[0].summary_nl.split()[-1])


def in_batches(things: Any, act: Callable[[list[Any]], Any]) -> None:
    """Do something with many rows, some at a time."""
    last = 0
    while batch := list(things.filter(pk__gt=last)[:BATCH]):
        act(batch)
        last = batch[-1].pk


def cost(act: Callable[[], Any]) -> tuple[int, float]:
    """The queries and the milliseconds that the database takes with warm caches: the least, as other work only adds."""
    act()
    clock, times = clock_of_database(), []

    def timed(execute: Any, *args: Any) -> Any:
        start = clock()
        found = execute(*args)
        spent.append(clock() - start)
        return found

    for _ in range(REPEATS):
        spent: list[float] = []
        with connection.execute_wrapper(timed):
            act()
        times.append(sum(spent))
    return len(spent), min(times)


def clock_of_database() -> Callable[[], float]:
    """The milliseconds of processor that it took, which are the same on a busy machine; else those of the wall."""
    if connection.vendor != "postgresql":
        return lambda: 1000 * time.thread_time()
    with connection.cursor() as cursor:
        cursor.execute("SET max_parallel_workers_per_gather = 0")  # All of it in the process that is looked at.
        cursor.execute("SELECT pg_backend_pid()")
        used = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    if not used.exists():
        return lambda: 1000 * time.perf_counter()
    return lambda: int(used.read_text().split()[0]) / 1_000_000


def analyse() -> None:
    """Let the database know its tables, as a server does by itself."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


if __name__ == "__main__":
    main()
