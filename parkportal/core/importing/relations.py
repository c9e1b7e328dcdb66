"""Columns that hold a term, several, or another record."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ..exports import BETWEEN_VALUES
from ..languages import in_every_language
from ..models import Record, Term, Vocabulary
from ..term_cache import terms_by_pk
from ..visibility import is_published
from .columns import Column, Value


def _key(text: str) -> str:
    return " ".join(text.casefold().split())


class Words:
    """The terms of a vocabulary by whatever a file may call them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.terms = [term for term in terms_by_pk().values() if term.vocabulary == vocabulary]
        self.by_pk = {term.pk: term for term in self.terms}
        self.by_identifier = {term.identifier: term for term in self.terms}
        self.by_word: dict[str, Term] = {}
        for term in self.terms:
            for column in in_every_language("label"):
                self.by_word.setdefault(_key(getattr(term, column) or ""), term)
        self.vocabulary = vocabulary

    def find(self, text: str) -> str:
        """The identifier of the term; ValidationError where there is none."""
        term = self.by_identifier.get(text) or self.by_word.get(_key(text))
        if term is None:
            words = {"text": text[:60], "vocabulary": self.vocabulary.label}
            raise ValidationError(_("“%(text)s” is no term of “%(vocabulary)s”.") % words)
        return term.identifier

    def named(self, identifier: str) -> Term:
        """The term; ValidationError if it was deleted meanwhile."""
        return self.by_identifier.get(identifier) or self.by_identifier[self.find(identifier)]

    def show(self, identifier: str) -> str:
        """Its label."""
        return str(self.by_identifier.get(identifier, identifier))


@dataclass(frozen=True, kw_only=True)
class TermIn(Column):
    """A term."""

    words: Words

    def read(self, record: Any) -> Value:
        """Its identifier."""
        term = self.words.by_pk.get(getattr(record, f"{self.name}_id"))
        return term.identifier if term else ""

    def parse(self, text: str) -> Value:
        """By identifier or label."""
        return self.words.find(text)

    def write(self, record: Any, value: Value) -> None:
        """Put the term into the record."""
        setattr(record, self.name, self.words.named(value) if value else None)

    def show(self, value: Value) -> str:
        """Its label."""
        return self.words.show(value) if value else ""


@dataclass(frozen=True, kw_only=True)
class TermsIn(TermIn):
    """Several terms in one cell."""

    def read(self, record: Any) -> Value:
        """Their identifiers, in one order."""
        return sorted(term.identifier for term in getattr(record, self.name).all())

    def parse(self, text: str) -> Value:
        """Separated as in an export, or by semicolons."""
        parts = text.replace(";", BETWEEN_VALUES.strip()).split(BETWEEN_VALUES.strip())
        return sorted({self.words.find(part.strip()) for part in parts if part.strip()})

    @property
    def empty(self) -> Value:
        """None at all."""
        return []

    def write(self, record: Any, value: Value) -> None:
        """In memory; the writer stores them."""
        setattr(record, self.name, [self.words.named(identifier) for identifier in value])

    def show(self, value: Value) -> str:
        """Their labels."""
        return ", ".join(map(self.words.show, value))


@dataclass
class Others:
    """The records of another kind by id, address and name."""

    model: type[Record]
    by_key: dict[str, Record] = field(init=False)
    by_pk: dict[int, Record] = field(init=False)

    def __post_init__(self) -> None:
        needed = ["uuid", *in_every_language("name", "slug"), "live", "go_live_at", "expire_at"]
        records = list(self.model._default_manager.only(*needed))
        self.by_pk = {record.pk: record for record in records}
        self.by_key = {record.key: record for record in records}
        self.by_text: dict[str, list[Record]] = {}
        for record in records:
            names = {_key(getattr(record, column) or "") for column in in_every_language("name")}
            for text in {str(record.uuid), *names} - {""}:
                self.by_text.setdefault(text, []).append(record)

    def find(self, text: str) -> str:
        """The address of the record; ValidationError where there is none or more than one."""
        if text in self.by_key:
            return text
        found = self.by_text.get(_key(text), [])
        if len(found) == 1:
            return found[0].key
        words = {"text": text[:60], "kind": self.model._meta.verbose_name}
        if found:
            raise ValidationError(_("There are several entries named “%(text)s”. Give the address instead.") % words)
        raise ValidationError(_("There is no entry “%(text)s” (%(kind)s).") % words)


@dataclass(frozen=True, kw_only=True)
class RecordIn(Column):
    """Another record."""

    others: Others

    def _current(self, record: Any) -> Record | None:
        return self.others.by_pk.get(getattr(record, f"{self.name}_id"))

    def read(self, record: Any) -> Value:
        """Its address."""
        other = self._current(record)
        return other.key if other else ""

    def parse(self, text: str) -> Value:
        """By id, address or name."""
        return self.others.find(text)

    def is_same(self, record: Any, old: Value, new: Value) -> bool:
        """An export leaves out what the public does not see: an empty cell says nothing of it."""
        other = self._current(record)
        return super().is_same(record, old, new) or (not new and other is not None and not is_published(other))

    def write(self, record: Any, value: Value) -> None:
        """Put it into the record."""
        setattr(record, self.name, self.others.by_key[self.others.find(value)] if value else None)

    def show(self, value: Value) -> str:
        """Its name."""
        return str(self.others.by_key.get(value, value)) if value else ""


def term_columns(model: Any, single: dict[str, tuple[Vocabulary, str]], several: dict[str, Any]) -> list[Column]:
    """Fields of terms with their vocabularies and how exports call them."""
    made: list[Column] = []
    for kind, fields in ((TermIn, single), (TermsIn, several)):
        for name, (vocabulary, also) in fields.items():
            label = model._meta.get_field(name).verbose_name
            made.append(kind(name=name, words=Words(vocabulary), label=label, also=(also,)))
    return made
