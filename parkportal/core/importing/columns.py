"""The columns of a kind: how the text of a cell becomes a field's value, and how a field reads as such a value.

Values are plain (text, number, list), so that they can be compared, kept and shown: a term is its identifier, another
record its address. Each column knows by which names a file may call it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

import nh3
from django.core.exceptions import ValidationError
from django.utils.dateparse import parse_date
from django.utils.functional import Promise
from django.utils.html import linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..exports import BETWEEN_VALUES
from ..languages import localise
from ..search.searchable import TAG, without_tags
from .days import as_iso, day_of

YES = ("true", "1", "yes", "ja", "waar", "x")
NO = ("false", "0", "no", "nee", "onwaar", "-")
TAGS = {"p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li", "h2", "h3", "h4"}
LINKS = {"a": {"href"}}
Value = Any
Say = Promise | str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A field of text, of one language or of all."""

    name: str
    label: Say = ""
    also: tuple[str, ...] = ()
    contradicted: ClassVar[Say] = gettext_lazy("Another column of the row says something else.")

    @property
    def fields(self) -> list[str]:
        """The model's fields that it writes."""
        return [self.name]

    def read(self, record: Any) -> Value:
        """What the record has."""
        return str(getattr(record, self.name) or "").strip()

    def parse(self, text: str) -> Value:
        """The value of a cell that is not empty; ValidationError says what is wrong with it."""
        return text

    @property
    def empty(self) -> Value:
        """The value of an empty cell."""
        return ""

    def is_same(self, record: Any, old: Value, new: Value) -> bool:
        """Whether the file says nothing else than the record."""
        return bool(old == new)

    def write(self, record: Any, value: Value) -> None:
        """Put the value into the record."""
        setattr(record, self.name, value)

    def show(self, value: Value) -> str:
        """The value as a person reads it."""
        return str(value)


@dataclass(frozen=True, kw_only=True)
class TextIn(Column):
    """A translated field in one language. ``neutral`` says that the file names no language and may hold the other's."""

    field: str
    language: str
    neutral: bool = False

    @property
    def fields(self) -> list[str]:
        """The field of that language."""
        return [f"{self.field}_{self.language}"]

    def read(self, record: Any) -> Value:
        """What the record has in that language."""
        return str(getattr(record, self.fields[0]) or "").strip()

    def is_same(self, record: Any, old: Value, new: Value) -> bool:
        """An export in a language that a record lacks holds the other one's text: that is no translation."""
        if self.neutral and not old:
            return bool(new == str(localise(record, self.field, self.language)).strip())
        return super().is_same(record, old, new)

    def write(self, record: Any, value: Value) -> None:
        """Put it into that language."""
        setattr(record, self.fields[0], value)


@dataclass(frozen=True, kw_only=True)
class Formatted(TextIn):
    """A translated field of rich text. A file says it in plain text or in simple HTML; all else is taken out."""

    def parse(self, text: str) -> Value:
        """As paragraphs."""
        return nh3.clean(text if TAG.search(text) else linebreaks(text, autoescape=True), tags=TAGS, attributes=LINKS)

    def is_same(self, record: Any, old: Value, new: Value) -> bool:
        """Whether it says the same."""
        return _words(old) == _words(new)

    def show(self, value: Value) -> str:
        """Its words."""
        return _words(value)


def _words(html: str) -> str:
    return " ".join(without_tags(html).split())


@dataclass(frozen=True, kw_only=True)
class Address(Column):
    """The last part of the address, by which a record is known in files."""

    field: str

    @property
    def fields(self) -> list[str]:
        """The first address."""
        return [self.field]

    def read(self, record: Any) -> Value:
        """What the record has."""
        return str(getattr(record, self.field) or "")

    def write(self, record: Any, value: Value) -> None:
        """Put it into the record."""
        setattr(record, self.field, value)


@dataclass(frozen=True, kw_only=True)
class Yes(Column):
    """True or false."""

    def read(self, record: Any) -> Value:
        """What the record has."""
        return bool(getattr(record, self.name))

    def parse(self, text: str) -> Value:
        """A yes or a no, in either language."""
        if text.casefold() in (*YES, *NO):
            return text.casefold() in YES
        raise ValidationError(_("“%(text)s” is neither yes nor no.") % {"text": text[:40]})

    @property
    def empty(self) -> Value:
        """No."""
        return False

    def show(self, value: Value) -> str:
        """In words."""
        return _("yes") if value else _("no")


@dataclass(frozen=True, kw_only=True)
class Number(Column):
    """A number, whole or with decimals, by a point or a comma."""

    whole: bool = True

    def read(self, record: Any) -> Value:
        """As text without needless zeros, so that 2 and 2.0 are one number."""
        value = getattr(record, self.name)
        return "" if value is None else _plain(Decimal(value))

    def parse(self, text: str) -> Value:
        """The number."""
        try:
            number = Decimal(text.replace(",", "."))
            if not number.is_finite() or (self.whole and number % 1) or abs(number) > 10**9:
                raise InvalidOperation
        except InvalidOperation:
            raise ValidationError(_("“%(text)s” is not such a number.") % {"text": text[:40]}) from None
        return _plain(number)

    def write(self, record: Any, value: Value) -> None:
        """Put it into the record."""
        number = Decimal(value) if value else None
        setattr(record, self.name, int(number) if number is not None and self.whole else number)


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


@dataclass(frozen=True, kw_only=True)
class Day(Column):
    """A date."""

    def read(self, record: Any) -> Value:
        """As ISO 8601."""
        value = getattr(record, self.name)
        return value.isoformat() if value else ""

    def parse(self, text: str) -> Value:
        """A day that exists."""
        try:
            return day_of(text).isoformat()
        except ValueError:
            message = _("“%(text)s” is not a date such as 2027-02-08.")
            raise ValidationError(message % {"text": text[:40]}) from None

    def write(self, record: Any, value: Value) -> None:
        """Put it into the record."""
        setattr(record, self.name, parse_date(value) if value else None)


@dataclass(frozen=True, kw_only=True)
class PartialDay(Column):
    """A year, a month or a day; whether it is one, the field says."""

    def parse(self, text: str) -> Value:
        """As ISO 8601."""
        return as_iso(text)


@dataclass(frozen=True, kw_only=True)
class Choice(Column):
    """One of the values of a field with choices."""

    choices: Callable[[], dict[str, Any]]

    def parse(self, text: str) -> Value:
        """By value or by label."""
        for value, label in self.choices().items():
            if text.casefold() in (value.casefold(), str(label).casefold()):
                return value
        words = {"text": text[:40], "known": ", ".join(self.choices())}
        raise ValidationError(_("“%(text)s” is not one of: %(known)s.") % words)

    def show(self, value: Value) -> str:
        """Its label."""
        return str(self.choices().get(value, value))


@dataclass(frozen=True, kw_only=True)
class Codes(Column):
    """Codes that the record keeps separated by commas."""

    def read(self, record: Any) -> Value:
        """The codes, in the order given."""
        return _joined(getattr(record, self.name).split(","))

    def parse(self, text: str) -> Value:
        """However they are separated."""
        return _joined(text.replace(BETWEEN_VALUES.strip(), ",").replace(";", ",").split(","))


def _joined(codes: list[str]) -> str:
    return ", ".join(filter(None, (code.strip() for code in codes)))
