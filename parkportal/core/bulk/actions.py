"""Confirming several records, and giving them a term."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import ManyToManyField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ..confirming import confirm
from ..models import Term
from ..models.record import ConfirmedBy
from .action import RecordBulkAction, change_in


class ConfirmAction(RecordBulkAction):
    """Says that the chosen records are right today."""

    action_type = "confirm"
    action_priority = 5
    display_name = _("Confirm")
    aria_label = _("Confirm that the chosen entries are right today")
    explanation = _("You say that what the public sees of these entries is right today.")

    @classmethod
    def change(cls, record: Any, user: Any, data: dict[str, Any]) -> None:
        """Note who says so."""
        confirm(record, by=ConfirmedBy.STAFF, user=user)


def term_fields(model: Any) -> Iterator[Any]:
    """The fields of a record that hold terms."""
    for field in [*model._meta.fields, *model._meta.many_to_many]:
        if field.related_model is Term:
            yield field


class TermForm(forms.Form):
    """Which term, in which field."""

    term = forms.ChoiceField(label=_("Term"))

    def __init__(self, *args: Any, model: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["term"].choices = [("", ""), *self._choices(model)]  # type: ignore[attr-defined]

    @staticmethod
    def _choices(model: Any) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        terms = list(Term.objects.filter(retired=False))
        for field in term_fields(model):
            vocabulary = field.get_limit_choices_to()["vocabulary"]
            own = [(f"{field.name} {term.pk}", str(term)) for term in terms if term.vocabulary == vocabulary]
            yield capfirst(str(field.verbose_name)), own

    def clean_term(self) -> tuple[str, Term]:
        """The field's name and the term."""
        name, _space, key = self.cleaned_data["term"].partition(" ")
        return name, Term.objects.get(pk=key)


class AssignTermAction(RecordBulkAction):
    """Gives the chosen records a term: in place of the one they have where a field holds one, else in addition."""

    action_type = "assign_term"
    action_priority = 10
    display_name = _("Assign a term")
    aria_label = _("Assign a term to the chosen entries")
    explanation = _("Where an entry has only one such term, this one takes its place; otherwise it is added.")
    form_class = TermForm

    def get_form_kwargs(self) -> dict[str, Any]:
        """With the kind of record, which says what can be assigned."""
        return super().get_form_kwargs() | {"model": self.model}

    @classmethod
    def change(cls, record: Any, user: Any, data: dict[str, Any]) -> None:
        """Add or replace it."""
        name, term = data["term"]

        def assign(draft: Any) -> None:
            if isinstance(draft._meta.get_field(name), ManyToManyField):
                getattr(draft, name).add(term)
            else:
                setattr(draft, name, term)

        change_in(record, assign, user)
