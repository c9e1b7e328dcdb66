"""All counts in one query, however many kinds of things there are."""

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import IntegerField, Subquery

from .needs import Need, Source, all_needs


class CountOf(Subquery):
    """How many rows a query has, as a value in another one."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) _counted)"
    output_field = IntegerField()


@dataclass(frozen=True)
class Count:
    """A need and how many things have it."""

    need: Need
    number: int


def counts(user: Any) -> list[Count]:
    """The needs that a user can do something about, with their counts, in order."""
    sources = [(each, list(each.sources(user))) for each in all_needs() if each.on_first_page]
    mine = [(each, found) for each, found in sources if found]
    numbers = iter(count_each([source for _need, found in mine for source in found]))
    return [Count(each, sum(next(numbers) for _source in found)) for each, found in mine]


def count_each(sources: list[Source]) -> list[int]:
    """How many things each source has, in one query. Any table with a row carries it."""
    if not sources:
        return []
    values = {f"n{place}": CountOf(source.things.order_by().values("pk")) for place, source in enumerate(sources)}
    return list(ContentType.objects.order_by("pk").values_list(*values.values())[:1][0])
