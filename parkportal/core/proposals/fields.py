"""Fields that may be proposed: how each is read from a thing, asked in a form, shown to staff and written.

A value is what JSON can hold. ``read`` gives it as the form has it, so that an untouched field proposes nothing.
"""

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..field_labels import field_label
from ..models import Proposal, Vocabulary
from ..public_forms.text import one_line, readable
from ..term_cache import terms_of
from .plain_paragraphs import as_lines, as_paragraphs

LONGEST_TEXT = 4000


class ProposedField:
    """A field without a place in the thing itself: something to tell staff, who see to it by hand."""

    writes = False

    def __init__(self, name: str, label: Any, *, longest: int = 1000, help_text: Any = "") -> None:
        self.name, self._label, self.longest, self.help_text = name, label, longest, help_text

    def label(self, model: type[models.Model]) -> str:
        """What it is called."""
        return str(self._label)

    @property
    def accept_label(self) -> str:
        """What staff choose to accept a value."""
        return _("Accept") if self.writes else _("Seen to by hand")

    @property
    def answer(self) -> str:
        """What the proposer reads of an accepted value."""
        return _("taken over") if self.writes else _("seen to")

    def read(self, thing: Any) -> Any:
        """Its value in a thing, or in none."""
        return ""

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """Put a value into a thing, which is not saved."""

    def after(self, proposal: Proposal, value: Any) -> None:
        """What else follows once a value is accepted."""

    def shown(self, value: Any) -> str:
        """A value for people."""
        return str(value or "")

    def form_field(self, model: type[models.Model]) -> forms.Field:
        """How a form asks for it."""
        return forms.CharField(
            label=self.label(model),
            max_length=self.longest,
            required=False,
            help_text=self.help_text,
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    def cleaned(self, value: Any) -> Any:
        """What a form gave, as a value to propose."""
        return readable(value or "").strip()


class Answer(ProposedField):
    """What a form for a new thing asked; ``choices`` are the words for its values."""

    writes = True

    def __init__(self, name: str, label: Any, choices: Iterable[tuple[str, Any]] = ()) -> None:
        super().__init__(name, label)
        self.choices = choices

    def shown(self, value: Any) -> str:
        """In the words of the form."""
        words = dict(self.choices)
        several = value if isinstance(value, list) else [value]
        return ", ".join(str(words.get(each, each)) for each in several if each not in (None, ""))


class Day(Answer):
    """A day, kept as ISO 8601."""

    def shown(self, value: Any) -> str:
        """As the language writes it."""
        return date_format(datetime.date.fromisoformat(value), "DATE_FORMAT") if value else ""


class ModelValue(ProposedField):
    """A column of the thing. Its label, length and choices are the model's."""

    writes = True

    def __init__(self, name: str, *, help_text: Any = "", **options: Any) -> None:
        super().__init__(name, "", help_text=help_text)
        self.options = options

    def label(self, model: type[models.Model]) -> str:
        """The model's own label, with its language."""
        return field_label(model, self.name)

    def read(self, thing: Any) -> Any:
        """The column."""
        value = getattr(thing, self.name, "")
        return value if isinstance(value, bool) else str(value or "")

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """The column. An empty one of a language is NULL, as the admin has it."""
        column = thing._meta.get_field(self.name)
        setattr(thing, self.name, None if value == "" and column.null else value)

    def shown(self, value: Any) -> str:
        """Yes and no in words."""
        return (_("yes") if value else _("no")) if isinstance(value, bool) else super().shown(value)

    def form_field(self, model: type[models.Model]) -> forms.Field:
        """The model's form field, never required: what is emptied is proposed to be empty."""
        column: Any = model._meta.get_field(self.name)
        options: dict[str, Any] = {"label": self.label(model), "required": False, "help_text": self.help_text}
        if isinstance(column, models.URLField):
            options["assume_scheme"] = "https"
        if isinstance(column, models.TextField):
            options |= {"max_length": LONGEST_TEXT, "widget": forms.Textarea(attrs={"rows": 5})}
        return column.formfield(**options | self.options)

    def cleaned(self, value: Any) -> Any:
        """One line, or several where the column has room for them."""
        if isinstance(value, bool):
            return value
        text = str(value or "")
        return readable(text).strip() if "\n" in text else one_line(text)


class RichText(ModelValue):
    """A column of rich text, proposed as plain paragraphs and lists."""

    def read(self, thing: Any) -> str:
        """Its paragraphs as lines."""
        return as_lines(super().read(thing))

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """The lines as paragraphs."""
        super().write(thing, as_paragraphs(value))


class TermValue(ModelValue):
    """A column with a term of a vocabulary, proposed by its identifier."""

    def __init__(self, name: str, vocabulary: Vocabulary, **options: Any) -> None:
        super().__init__(name, **options)
        self.vocabulary = vocabulary

    def read(self, thing: Any) -> str:
        """The term's identifier."""
        term = getattr(thing, self.name)
        return str(term.identifier) if term else ""

    def write(self, thing: Any, value: Any, file: bytes | None = None) -> None:
        """The term; one that is gone meanwhile can't be accepted."""
        if value and self._term(value) is None:
            raise ValidationError(_("“%(value)s” is no longer in the vocabulary.") % {"value": value})
        setattr(thing, self.name, self._term(value))

    def shown(self, value: Any) -> str:
        """The term's label."""
        return str(self._term(value) or value or "")

    def form_field(self, model: type[models.Model]) -> forms.Field:
        """The terms to choose from."""
        choices = [("", _("not known")), *((term.identifier, str(term)) for term in terms_of(self.vocabulary))]
        return forms.ChoiceField(label=self.label(model), required=False, choices=choices, help_text=self.help_text)

    def _term(self, identifier: str) -> Any:
        return next((term for term in terms_of(self.vocabulary) if term.identifier == identifier), None)
