"""The admin's forms: they save every draft, but publish only what is complete."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.forms.formsets import DELETION_FIELD_NAME, ORDERING_FIELD_NAME
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm

from .languages import LANGUAGE_CODES
from .slugs import refuse_own_page_address

CHANGE_ORIGINAL = "wagtailcore.change_original"  # Of the model of languages.
TRANSLATED = tuple(f"_{code}" for code in LANGUAGE_CODES[1:])
GOING_PUBLIC = ("action-publish", "action-submit", "action-restart-workflow")


class ChecksBeforePublishing:
    """Shows what is missing instead of publishing."""

    was_asked = False

    def is_valid(self) -> bool:
        """Ask the rules of publication once the instance holds what was filled in, rows too."""
        valid = super().is_valid()  # type: ignore[misc]
        form: Any = self
        if valid and not self.was_asked and self._goes_public(form.data):
            from .checks.rules import errors  # Rules stand on models.

            self.was_asked = True
            for formset in form.formsets.values():
                formset.save(commit=False)
            for message in errors(form.instance):
                form.add_error(None, message)
        return valid and not form.errors

    @staticmethod
    def _goes_public(data: Any) -> bool:
        return data.get("workflow-action-name") == "approve" or any(action in data for action in GOING_PUBLIC)


class PublishedPageForm(ChecksBeforePublishing, WagtailAdminPageForm):
    """The form of a page."""

    def clean_slug(self) -> str:
        """An address at which the page can be seen."""
        slug: str = self.cleaned_data["slug"]
        if slug and self.parent_page and self.parent_page.depth > 1:
            refuse_own_page_address(self.parent_page, slug)
        return slug


class TranslatedOnly:
    """Whoever may not change the original changes the texts in the other languages, and neither facts nor rows."""

    for_user: Any
    fields: dict[str, Any]
    formsets: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.only_translates = self.for_user is not None and not self.for_user.has_perm(CHANGE_ORIGINAL)
        if self.only_translates:
            for form in _with_rows(self):
                _leave_translations(form)

    def clean(self) -> Any:
        """No row more or less: what a row says is translated in it."""
        cleaned = super().clean()  # type: ignore[misc]
        if self.only_translates and any(map(_changes_rows, self.formsets.values())):
            raise ValidationError(_("You translate: somebody who writes the original adds and removes rows."))
        return cleaned


def _with_rows(form: Any) -> Iterator[Any]:
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            yield from _with_rows(row)


def _leave_translations(form: Any) -> None:
    free = {form._meta.model._meta.pk.name, DELETION_FIELD_NAME, *(() if form.instance.pk else (ORDERING_FIELD_NAME,))}
    for name, field in form.fields.items():
        field.disabled = not name.endswith(TRANSLATED) and name not in free


def _changes_rows(formset: Any) -> bool:
    kept = [row for row in formset.forms if row not in formset.deleted_forms]
    nested = (below for row in kept for below in getattr(row, "formsets", {}).values())
    is_same = [row.instance.pk for row in kept] == [row.instance.pk for row in formset.initial_forms]
    return not is_same or any(map(_changes_rows, nested))


class RecordForm(TranslatedOnly, ChecksBeforePublishing, WagtailAdminModelForm):
    """The form of a record."""
