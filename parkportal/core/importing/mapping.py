"""Which heading is which column: as it was the last time, else by name."""

from collections.abc import Iterable

from ..models import ImportHeading, ImportJob
from .columns import Column
from .kinds import ID, Kind


def _key(heading: str) -> str:
    return " ".join(heading.casefold().replace("_", " ").split())[:200]


def suggested(kind: Kind, heading: Iterable[str], language: str) -> list[str]:
    """A column for each heading, or nothing for one that is left out."""
    headings = list(heading)
    remembered = dict(
        ImportHeading.objects.filter(kind=kind.key, heading__in=map(_key, headings)).values_list("heading", "column")
    )
    named = _by_name(kind.columns_in(language))
    found: list[str] = []
    for each in headings:
        key = _key(each)
        column = remembered.get(key, "" if each in kind.left_out else named.get(key, ""))
        found.append("" if column in found else column)
    return found


def _by_name(columns: dict[str, Column]) -> dict[str, str]:
    """The columns by every name that they have, their own first."""
    by_name = {_key(name): name for name in (ID, *columns)}
    for column in columns.values():
        for name in (*column.also, str(column.label)):
            by_name.setdefault(_key(name), column.name)
    return by_name


def remember(job: ImportJob) -> None:
    """Keep what the headings mean for the next file."""
    meant = {_key(heading): column for heading, column in zip(job.heading, job.columns, strict=True) if heading}
    ImportHeading.objects.bulk_create(
        [ImportHeading(kind=job.kind, heading=heading, column=column) for heading, column in meant.items()],
        update_conflicts=True,
        unique_fields=["kind", "heading"],
        update_fields=["column"],
    )
