"""What staff fill in: a file, then what its columns are."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ..models import ImportJob
from .kinds import ID, Kind, all_kinds
from .mapping import suggested
from .reading import read_table
from .table import Table, shortened


class UploadForm(forms.ModelForm[ImportJob]):
    """A file, what it holds, and how it is to be taken."""

    kind = forms.ChoiceField(label=gettext_lazy("What it holds"))
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or Excel (.xlsx). The first row names the columns."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language of the file"),
        choices=settings.LANGUAGES,
        help_text=gettext_lazy("Names and texts in columns that name no language are in this one."),
    )

    class Meta:
        model = ImportJob
        fields = ["kind", "file", "language", "empties", "publish"]
        help_texts = {
            "empties": gettext_lazy("Otherwise what is there stays where a cell is empty."),
            "publish": gettext_lazy("Otherwise they are drafts. What is public already is changed in public."),
        }

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        may = [(kind.key, kind.label) for kind in all_kinds().values() if may_import(user, kind)]
        self.fields["kind"].choices = may  # type: ignore[attr-defined]

    def clean_file(self) -> Table:
        """Read it."""
        return read_table(self.cleaned_data["file"])


def may_import(user: Any, kind: Kind) -> bool:
    """Whether somebody may write such records."""
    app, name = kind.model._meta.app_label, kind.model._meta.model_name
    return all(user.has_perm(f"{app}.{action}_{name}") for action in ("add", "change", "publish"))


class ColumnsForm(forms.Form):
    """What each column of the file is."""

    def __init__(self, *args: Any, job: ImportJob, kind: Kind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.job, self.kind = job, kind
        before = job.columns or suggested(kind, job.heading, job.language)
        for number, heading in enumerate(job.heading):
            self.fields[f"column_{number}"] = forms.ChoiceField(
                label=heading or _("Column %(number)s, without a name") % {"number": number + 1},
                choices=self._choices_for(heading),
                initial=before[number],
                required=False,
                help_text=self._sample(number),
            )

    @cached_property
    def _columns(self) -> Any:
        return self.kind.columns_in(self.job.language)

    @cached_property
    def _choices(self) -> list[tuple[str, Any]]:
        named = [(name, capfirst(str(column.label) or name)) for name, column in self._columns.items()]
        return [(ID, _("Id (to recognise the entry)")), *named]

    def _choices_for(self, heading: str) -> list[tuple[str, Any]]:
        left_out = pgettext_lazy("column of a file", "Leave out")
        if self.kind.only_shows(heading):
            left_out = gettext_lazy("Leave out: only for reading, an import never changes it")
        return [("", left_out), *self._choices]

    def _sample(self, number: int) -> str:
        """The first cell that is filled in."""
        cells = (row[number] for _number, row in self.job.rows if number < len(row) and row[number])
        cell = next(cells, "")
        return shortened(cell)

    @property
    def chosen(self) -> list[str]:
        """The column of each heading."""
        return [self.cleaned_data[f"column_{number}"] for number in range(len(self.job.heading))]

    def clean(self) -> dict[str, Any]:
        """Something to import, and no field twice."""
        cleaned = super().clean() or {}
        if self.errors:
            return cleaned
        if not any(name for name in self.chosen if name != ID):
            raise ValidationError(_("Say of at least one column what it is."))
        written: dict[str, int] = {}
        for number, field in self._written():
            if written.setdefault(field, number) != number:
                self.add_error(f"column_{number}", _("Another column is this one already."))
        return cleaned

    def _written(self) -> Iterator[tuple[int, str]]:
        for number, name in enumerate(self.chosen):
            for field in self._columns[name].fields if name in self._columns else filter(None, [name]):
                yield number, field
