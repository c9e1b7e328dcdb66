"""Reading the demo content's TOML files, and what several kinds of content have in common."""

import datetime
import tomllib
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from parkportal.core.languages import LANGUAGE_CODES
from parkportal.core.models import Drafted, Record, Term, Vocabulary
from parkportal.core.models.record import ConfirmedBy

DATA = Path(__file__).parent.parent / "data"
Entry = dict[str, Any]
SOURCES_SEEN = datetime.date(2026, 11, 15)


def entries(name: str, kind: str) -> list[Entry]:
    """The entries of one kind in a file of the data folder."""
    return read_toml(f"{name}.toml").get(kind, [])


def read_toml(path: str) -> Entry:
    """A file of the data folder."""
    return tomllib.loads((DATA / path).read_text(encoding="utf-8"), parse_float=Decimal)


def by_language(entry: Entry, *names: str) -> Entry:
    """The translated fields that an entry has, each with its languages' columns."""
    columns = [f"{name}_{code}" for name in names for code in LANGUAGE_CODES]
    return {column: entry[column] for column in columns if entry.get(column)}


def some(entry: Entry, *names: str) -> Entry:
    """The fields that an entry has."""
    return {name: entry[name] for name in names if entry.get(name) not in (None, "")}


@cache
def _terms() -> dict[tuple[str, str], Term]:
    return {(term.vocabulary, term.identifier): term for term in Term.objects.all()}


def term(vocabulary: Vocabulary, identifier: str | None) -> Term | None:
    """A term by its identifier; KeyError for one that the vocabulary does not have."""
    return _terms()[vocabulary, identifier] if identifier else None


def terms(vocabulary: Vocabulary, identifiers: list[str] | None) -> list[Term]:
    """Terms by their identifiers."""
    return [_terms()[vocabulary, identifier] for identifier in identifiers or []]


def provenance(entry: Entry) -> Entry:
    """Where an entry's facts come from, and that staff checked them there."""
    source = some(entry, "source_url") | by_language(entry, "source_note")
    return source | {"confirmed_on": SOURCES_SEEN, "confirmed_by": ConfirmedBy.STAFF} if source else {}


def publish(record: Record) -> None:
    """Publish a new record with a first revision, so that it has a history."""
    record.full_clean(exclude=["name", "slug", "summary", "live_revision", "latest_revision"])
    record.save()
    publish_first(record)


def publish_first(thing: Drafted) -> None:
    """Give something saved a first revision, and publish that."""
    thing.save_revision(clean=False).publish(skip_permission_checks=True)


def keyed(model: type[Record]) -> dict[str, Any]:
    """The records of a model by their key."""
    return {record.key: record for record in model._default_manager.all()}
